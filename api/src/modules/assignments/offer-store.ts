import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { AssignmentRow } from "./assignment.ts";
import { assignmentColumns } from "./store.ts";
import type { WorkRef } from "./work.ts";

/** States in which somebody is bound to the work for good. */
export const bound = sql`('confirmed', 'checked_in', 'completed')`;

/** A person's live binding to a piece of work. The caller holds the work's lock. */
export const bindingTo = (tx: Tx, work: WorkRef, personId: string): Promise<AssignmentRow | undefined> =>
  row(
    tx,
    sql`select ${assignmentColumns} from assignment a
        where ${work.requestId ? sql`a.request_id = ${work.requestId}` : sql`a.shift_id = ${work.shiftId}`}
          and a.person_id = ${personId} and (a.state in ('applied', 'offered') or a.state in ${bound})`,
  );

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
 * What somebody is bound to that lies ahead: requests, and shifts that have not begun, applications too. Offers are
 * asked again when they are answered.
 */
export const boundAhead = (ctx: Context, personId: string): Promise<{ readonly id: string }[]> =>
  rows(
    ctx,
    sql`select a.id from assignment a left join shift s on s.id = a.shift_id
        where a.person_id = ${personId} and (a.state = 'confirmed' or a.state = 'applied')
          and (a.request_id is not null or s.starts_at > ${ctx.now()}) order by a.request_id, s.id`,
  );

/** When the last span ends that an assignment takes; null: it takes none. */
export const lastEndOf = async (ctx: Context, assignmentId: string): Promise<Date | null> =>
  (
    await row<{ at: Date | null }>(
      ctx,
      sql`select max(ends_at) as at from commitment where assignment_id = ${assignmentId} and active`,
    )
  )?.at ?? null;
