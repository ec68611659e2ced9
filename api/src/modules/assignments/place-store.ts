import { sql } from "kysely";
import { newId } from "../../kernel/id.ts";
import type { Interval } from "../../kernel/interval.ts";
import { row, rows } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { AssignmentRow } from "./assignment.ts";
import type { PartingReason } from "./parting.ts";
import type { AssignmentState } from "./states.ts";
import { assignmentColumns } from "./store.ts";
import type { WorkRef } from "./work.ts";

/** Every change of an assignment whose work the caller holds. What it counts is in count-store.ts. */

export const lockAssignment = (tx: Tx, id: string): Promise<AssignmentRow | undefined> =>
  row(tx, sql`select ${assignmentColumns} from assignment a where a.id = ${id} for update`);

export type NewBinding = Pick<AssignmentRow, "id" | "personId" | "districtId" | "state" | "source"> &
  WorkRef & {
    readonly offeredAt?: Date;
    readonly answerBy?: Date;
    readonly confirmedAt?: Date;
    readonly overrideReason?: string | null;
    readonly runId?: string | null;
    readonly weekly?: string | null;
  };

/** `assignment_once_shift` and `assignment_once_request` refuse a second live one of the same person. */
export async function insertAssignment(tx: Tx, given: NewBinding): Promise<AssignmentRow> {
  const made = await row<AssignmentRow>(
    tx,
    sql`insert into assignment as a (id, person_id, shift_id, request_id, district_id, state, source, offered_at, answer_by, confirmed_at,
          override_reason, run_id, weekly, made_at, made_by)
        values (${given.id}, ${given.personId}, ${given.shiftId ?? null}, ${given.requestId ?? null}, ${given.districtId}, ${given.state}, ${given.source},
          ${given.offeredAt ?? null}, ${given.answerBy ?? null}, ${given.confirmedAt ?? null}, ${given.overrideReason ?? null}, ${given.runId ?? null},
          ${given.weekly ?? null}, ${tx.now()}, ${tx.viewer?.personId ?? null})
        returning ${assignmentColumns}`,
  );
  return made!;
}

/** Somebody who applied or was asked is bound from now on. */
export async function confirmAssignment(tx: Tx, id: string): Promise<AssignmentRow> {
  const confirmed = await row<AssignmentRow>(
    tx,
    sql`update assignment a set state = 'confirmed', confirmed_at = ${tx.now()}, version = a.version + 1
        where a.id = ${id} returning ${assignmentColumns}`,
  );
  return confirmed!;
}

/**
 * Ends somebody's binding and gives back the time that lies ahead; what has begun stays as it was: it counts as served.
 * The table of legal moves is states.ts.
 */
export async function endAssignment(
  tx: Tx,
  id: string,
  to: AssignmentState & ("declined" | "expired" | "released" | "cancelled"),
  reason: string | null = null,
): Promise<AssignmentRow> {
  const ended = await row<AssignmentRow>(
    tx,
    sql`with m as (update commitment set active = false where assignment_id = ${id} and active and starts_at > ${tx.now()})
        update assignment a set state = ${to}, releasing_since = null, decline_reason = coalesce(${reason}, a.decline_reason),
          version = a.version + 1
        where a.id = ${id} returning ${assignmentColumns}`,
  );
  return ended!;
}

/** The same for everybody who is bound to work that is called off, has applied for it or was asked. */
export const endEverybody = (
  tx: Tx,
  { shiftId, requestId }: WorkRef,
): Promise<(AssignmentRow & { readonly wasOffer: boolean })[]> =>
  rows(
    tx,
    sql`with live as materialized (
          select id, state = 'offered' as was_offer from assignment
          where ${shiftId ? sql`shift_id = ${shiftId}` : sql`request_id = ${requestId}`} and state in ('applied', 'offered', 'confirmed')
          order by id for update
        ), m as (
          update commitment set active = false where assignment_id in (select id from live) and active ${shiftId ? sql`` : sql`and starts_at > ${tx.now()}`}
        )
        update assignment a set state = 'cancelled', releasing_since = null, version = a.version + 1 from live where a.id = live.id
        returning ${assignmentColumns}, live.was_offer as "wasOffer"`,
  );

/** Help that was agreed has been given: those bound to a request are done with it. */
export const completeHelpers = (tx: Tx, requestId: string): Promise<AssignmentRow[]> =>
  rows(
    tx,
    sql`update assignment a set state = 'completed', releasing_since = null, version = a.version + 1
        where a.request_id = ${requestId} and a.state in ('confirmed', 'checked_in') returning ${assignmentColumns}`,
  );

/** Ends a match for good: the two are not proposed to each other for this request again. What begins before `from` stays. */
export async function partAssignment(
  tx: Tx,
  id: string,
  to: "released" | "cancelled",
  reason: PartingReason,
  from: Date,
): Promise<AssignmentRow> {
  const parted = await row<AssignmentRow>(
    tx,
    sql`with m as (update commitment set active = false where assignment_id = ${id} and active and starts_at > ${from})
        update assignment a set state = ${to}, parting_reason = ${reason}, version = a.version + 1
        where a.id = ${id} returning ${assignmentColumns}`,
  );
  return parted!;
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

/** Notes that somebody waits to be relieved: the place stays theirs, and others may take it over. */
export async function markReleasing(tx: Tx, id: string): Promise<AssignmentRow> {
  const marked = await row<AssignmentRow>(
    tx,
    sql`update assignment a set releasing_since = ${tx.now()}, version = a.version + 1
        where a.id = ${id} returning ${assignmentColumns}`,
  );
  return marked!;
}

/** The matcher leaves a pinned one alone. */
export async function setPinned(tx: Tx, id: string, pinned: boolean): Promise<AssignmentRow> {
  const changed = await row<AssignmentRow>(
    tx,
    sql`update assignment a set pinned = ${pinned}, version = a.version + 1 where a.id = ${id} returning ${assignmentColumns}`,
  );
  return changed!;
}
