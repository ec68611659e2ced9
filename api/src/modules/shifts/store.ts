import { LockMode } from "@mikro-orm/core";
import { sql } from "kysely";
import type { Window } from "../../kernel/page.ts";
import { columnsOf } from "../../platform/columns.ts";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import { Shift, type ShiftRow, ShiftSchema } from "./shift.ts";

export const shiftColumns = columnsOf(ShiftSchema, "s");

export async function shiftsById(ctx: Context, ids: readonly string[]): Promise<Map<string, ShiftRow>> {
  const found = await rows<ShiftRow>(ctx, sql`select ${shiftColumns} from shift s where s.id = any(${ids})`);
  return new Map(found.map((shift) => [shift.id, shift]));
}

/** Holds the shift until the transaction ends, so that two claims cannot both take its last place. */
export const lockShift = (tx: Tx, id: string): Promise<ShiftRow | undefined> =>
  row(tx, sql`select ${shiftColumns} from shift s where s.id = ${id} for update`);

/** The same as an entity, for changes of the shift itself. */
export const shiftForChange = (tx: Tx, id: string): Promise<Shift | null> =>
  tx.em.findOne(Shift, id, { lockMode: LockMode.PESSIMISTIC_WRITE });

export interface ShiftFilter {
  readonly siteId: string | null;
  readonly districtId: number | null;
  readonly role: string | null;
  readonly from: Date;
  readonly to: Date;
  /** Drafts are their coordinators' business. */
  readonly drafts: boolean;
}

/** In order of start; up to one more than the window asks for. */
export function shiftsIn(ctx: Context, filter: ShiftFilter, { limit, backward, from }: Window): Promise<ShiftRow[]> {
  const beyond =
    from && sql`and (s.starts_at, s.id) ${sql.raw(backward ? "<" : ">")} (${from[0]}::timestamptz, ${from[1]}::uuid)`;
  const order = sql.raw(backward ? "s.starts_at desc, s.id desc" : "s.starts_at, s.id");
  return rows(
    ctx,
    sql`select ${shiftColumns} from shift s
        where s.starts_at >= ${filter.from} and s.starts_at < ${filter.to} and s.state = any(${filter.drafts ? ["published", "draft"] : ["published"]})
          ${filter.siteId === null ? sql`` : sql`and s.site_id = ${filter.siteId}`}
          ${filter.districtId === null ? sql`` : sql`and s.district_id = ${filter.districtId}`}
          ${filter.role === null ? sql`` : sql`and s.role = ${filter.role}`}
          ${beyond ?? sql``}
        order by ${order} limit ${limit + 1}`,
  );
}
