import { sql } from "kysely";
import type { Mode } from "../../engine/fitness/person.ts";
import { standardPolicy } from "../../engine/fitness/policy.ts";
import type { NeededSkill, WorkFacts, WorkTime } from "../../engine/fitness/work.ts";
import { cityZone } from "../../kernel/city.ts";
import { DAY, type Instant } from "../../kernel/interval.ts";
import { dayOfDate, instantOf } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import { readRanges, windowsOf } from "../../platform/ranges.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { RequestKind, RequestRow } from "../requests/request.ts";
import { requestFields } from "../requests/store.ts";
import { placeAt } from "./shift-work.ts";

/** A request with what the rules need of its skill and its people. */
export type RequestWork = RequestRow & {
  readonly skillCode: string;
  /** In the order of `specialisms`. */
  readonly specialismCodes: readonly string[];
  /** Who may never meet this family, and who has parted from it over this request. */
  readonly excluded: readonly string[];
  /** Who has helped this family before. */
  readonly former: readonly string[];
};

const from = sql`select ${requestFields}, k.code as "skillCode",
    coalesce((select array_agg(y.code order by array_position(q.specialisms, y.id)) from specialism y where y.id = any(q.specialisms)), '{}') as "specialismCodes",
    coalesce((select array_agg(case x.person_a when q.requester_id then x.person_b else x.person_a end) from excluded_pair x
      where q.requester_id in (x.person_a, x.person_b)), '{}')::text[]
      || coalesce((select array_agg(a.person_id) from assignment a where a.request_id = q.id and a.parting_reason is not null), '{}')::text[] as excluded,
    coalesce((select array_agg(distinct a.person_id) from request o join assignment a on a.request_id = o.id
      where o.requester_id = q.requester_id and o.id <> q.id and a.state in ('confirmed', 'checked_in', 'completed')), '{}')::text[] as former
  from request q join skill k on k.id = q.skill_id`;

export async function requestWorkById(ctx: Context, ids: readonly string[]): Promise<Map<string, RequestWork>> {
  const found = await rows<RequestWork>(ctx, sql`${from} where q.id = any(${ids})`);
  return new Map(found.map((request) => [request.id, request]));
}

/** The same, held until the transaction ends. */
export const lockRequestWork = (tx: Tx, id: string): Promise<RequestWork | undefined> =>
  row(tx, sql`${from} where q.id = ${id} for update of q`);

/** What a kind of help asks of whoever gives it. */
const needs: Readonly<Partial<Record<RequestKind, { credentials: readonly string[]; otherModes: readonly Mode[] }>>> = {
  tutoring: { credentials: [], otherModes: ["on_site", "online", "phone"] },
  counselling: { credentials: ["psychological_counsellor"], otherModes: ["online", "phone"] },
  companionship: { credentials: [], otherModes: ["online", "phone"] },
  translation: { credentials: [], otherModes: ["online", "phone"] },
};
const plainNeed = { credentials: [], otherModes: [] };

const states = {
  draft: "draft",
  open: "open",
  matched: "closed",
  active: "closed",
  completed: "closed",
  cancelled: "cancelled",
} as const;

/** The same as facts for the rules. */
export function workOfRequest(request: RequestWork, now: Instant): WorkFacts {
  const { credentials, otherModes } = needs[request.kind] ?? plainNeed;
  return {
    id: request.id,
    state: states[request.state],
    timeZone: cityZone,
    time: timeOf(request, now),
    mode: request.mode,
    otherModes: otherModes.filter((mode) => mode !== request.mode),
    district: String(request.districtId),
    // As near as anybody may know before they are confirmed: the seat of the district.
    place: request.mode === "on_site" ? placeAt(null, request.districtId) : null,
    skills: [neededSkill(request)],
    credentials,
    trainings: [],
    languages: [],
    minAge: null,
    // Who submits has agreed as the guardian, and is the second adult at home.
    minor: request.withMinors ? { guardianConsent: true, secondAdult: true } : null,
    exposure: request.exposure,
    placesFree: request.places - request.taken,
    signUp: { opensAt: null, closesAt: null },
    excludedPersonIds: [...request.excluded, request.requesterId],
    formerPersonIds: request.sameHelperId === null ? request.former : [...request.former, request.sameHelperId!],
    // Without a language in common there is no help; a gender is only a wish.
    wishes: {
      gender: request.genderWish ?? null,
      language: request.language ?? null,
      firm: request.language ? ["language"] : [],
    },
    waitingSince: request.submittedAt?.getTime() ?? null,
    policy: standardPolicy,
  };
}

function timeOf(request: RequestWork, now: Instant): WorkTime {
  if (request.startsAt && request.endsAt)
    return { kind: "dated", spans: [{ startsAt: request.startsAt.getTime(), endsAt: request.endsAt.getTime() }] };
  const startsAt = request.fromOn ? Math.max(now, midnight(request.fromOn)) : now;
  // Until further notice: credentials have to last through the weeks that are agreed now; later ones are asked again.
  const endsAt = request.untilOn ? midnight(request.untilOn) + DAY : startsAt + standardPolicy.standingWeeks * 7 * DAY;
  return {
    kind: "weekly",
    period: { startsAt, endsAt },
    windows: windowsOf(readRanges(request.weekly)),
    sessionMinutes: request.sessionMinutes,
    sessionsPerWeek: request.sessionsWeek,
  };
}

/** The first subject is required, in the child's own grade. */
function neededSkill({ skillCode, specialismCodes, grade, kind }: RequestWork): NeededSkill {
  const [first = null] = specialismCodes;
  const [subject] = first?.split("/") ?? [];
  const specialism = first !== null && kind === "tutoring" && grade ? `${subject}/${grade}` : first;
  return { skill: skillCode, specialism, minLevel: 1 };
}

const midnight = (day: string): Instant => instantOf(cityZone, dayOfDate(day) * DAY);
