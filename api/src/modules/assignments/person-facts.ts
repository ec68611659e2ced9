import { sql } from "kysely";
import type { HeldCredential, HeldSkill, PersonFacts } from "../../engine/fitness/person.ts";
import { cityZone } from "../../kernel/city.ts";
import { DAY, type Interval } from "../../kernel/interval.ts";
import { instantOf } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { rows } from "../../platform/database.ts";
import { readRanges, windowsOf } from "../../platform/ranges.ts";
import { placeAt } from "./shift-work.ts";

/** What is read of a person, as it comes. */
export interface PersonFactsRow {
  readonly id: string;
  readonly active: boolean;
  readonly bornOn: string | null;
  readonly gender: "female" | "male" | "other" | null;
  readonly languages: string[];
  readonly modes: PersonFacts["modes"];
  readonly districts: number[];
  readonly districtId: number | null;
  readonly weekly: string;
  readonly maxWeekMinutes: number;
  readonly maxAssignments: number;
  readonly guardianConsent: boolean;
  readonly refusesMatching: boolean;
  readonly skills: { skill: string; level: number; specialism: string | null }[];
  readonly credentials: { kind: string; state: HeldCredential["state"]; from: string; until: string }[];
  readonly exceptions: { startsAt: number; endsAt: number; free: boolean }[];
  readonly assignments: PersonFacts["assignments"];
  readonly commitments: {
    assignmentId: string;
    workId: string;
    startsAt: number;
    endsAt: number;
    exposure: "none" | "low" | "high";
    /** Where somebody has to go for it; none where they do not, or where it is not read. */
    siteId?: string | null;
    districtId?: number | null;
  }[];
  readonly served: { minutes: number; last: number | null; accepted: number; made: number };
}

/** Many people keep the same hours, many papers the same days: each is read once, as long as it is asked for. */
export const remembered = <K, T>(most: number, read: (key: K) => T): ((key: K) => T) => {
  const known = new Map<K, T>();
  return (key) => {
    const found = known.get(key) ?? read(key);
    if (known.size >= most) known.clear();
    known.set(key, found);
    return found;
  };
};

/** Rules look this far before and after the work: a week of load, and the days that separate exposures. */
export const around = 14 * DAY;

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint::float8`);

/** Of a person p: agreed to be matched, withdrew, and did not agree again. Whoever was never asked has refused nothing. */
export const refusesMatching = sql`(exists (select from consent c where c.person_id = p.id and c.kind = 'matching' and c.withdrawn_at is not null)
        and not exists (select from consent c where c.person_id = p.id and c.kind = 'matching' and c.withdrawn_at is null))`;

/** What the rules know of people, around a span of work; one statement for any number of them. */
export async function personFacts(
  ctx: Context,
  ids: readonly string[],
  span: Interval,
): Promise<Map<string, PersonFacts>> {
  const from = new Date(span.startsAt - around);
  const to = new Date(span.endsAt + around);
  const now = ctx.now();
  const found = await rows<PersonFactsRow>(
    ctx,
    sql`select p.id, exists (select from role_grant r where r.person_id = p.id and r.role = 'volunteer' and r.revoked_at is null) as active, p.born_on as "bornOn", p.gender, p.languages, p.modes, p.districts, p.district_id as "districtId", p.weekly::text,
      p.max_week_minutes as "maxWeekMinutes", p.max_assignments as "maxAssignments",
      exists (select from consent c where c.person_id = p.id and c.kind = 'guardian' and c.withdrawn_at is null) as "guardianConsent",
      ${refusesMatching} as "refusesMatching",
      coalesce((select jsonb_agg(jsonb_build_object('skill', k.code, 'level', h.level, 'specialism', y.code))
        from person_skill h join skill k on k.id = h.skill_id left join specialism y on y.id = h.specialism_id where h.person_id = p.id), '[]') as skills,
      coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'state', c.state, 'from', c.valid_from, 'until', c.valid_until + 1))
        from credential c where c.person_id = p.id and c.state in ('verified', 'submitted')), '[]') as credentials,
      coalesce((select jsonb_agg(jsonb_build_object('startsAt', ${ms("e.starts_at")}, 'endsAt', ${ms("e.ends_at")}, 'free', e.available))
        from availability_exception e where e.person_id = p.id and e.ends_at > ${from} and e.starts_at < ${to}), '[]') as exceptions,
      coalesce((select jsonb_agg(jsonb_build_object('workId', coalesce(a.shift_id, a.request_id), 'standing', a.request_id is not null))
        from assignment a where a.person_id = p.id and a.state in ('applied', 'confirmed', 'checked_in')), '[]') as assignments,
      coalesce((select jsonb_agg(jsonb_build_object('assignmentId', m.assignment_id, 'workId', coalesce(a.shift_id, a.request_id), 'startsAt', ${ms("m.starts_at")},
          'endsAt', ${ms("m.ends_at")}, 'exposure', m.exposure, 'siteId', s.site_id,
          'districtId', case when coalesce(s.mode, q.mode) = 'on_site' then m.district_id end) order by m.starts_at)
        from commitment m join assignment a on a.id = m.assignment_id left join shift s on s.id = a.shift_id left join request q on q.id = a.request_id
        where m.person_id = p.id and m.active and m.ends_at > ${from} and m.starts_at < ${to}), '[]') as commitments,
      (select jsonb_build_object('minutes', coalesce(sum(extract(epoch from m.ends_at - m.starts_at) / 60) filter (where m.starts_at > ${now}::timestamptz - interval '28 days'), 0)::int,
          'last', ${ms("max(m.ends_at)")},
          'accepted', (select count(*) from assignment a where a.person_id = p.id and a.offered_at > ${now}::timestamptz - interval '90 days' and a.confirmed_at is not null),
          'made', (select count(*) from assignment a where a.person_id = p.id and a.offered_at > ${now}::timestamptz - interval '90 days' and a.state <> 'offered'))
        from commitment m where m.person_id = p.id and m.active and m.ends_at <= ${now}) as served
      from person p where p.id = any(${ids})`,
  );
  return new Map(found.map((row) => [row.id, factsOf(row)]));
}

export function factsOf(row: PersonFactsRow): PersonFacts {
  return {
    id: row.id,
    active: row.active,
    birthDate: row.bornOn,
    guardianConsent: row.guardianConsent,
    refusesMatching: row.refusesMatching,
    gender: row.gender === "other" ? null : row.gender,
    languages: row.languages,
    modes: row.modes,
    districts: (row.districts.length > 0 ? row.districts : [row.districtId ?? 0]).map(String),
    home: row.districtId === null ? null : homeIn(row.districtId),
    skills: skillsOf(row),
    wishedSkills: [],
    credentials: row.credentials.map(({ kind, state, from, until }) => ({
      kind,
      state,
      validFrom: midnight(from),
      validUntil: midnight(until),
    })),
    availability: availabilityOf(row),
    limits: {
      dayMinutes: null,
      weekMinutes: row.maxWeekMinutes,
      weekDuties: null,
      assignmentsAtOnce: row.maxAssignments,
      travelMinutes: null,
    },
    assignments: row.assignments,
    commitments: row.commitments.map(({ siteId, districtId, ...commitment }) => ({
      ...commitment,
      place: districtId == null ? null : placeAt(siteId ?? null, districtId),
    })),
    record: {
      recentMinutes: row.served.minutes,
      lastServedAt: row.served.last,
      offersAccepted: row.served.accepted,
      offersMade: row.served.made,
    },
  };
}

export const availabilityOf = ({
  weekly,
  exceptions,
}: Pick<PersonFactsRow, "weekly" | "exceptions">): PersonFacts["availability"] => ({
  timeZone: cityZone,
  weekly: weekly === "{}" ? null : windowsIn(weekly),
  exceptions,
});

/** As near as the rules need to know: the seat of the home district. */
const homeIn = remembered(100, (districtId: number): PersonFacts["home"] => placeAt(null, districtId));

function skillsOf({ skills }: PersonFactsRow): HeldSkill[] {
  const held = new Map<string, { skill: string; level: number; specialisms: string[] }>();
  for (const { skill, level, specialism } of skills) {
    const one = held.get(skill) ?? { skill, level, specialisms: [] };
    one.level = Math.max(one.level, level);
    if (specialism !== null) one.specialisms.push(specialism);
    held.set(skill, one);
  }
  return [...held.values()];
}

const windowsIn = remembered(10_000, (text: string) => windowsOf(readRanges(text)));
const midnight = remembered(10_000, (day: string) => instantOf(cityZone, Date.parse(`${day}T00:00:00Z`)));
