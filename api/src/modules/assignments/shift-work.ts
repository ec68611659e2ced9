import { sql } from "kysely";
import type { Place } from "../../engine/fitness/person.ts";
import { hotlinePolicy, standardPolicy } from "../../engine/fitness/policy.ts";
import type { WorkFacts } from "../../engine/fitness/work.ts";
import { seatOf } from "../../kernel/districts.ts";
import type { Context } from "../../platform/context.ts";
import { rows } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import { freePlaces, type ShiftRow } from "../shifts/shift.ts";
import { shiftColumns } from "../shifts/store.ts";

/** A shift with what the rules need of its site and skill. */
export type ShiftWork = ShiftRow & {
  readonly timeZone: string;
  readonly siteKind: string;
  readonly skillCode: string | null;
  readonly specialismCode: string | null;
  /** Who may never meet somebody who serves at the site then, or has been asked to. */
  readonly excluded: readonly string[];
  /** Whether a second person serves at the site throughout, as far as it is planned. */
  readonly accompanied: boolean;
  /** Who has served at the site in the last weeks; read only where people are ranked. */
  readonly former?: readonly string[];
};

/** Other shifts of the site that touch this one, and this one itself. A shift lasts 24 hours at the most. */
const beside = sql`o.site_id = s.site_id and o.state = 'published' and o.starts_at < s.ends_at and o.ends_at > s.starts_at
  and o.starts_at > s.starts_at - interval '24 hours'`;

const from = sql`select ${shiftColumns}, i.time_zone as "timeZone", i.kind as "siteKind", k.code as "skillCode", y.code as "specialismCode",
    coalesce((select array_agg(case x.person_a when a.person_id then x.person_b else x.person_a end)
      from shift o join assignment a on a.shift_id = o.id and a.state in ('offered', 'confirmed', 'checked_in')
        join excluded_pair x on a.person_id in (x.person_a, x.person_b) where ${beside}), '{}')::text[] as excluded,
    s.with_minors and (s.minimum_cover >= 2 or exists (select from shift o where ${beside} and o.id <> s.id and o.minimum_cover >= 1
      and o.starts_at <= s.starts_at and o.ends_at >= s.ends_at)) as accompanied
  from shift s join site i on i.id = s.site_id left join skill k on k.id = s.skill_id left join specialism y on y.id = s.specialism_id`;

export async function shiftWorkById(ctx: Context, ids: readonly string[]): Promise<Map<string, ShiftWork>> {
  const found = await rows<ShiftWork>(ctx, sql`${from} where s.id = any(${ids})`);
  return new Map(found.map((shift) => [shift.id, shift]));
}

/** Shifts of the same kind with free places, nearest in time to the given one, at most a week away. */
export const shiftsInstead = (ctx: Context, shiftId: string, count: number): Promise<ShiftWork[]> =>
  rows(
    ctx,
    sql`${from}, shift wanted
        where wanted.id = ${shiftId} and s.site_id = wanted.site_id and s.role = wanted.role and s.state = 'published' and s.picking = 'claim'
          and s.id <> wanted.id and s.starts_at > ${ctx.now()} and s.places > s.taken - s.releasing
          and s.starts_at between wanted.starts_at - interval '7 days' and wanted.starts_at + interval '7 days'
        order by abs(extract(epoch from s.starts_at - wanted.starts_at)), s.id limit ${count}`,
  );

const recentDays = 28;

/** The same with those who know the site, for ranking. */
export async function shiftWithFormer(ctx: Context, ids: readonly string[]): Promise<Map<string, ShiftWork>> {
  const found = await shiftWorkById(ctx, ids);
  const former = await rows<{ id: string; former: string[] }>(
    ctx,
    sql`select s.id, array_agg(distinct a.person_id)::text[] as former
        from shift s join shift o on o.site_id = s.site_id and o.state = 'published' and o.ends_at <= ${ctx.now()}
            and o.starts_at > ${ctx.now()}::timestamptz - make_interval(days => ${recentDays})
          join assignment a on a.shift_id = o.id and a.state in ('confirmed', 'checked_in', 'completed')
        where s.id = any(${ids}) group by s.id`,
  );
  for (const { id, former: people } of former) found.set(id, { ...found.get(id)!, former: people });
  return found;
}

const states = { draft: "draft", published: "open", cancelled: "cancelled" } as const;
const training = "training:";

/** The same as facts for the rules. */
export const workOfShift = (shift: ShiftWork): WorkFacts => ({
  id: shift.id,
  state: states[shift.state],
  timeZone: shift.timeZone,
  time: { kind: "dated", spans: [{ startsAt: shift.startsAt.getTime(), endsAt: shift.endsAt.getTime() }] },
  mode: shift.mode,
  otherModes: [],
  district: String(shift.districtId),
  place: shift.mode === "on_site" ? placeAt(shift.siteId, shift.districtId) : null,
  skills:
    shift.skillCode === null
      ? []
      : [{ skill: shift.skillCode, specialism: shift.specialismCode, minLevel: shift.level }],
  credentials: shift.credentials.filter((kind) => !kind.startsWith(training)),
  trainings: shift.credentials.filter((kind) => kind.startsWith(training)).map((kind) => kind.slice(training.length)),
  languages: [],
  minAge: null,
  // Children are there with their school or home, whose own consent covers it; we see to the second adult.
  minor: shift.withMinors ? { guardianConsent: true, secondAdult: shift.accompanied } : null,
  exposure: shift.exposure,
  placesFree: freePlaces(shift),
  signUp: { opensAt: shift.signUpFrom?.getTime() ?? null, closesAt: shift.signUpUntil?.getTime() ?? null },
  excludedPersonIds: shift.excluded,
  formerPersonIds: shift.former ?? [],
  wishes: { gender: null, language: null, firm: [] },
  waitingSince: null,
  policy: shift.siteKind === "hotline" ? hotlinePolicy : standardPolicy,
});

/** As near as a site is known to the rules: the seat of its district. Within one site nobody travels. */
export function placeAt(siteId: string | null, districtId: number): Place | null {
  const seat = seatOf(districtId);
  return seat && { siteId, ...seat };
}

/**
 * Holds a shift and the person who wants it until the transaction ends, in that order everywhere: two claims cannot both
 * take the last place, and one person's claims on two shifts cannot both slip under a limit.
 */
export async function lockShiftWork(tx: Tx, shiftId: string, personId: string): Promise<ShiftWork | undefined> {
  const [shift] = await rows<ShiftWork>(
    tx,
    sql`with locked as materialized (select id from shift where id = ${shiftId} for update),
             held as materialized (select p.id from person p, locked where p.id = ${personId} for update of p)
        ${from}, held where s.id = ${shiftId} for update of s`,
  );
  return shift;
}
