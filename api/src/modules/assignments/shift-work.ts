import { sql } from "kysely";
import { hotlinePolicy, standardPolicy } from "../../engine/fitness/policy.ts";
import type { WorkFacts } from "../../engine/fitness/work.ts";
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
};

const from = sql`select ${shiftColumns}, i.time_zone as "timeZone", i.kind as "siteKind", k.code as "skillCode", y.code as "specialismCode"
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
  place: null,
  skills:
    shift.skillCode === null
      ? []
      : [{ skill: shift.skillCode, specialism: shift.specialismCode, minLevel: shift.level }],
  credentials: shift.credentials.filter((kind) => !kind.startsWith(training)),
  trainings: shift.credentials.filter((kind) => kind.startsWith(training)).map((kind) => kind.slice(training.length)),
  languages: [],
  minAge: null,
  minor: shift.withMinors ? { guardianConsent: true, secondAdult: true } : null,
  exposure: shift.exposure,
  placesFree: freePlaces(shift),
  signUp: { opensAt: shift.signUpFrom?.getTime() ?? null, closesAt: shift.signUpUntil?.getTime() ?? null },
  excludedPersonIds: [],
  formerPersonIds: [],
  wishes: { gender: null, language: null, firm: [] },
  waitingSince: null,
  policy: shift.siteKind === "hotline" ? hotlinePolicy : standardPolicy,
});

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
