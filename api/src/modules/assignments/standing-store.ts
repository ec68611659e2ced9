import { sql } from "kysely";
import { newId } from "../../kernel/id.ts";
import type { Interval } from "../../kernel/interval.ts";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { AssignmentRow } from "./assignment.ts";
import { assignmentColumns } from "./store.ts";

/** Standing matches whose last decided session begins before `horizon`, in order of id after `after`. */
export const standingMatches = (ctx: Context, horizon: Date, after: string, most: number): Promise<{ id: string }[]> =>
  rows(
    ctx,
    sql`select a.id from assignment a join request q on q.id = a.request_id
        where a.id > ${after} and a.weekly is not null and a.state = 'confirmed' and q.state in ('open', 'matched', 'active')
          and (select max(m.starts_at) from commitment m where m.assignment_id = a.id) < ${horizon}
        order by a.id limit ${most}`,
  );

/** When the last session begins that has been decided on, whether it takes place or not. */
export const decidedUntil = async (tx: Tx, assignmentId: string): Promise<Date | null> =>
  (
    await row<{ at: Date | null }>(
      tx,
      sql`select max(starts_at) as at from commitment where assignment_id = ${assignmentId}`,
    )
  )?.at ?? null;

export interface Decision extends Interval {
  readonly takesPlace: boolean;
}

/**
 * Keeps what was decided of these sessions: those that take place take the person's time, the others leave a mark, so
 * that nobody decides on them again. Gives the ids of those that do not take place, also where `commitment_no_overlap`
 * knew better.
 */
export async function keepSessions(
  tx: Tx,
  assignment: AssignmentRow,
  decisions: readonly Decision[],
  exposure: "none" | "low" | "high",
): Promise<string[]> {
  const drafts = decisions.map(({ startsAt, endsAt, takesPlace }) => ({
    id: newId(tx.now().getTime()),
    starts_at: new Date(startsAt).toISOString(),
    ends_at: new Date(endsAt).toISOString(),
    takes_place: takesPlace,
  }));
  const columns = sql.raw("(id, assignment_id, person_id, district_id, starts_at, ends_at, exposure, active)");
  const values = sql`d.id, ${assignment.id}::uuid, ${assignment.personId}::uuid, ${assignment.districtId}::smallint, d.starts_at, d.ends_at, ${exposure}`;
  const left = await rows<{ id: string }>(
    tx,
    sql`with d as materialized (
          select * from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) as d (id uuid, starts_at timestamptz, ends_at timestamptz, takes_place boolean)
        ), taken as (
          insert into commitment ${columns} select ${values}, true from d where d.takes_place order by d.starts_at
          on conflict do nothing returning id
        )
        insert into commitment ${columns} select ${values}, false from d where d.id not in (select id from taken) order by d.starts_at
        returning id`,
  );
  return left.map(({ id }) => id);
}

/** A change of its sessions is a change of the match. */
export async function touchAssignment(tx: Tx, id: string): Promise<AssignmentRow> {
  const touched = await row<AssignmentRow>(
    tx,
    sql`update assignment a set version = a.version + 1 where a.id = ${id} returning ${assignmentColumns}`,
  );
  return touched!;
}
