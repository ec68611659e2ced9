import { sql } from "kysely";
import { newId } from "../../kernel/id.ts";
import { refuse, refuseIf } from "../../kernel/refusal.ts";
import { batch } from "../../platform/batch.ts";
import type { Context, Signed } from "../../platform/context.ts";
import { row } from "../../platform/database.ts";
import { boards, record } from "../../platform/events.ts";
import { once } from "../../platform/idempotency.ts";
import { writeRanges } from "../../platform/ranges.ts";
import type { Tx } from "../../platform/transaction.ts";
import { lockPerson } from "../people/store.ts";
import { districtsById } from "../sites/store.ts";
import { skillsById, specialismsById } from "../skills/store.ts";
import { dropDraft } from "./draft.ts";
import { RequestSubmitted } from "./events.ts";
import type { RequestRow } from "./request.ts";
import { type Asked, mostRequests, problemsOf, rangesOf } from "./rules.ts";
import { sealNote } from "./sealed-note.ts";
import { countLive, insertRequest, requestsById } from "./store.ts";

export type SubmitRequest = Asked & { readonly idempotencyKey: string };

/** The notice that a family accepts by asking; another text gets another version, and asks anew. */
const matchingNotice = "2026-11";

/** A family posts what it needs. From now on it is open: candidates are looked for. */
export async function submitRequest(ctx: Signed, input: SubmitRequest): Promise<RequestRow> {
  const { idempotencyKey, ...asked } = input;
  refuseIf(problemsOf(asked, ctx.now()));
  const named = await lookUp(ctx, asked);
  return once(ctx, {
    operation: "submitRequest",
    key: idempotencyKey,
    input: asked,
    work: (tx) => submit(tx, asked, named),
    keep: (request) => ({ request: request.id }),
    again: async (tx, { request }) => (await requestsById(tx, [request])).get(request) ?? refuse("NOT_FOUND"),
  });
}

/** What the input names, as it stands in the city's own lists. */
interface Named {
  readonly districtId: number;
  readonly skillId: number;
  readonly specialisms: number[];
}

async function lookUp(ctx: Context, asked: Asked): Promise<Named> {
  const [district, skill, ...subjects] = await Promise.all([
    batch(ctx, districtsById, numberOf(asked.district)),
    batch(ctx, skillsById, numberOf(asked.skill)),
    ...asked.subjects.map((id) => batch(ctx, specialismsById, numberOf(id))),
  ]);
  if (!district) return refuse("CHOICE_INVALID", ["district"]);
  if (!skill) return refuse("CHOICE_INVALID", ["skill"]);
  const ids = subjects.map((subject) =>
    subject?.skillId === skill.id ? subject.id : refuse("CHOICE_INVALID", ["subjects"]),
  );
  return { districtId: district.id, skillId: skill.id, specialisms: ids };
}

/** Ids of the city's lists are small whole numbers; anything else names nothing. */
export const numberOf = (id: string): number => (/^\d{1,4}$/.test(id) ? Number(id) : 0);

async function submit(tx: Signed & Tx, asked: Asked, named: Named): Promise<RequestRow> {
  const requesterId = tx.viewer.personId;
  await lockPerson(tx, requesterId);
  if ((await countLive(tx, requesterId)) >= mostRequests)
    return refuse("TOO_MANY_REQUESTS", [], { most: mostRequests });
  const id = newId(tx.now().getTime());
  const note = asked.note?.trim() ?? "";
  const request = await insertRequest(tx, {
    ...named,
    id,
    requesterId,
    kind: asked.kind,
    forWhom: asked.forWhom,
    mode: asked.mode,
    urgency: asked.urgency,
    grade: asked.grade,
    weekly: writeRanges(rangesOf(asked.weekly)),
    sessionsWeek: asked.sessionsPerWeek,
    sessionMinutes: asked.sessionMinutes,
    fromOn: asked.fromOn,
    untilOn: asked.untilOn,
    language: asked.language,
    genderWish: asked.genderWish as RequestRow["genderWish"],
    noteSealed: note === "" ? null : sealNote(tx.platform.secrets, id, note),
    // Lessons are for children; whoever gives them needs a fresh background check.
    withMinors: asked.kind === "tutoring",
  });
  await keepConsent(tx);
  await dropDraft(tx, requesterId);
  record(
    tx,
    RequestSubmitted,
    [boards.district(request.districtId), boards.request(id), boards.person(requesterId)],
    request,
    { requestId: id },
  );
  return request;
}

const keepConsent = (tx: Signed & Tx) =>
  row(
    tx,
    sql`insert into consent (id, person_id, kind, text_version, given_by, given_at)
        values (${newId()}, ${tx.viewer.personId}, 'matching', ${matchingNotice}, ${tx.viewer.personId}, ${tx.now()})
        on conflict do nothing`,
  );
