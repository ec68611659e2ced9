import { sql } from "kysely";
import { newId } from "../../kernel/id.ts";
import type { Interval } from "../../kernel/interval.ts";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { RequestRow } from "../requests/request.ts";
import { requestColumns } from "../requests/store.ts";
import type { ShiftRow } from "../shifts/shift.ts";
import { shiftColumns } from "../shifts/store.ts";
import type { AssignmentRow } from "./assignment.ts";
import type { AssignmentState } from "./states.ts";
import { assignmentColumns } from "./store.ts";
import type { WorkRef } from "./work.ts";

/** States in which somebody is bound to the work for good. */
const bound = sql`('confirmed', 'checked_in', 'completed')`;

export const lockAssignment = (tx: Tx, id: string): Promise<AssignmentRow | undefined> =>
  row(tx, sql`select ${assignmentColumns} from assignment a where a.id = ${id} for update`);

/** A person's live binding to a piece of work. The caller holds the work's lock. */
export const bindingTo = (tx: Tx, work: WorkRef, personId: string): Promise<AssignmentRow | undefined> =>
  row(
    tx,
    sql`select ${assignmentColumns} from assignment a
        where ${work.requestId ? sql`a.request_id = ${work.requestId}` : sql`a.shift_id = ${work.shiftId}`}
          and a.person_id = ${personId} and (a.state in ('applied', 'offered') or a.state in ${bound})`,
  );

/**
 * Offers on a shift beyond its places: they wait behind people who are to be relieved, and hold no place of their own.
 * The caller holds the shift's lock.
 */
export async function standbyOffers(tx: Tx, shiftId: string): Promise<number> {
  const found = await row<{ n: number }>(
    tx,
    sql`select count(*)::int - (select taken from shift where id = ${shiftId}) as n
        from assignment where shift_id = ${shiftId} and (state = 'offered' or state in ${bound})`,
  );
  return Math.max(0, found?.n ?? 0);
}

export type NewBinding = Pick<AssignmentRow, "id" | "personId" | "districtId" | "state" | "source"> &
  WorkRef & {
    readonly offeredAt: Date | null;
    readonly answerBy: Date | null;
    readonly confirmedAt: Date | null;
    readonly overrideReason: string | null;
    readonly runId?: string | null;
    readonly weekly: string | null;
  };

export async function insertAssignment(tx: Tx, given: NewBinding): Promise<AssignmentRow> {
  const made = await row<AssignmentRow>(
    tx,
    sql`insert into assignment as a (id, person_id, shift_id, request_id, district_id, state, source, offered_at, answer_by, confirmed_at,
          override_reason, run_id, weekly, made_at, made_by)
        values (${given.id}, ${given.personId}, ${given.shiftId ?? null}, ${given.requestId ?? null}, ${given.districtId}, ${given.state}, ${given.source},
          ${given.offeredAt}, ${given.answerBy}, ${given.confirmedAt}, ${given.overrideReason}, ${given.runId ?? null}, ${given.weekly},
          ${tx.now()}, ${tx.viewer?.personId ?? null})
        returning ${assignmentColumns}`,
  );
  return made!;
}

/** Moves an assignment that the caller holds; the table of legal moves is states.ts. */
export async function moveAssignment(
  tx: Tx,
  id: string,
  to: AssignmentState,
  declineReason: string | null = null,
): Promise<AssignmentRow> {
  const moved = await row<AssignmentRow>(
    tx,
    sql`update assignment a set state = ${to}, version = a.version + 1, decline_reason = coalesce(${declineReason}, a.decline_reason),
          confirmed_at = case when ${to} = 'confirmed' then ${tx.now()}::timestamptz else a.confirmed_at end
        where a.id = ${id} returning ${assignmentColumns}`,
  );
  return moved!;
}

/** Takes these spans of the person's life; `commitment_no_overlap` has the last word. */
export async function commit(
  tx: Tx,
  assignment: AssignmentRow,
  spans: readonly Interval[],
  exposure: "none" | "low" | "high",
): Promise<void> {
  const drafts = spans.map(({ startsAt, endsAt }) => ({
    id: newId(tx.now().getTime()),
    starts_at: new Date(startsAt).toISOString(),
    ends_at: new Date(endsAt).toISOString(),
  }));
  await row(
    tx,
    sql`insert into commitment (id, assignment_id, person_id, district_id, starts_at, ends_at, exposure, active)
        select id, ${assignment.id}::uuid, ${assignment.personId}::uuid, ${assignment.districtId}::smallint, starts_at, ends_at, ${exposure}, true
        from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) as d (id uuid, starts_at timestamptz, ends_at timestamptz)`,
  );
}

export async function countOnShift(tx: Tx, shiftId: string, by: number): Promise<ShiftRow> {
  const changed = await row<ShiftRow>(
    tx,
    sql`update shift s set taken = s.taken + ${by}::int, version = s.version + 1 where s.id = ${shiftId} returning ${shiftColumns}`,
  );
  return changed!;
}

/** Counts a place of a request; it is matched as soon as every place is somebody's for good. */
export async function countOnRequest(tx: Tx, requestId: string, by: number): Promise<RequestRow> {
  const changed = await row<RequestRow>(
    tx,
    sql`with bound as (select count(*) as n from assignment where request_id = ${requestId} and state in ${bound})
        update request q set taken = q.taken + ${by}::int, version = q.version + 1,
          state = case when q.state = 'open' and bound.n >= q.places then 'matched' else q.state end,
          matched_at = case when q.state = 'open' and bound.n >= q.places then ${tx.now()}::timestamptz else q.matched_at end
        from bound where q.id = ${requestId} returning ${requestColumns}`,
  );
  return changed!;
}

/** Offers to a person that can still be answered, the most pressing first. */
export const offersTo = (ctx: Context, personId: string): Promise<AssignmentRow[]> =>
  rows(
    ctx,
    sql`select ${assignmentColumns} from assignment a
        where a.person_id = ${personId} and a.state = 'offered' and a.answer_by > ${ctx.now()} order by a.answer_by, a.id limit 100`,
  );

/** Offers whose time is up, oldest first. */
export const lapsedOffers = (ctx: Context, most: number): Promise<AssignmentRow[]> =>
  rows(
    ctx,
    sql`select ${assignmentColumns} from assignment a
        where a.state = 'offered' and a.answer_by <= ${ctx.now()} order by a.answer_by, a.id limit ${most}`,
  );

/** The matcher leaves a pinned one alone. */
export async function setPinned(tx: Tx, id: string, pinned: boolean): Promise<AssignmentRow> {
  const changed = await row<AssignmentRow>(
    tx,
    sql`update assignment a set pinned = ${pinned}, version = a.version + 1 where a.id = ${id} returning ${assignmentColumns}`,
  );
  return changed!;
}

/** Whoever is asked or bound, of each request; those who are bound first. */
export async function liveByRequest(
  ctx: Context,
  requestIds: readonly string[],
): Promise<Map<string, AssignmentRow[]>> {
  const found = await rows<AssignmentRow>(
    ctx,
    sql`select ${assignmentColumns} from assignment a
        where a.request_id = any(${requestIds}) and (a.state = 'offered' or a.state in ${bound})
        order by a.state = 'offered', a.made_at, a.id`,
  );
  return Map.groupBy(found, (assignment) => assignment.requestId!);
}

/**
 * Ends every live binding to a request, and gives back the time that lies ahead. What has begun stays as it was: it
 * counts as served. The caller holds the request's lock.
 */
export function cancelBindings(tx: Tx, requestId: string): Promise<(AssignmentRow & { wasOffer: boolean })[]> {
  return rows(
    tx,
    sql`with live as materialized (
          select id, state = 'offered' as was_offer from assignment
          where request_id = ${requestId} and state in ('applied', 'offered', 'confirmed') order by id for update
        ), m as (
          update commitment set active = false where assignment_id in (select id from live) and active and starts_at > ${tx.now()}
        )
        update assignment a set state = 'cancelled', version = a.version + 1 from live where a.id = live.id
        returning ${assignmentColumns}, live.was_offer as "wasOffer"`,
  );
}

/** Requests that somebody has agreed to help with. */
export const matchesOf = (ctx: Context, personId: string): Promise<{ readonly id: string }[]> =>
  rows(
    ctx,
    sql`select a.id from assignment a where a.person_id = ${personId} and a.request_id is not null and a.state = 'confirmed' order by a.request_id`,
  );

/** Ends a match, and gives back the time that lies ahead. The caller holds the request and the assignment. */
export async function endMatch(tx: Tx, id: string): Promise<AssignmentRow> {
  const ended = await row<AssignmentRow>(
    tx,
    sql`with m as (update commitment set active = false where assignment_id = ${id} and active and starts_at > ${tx.now()})
        update assignment a set state = 'cancelled', version = a.version + 1 where a.id = ${id} returning ${assignmentColumns}`,
  );
  return ended!;
}

/** A place of a matched or active request is free again: it looks for somebody. */
export async function reopenRequest(tx: Tx, id: string): Promise<RequestRow> {
  const opened = await row<RequestRow>(
    tx,
    sql`update request q set taken = q.taken - 1, state = 'open', matched_at = null, version = q.version + 1
        where q.id = ${id} returning ${requestColumns}`,
  );
  return opened!;
}
