import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { ShiftRow } from "../shifts/shift.ts";
import { lockShift, shiftColumns } from "../shifts/store.ts";
import type { AssignmentRow } from "./assignment.ts";
import type { AssignmentState } from "./states.ts";
import { assignmentColumns, assignmentsById } from "./store.ts";

/** Somebody's place on a shift, both held until the transaction ends. */
export interface HeldPlace {
  readonly assignment: AssignmentRow;
  readonly shift: ShiftRow;
}

/** Holds the shift first, then the assignment, as everybody does; undefined for what is not there or not on a shift. */
export async function lockPlace(tx: Tx, id: string): Promise<HeldPlace | undefined> {
  // For which shift an assignment is never changes, so this may be read before anything is held.
  const shiftId = (await assignmentsById(tx, [id])).get(id)?.shiftId;
  const shift = shiftId ? await lockShift(tx, shiftId) : undefined;
  if (shift === undefined) return undefined;
  const assignment = await row<AssignmentRow>(
    tx,
    sql`select ${assignmentColumns} from assignment a where a.id = ${id} for update`,
  );
  return assignment && { assignment, shift };
}

/** An application: it holds neither a place nor the person's time. `assignment_once_shift` refuses a second one. */
export async function insertApplication(tx: Tx, id: string, personId: string, shift: ShiftRow): Promise<AssignmentRow> {
  const made = await row<AssignmentRow>(
    tx,
    sql`insert into assignment as a (id, person_id, shift_id, district_id, state, source, made_at, made_by)
        values (${id}, ${personId}, ${shift.id}, ${shift.districtId}, 'applied', 'applied', ${tx.now()}, ${personId})
        returning ${assignmentColumns}`,
  );
  return made!;
}

/** Gives an applicant their place and takes their time; the shift's and the person's constraints have the last word. */
export async function confirmApplication(
  tx: Tx,
  commitmentId: string,
  { assignment, shift }: HeldPlace,
): Promise<HeldPlace> {
  const confirmed = await row<AssignmentRow>(
    tx,
    sql`with m as (
          insert into commitment (id, assignment_id, person_id, district_id, starts_at, ends_at, exposure, active)
          values (${commitmentId}, ${assignment.id}, ${assignment.personId}, ${shift.districtId}, ${shift.startsAt}, ${shift.endsAt}, ${shift.exposure}, true))
        update assignment a set state = 'confirmed', confirmed_at = ${tx.now()}, version = a.version + 1
        where a.id = ${assignment.id} returning ${assignmentColumns}`,
  );
  return { assignment: confirmed!, shift: await countPlaces(tx, shift.id, 1, 0) };
}

/** Ends an application; no place and no time was held. */
export async function endApplication(
  tx: Tx,
  id: string,
  to: "declined" | "cancelled",
  reason: string | null,
): Promise<AssignmentRow> {
  const ended = await row<AssignmentRow>(
    tx,
    sql`update assignment a set state = ${to}, decline_reason = ${reason}, version = a.version + 1
        where a.id = ${id} returning ${assignmentColumns}`,
  );
  return ended!;
}

/** Notes that somebody waits to be relieved: the place stays theirs, and others may take it over. */
export async function markReleasing(tx: Tx, { assignment, shift }: HeldPlace): Promise<HeldPlace> {
  const marked = await row<AssignmentRow>(
    tx,
    sql`update assignment a set releasing_since = ${tx.now()}, version = a.version + 1
        where a.id = ${assignment.id} returning ${assignmentColumns}`,
  );
  return { assignment: marked!, shift: await countPlaces(tx, shift.id, 0, 1) };
}

/** Ends a confirmed place: it is free again, and so is the person's time. */
export async function endPlace(
  tx: Tx,
  { assignment, shift }: HeldPlace,
  to: AssignmentState & ("released" | "cancelled"),
): Promise<HeldPlace> {
  const ended = await row<AssignmentRow>(
    tx,
    sql`with m as (update commitment set active = false where assignment_id = ${assignment.id} and active)
        update assignment a set state = ${to}, releasing_since = null, version = a.version + 1
        where a.id = ${assignment.id} returning ${assignmentColumns}`,
  );
  return { assignment: ended!, shift: await countPlaces(tx, shift.id, -1, assignment.releasingSince ? -1 : 0) };
}

async function countPlaces(tx: Tx, shiftId: string, taken: number, releasing: number): Promise<ShiftRow> {
  const counted = await row<ShiftRow>(
    tx,
    sql`update shift s set taken = s.taken + ${taken}::int, releasing = s.releasing + ${releasing}::int, version = s.version + 1
        where s.id = ${shiftId} returning ${shiftColumns}`,
  );
  return counted!;
}

/** Lets go of everybody on a shift that was called off. The caller holds the shift. */
export async function cancelEverybody(tx: Tx, shiftId: string): Promise<AssignmentRow[]> {
  const ended = await rows<AssignmentRow>(
    tx,
    sql`with live as materialized (
          select id from assignment where shift_id = ${shiftId} and state in ('applied', 'offered', 'confirmed') order by id for update
        ), m as (update commitment set active = false where assignment_id in (select id from live) and active)
        update assignment a set state = 'cancelled', releasing_since = null, version = a.version + 1
        from live where a.id = live.id returning ${assignmentColumns}`,
  );
  if (ended.length > 0)
    await row(tx, sql`update shift set taken = 0, releasing = 0, version = version + 1 where id = ${shiftId}`);
  return ended;
}

/** What somebody is bound to or has applied for on shifts that have not begun. Offers are asked again when answered. */
export const futurePlaces = (
  ctx: Context,
  personId: string,
): Promise<{ readonly assignmentId: string; readonly shiftId: string }[]> =>
  rows(
    ctx,
    sql`select a.id as "assignmentId", s.id as "shiftId" from assignment a join shift s on s.id = a.shift_id
        where a.person_id = ${personId} and a.state in ('applied', 'confirmed') and s.starts_at > ${ctx.now()}
        order by s.id`,
  );

/** When the last span ends that an assignment takes; null: it takes none. */
export const lastEndOf = async (ctx: Context, assignmentId: string): Promise<Date | null> =>
  (
    await row<{ at: Date | null }>(
      ctx,
      sql`select max(ends_at) as at from commitment where assignment_id = ${assignmentId} and active`,
    )
  )?.at ?? null;
