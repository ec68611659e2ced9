import { LockMode } from "@mikro-orm/core";
import { sql } from "kysely";
import type { Window } from "../../kernel/page.ts";
import { columnsOf } from "../../platform/columns.ts";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { ShiftRow } from "../shifts/shift.ts";
import { Assignment, type AssignmentRow, AssignmentSchema } from "./assignment.ts";
import { liveStates } from "./states.ts";

export const assignmentColumns = columnsOf(AssignmentSchema, "a");

export async function assignmentsById(ctx: Context, ids: readonly string[]): Promise<Map<string, AssignmentRow>> {
  const found = await rows<AssignmentRow>(
    ctx,
    sql`select ${assignmentColumns} from assignment a where a.id = any(${ids})`,
  );
  return new Map(found.map((assignment) => [assignment.id, assignment]));
}

/** Live assignments of each shift, oldest first. */
export async function assignmentsByShift(
  ctx: Context,
  shiftIds: readonly string[],
): Promise<Map<string, AssignmentRow[]>> {
  const found = await rows<AssignmentRow>(
    ctx,
    sql`select ${assignmentColumns} from assignment a where a.shift_id = any(${shiftIds}) and a.state = any(${[...liveStates, "completed"]}) order by a.made_at, a.id`,
  );
  return Map.groupBy(found, (assignment) => assignment.shiftId!);
}

/** The viewer's own live assignment on each shift. */
export async function mineByShift(ctx: Context, shiftIds: readonly string[]): Promise<Map<string, AssignmentRow>> {
  const found = await rows<AssignmentRow>(
    ctx,
    sql`select ${assignmentColumns} from assignment a
        where a.shift_id = any(${shiftIds}) and a.person_id = ${ctx.viewer?.personId ?? null} and a.state = any(${[...liveStates, "completed"]})`,
  );
  return new Map(found.map((assignment) => [assignment.shiftId!, assignment]));
}

export const assignmentForChange = (tx: Tx, id: string): Promise<Assignment | null> =>
  tx.em.findOne(Assignment, id, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** What somebody has confirmed in a span, by its next or only time. */
export const scheduleOf = (
  ctx: Context,
  personId: string,
  from: Date,
  to: Date,
  { limit, backward, from: after }: Window,
): Promise<(AssignmentRow & Times)[]> =>
  rows(
    ctx,
    sql`select * from (
          select ${assignmentColumns}, m.starts_at as "startsAt", m.ends_at as "endsAt", m.id as "commitmentId"
          from commitment m join assignment a on a.id = m.assignment_id
          where m.person_id = ${personId} and m.active and m.starts_at >= ${from} and m.starts_at < ${to}) mine
        where true ${after === null ? sql`` : sql`and ("startsAt", "commitmentId") ${sql.raw(backward ? "<" : ">")} (${after[0]}::timestamptz, ${after[1]}::uuid)`}
        order by ${sql.raw(backward ? `"startsAt" desc, "commitmentId" desc` : `"startsAt", "commitmentId"`)} limit ${limit + 1}`,
  );

/** The span of one commitment, where an assignment was found by it. */
export interface Times {
  readonly startsAt?: Date;
  readonly endsAt?: Date;
  readonly commitmentId?: string;
}

export interface NewPlace {
  readonly id: string;
  readonly commitmentId: string;
  readonly personId: string;
  readonly shift: ShiftRow;
  readonly source: AssignmentRow["source"];
  readonly overrideReason?: string | null;
}

/**
 * Binds a person to a shift: assignment, commitment and count in one statement. The caller holds the shift's lock; should
 * a rule have been wrong, `shift_places_taken` and `commitment_no_overlap` refuse.
 */
export async function takePlace(tx: Tx, place: NewPlace): Promise<{ assignment: AssignmentRow; shift: ShiftRow }> {
  const { shift } = place;
  const now = tx.now();
  const found = await row<Pick<ShiftRow, "taken" | "releasing" | "version">>(
    tx,
    sql`with a as (
          insert into assignment (id, person_id, shift_id, district_id, state, source, confirmed_at, override_reason, made_at, made_by)
          values (${place.id}, ${place.personId}, ${shift.id}, ${shift.districtId}, 'confirmed', ${place.source}, ${now}, ${place.overrideReason ?? null}, ${now}, ${tx.viewer?.personId ?? null})
        ), m as (
          insert into commitment (id, assignment_id, person_id, district_id, starts_at, ends_at, exposure, active)
          values (${place.commitmentId}, ${place.id}, ${place.personId}, ${shift.districtId}, ${shift.startsAt}, ${shift.endsAt}, ${shift.exposure}, true)
        )
        update shift s set taken = s.taken + 1, version = s.version + 1 where s.id = ${shift.id}
        returning s.taken, s.releasing, s.version`,
  );
  const assignment: AssignmentRow = {
    id: place.id,
    personId: place.personId,
    shiftId: shift.id,
    requestId: null,
    districtId: shift.districtId,
    state: "confirmed",
    source: place.source,
    pinned: false,
    offeredAt: null,
    answerBy: null,
    confirmedAt: now,
    releasingSince: null,
    declineReason: null,
    overrideReason: place.overrideReason ?? null,
    partingReason: null,
    runId: null,
    weekly: null,
    version: 1,
    madeAt: now,
    madeBy: tx.viewer?.personId ?? null,
  };
  return { assignment, shift: { ...shift, ...found! } };
}

/** Relieves whoever has waited longest for it: their place is the one that is about to be taken. */
export async function relieveOne(tx: Tx, shift: ShiftRow): Promise<AssignmentRow | undefined> {
  const relieved = await row<AssignmentRow>(
    tx,
    sql`with a as (
          update assignment a set state = 'released', releasing_since = null, version = version + 1
          where a.id = (select id from assignment where shift_id = ${shift.id} and state = 'confirmed' and releasing_since is not null
                        order by releasing_since, id limit 1)
          returning *
        ), m as (update commitment set active = false where assignment_id = (select id from a)),
        s as (update shift set taken = taken - 1, releasing = releasing - 1, version = version + 1 where id = ${shift.id} and exists (select from a))
        select ${assignmentColumns} from a`,
  );
  return relieved;
}
