import { sql } from "kysely";
import { row } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { RequestRow } from "../requests/request.ts";
import { requestColumns } from "../requests/store.ts";
import type { ShiftRow } from "../shifts/shift.ts";
import { shiftColumns } from "../shifts/store.ts";
import { bound } from "./offer-store.ts";

/** How many places of a shift or a request are held. The caller holds its lock; the table's checks have the last word. */

/** `taken` and `releasing`: by how many each changes. */
export async function countOnShift(tx: Tx, shiftId: string, taken: number, releasing = 0): Promise<ShiftRow> {
  const counted = await row<ShiftRow>(
    tx,
    sql`update shift s set taken = s.taken + ${taken}::int, releasing = s.releasing + ${releasing}::int, version = s.version + 1
        where s.id = ${shiftId} returning ${shiftColumns}`,
  );
  return counted!;
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

/** A place of a matched or active request is free again: it looks for somebody. */
export async function reopenRequest(tx: Tx, id: string): Promise<RequestRow> {
  const opened = await row<RequestRow>(
    tx,
    sql`update request q set taken = q.taken - 1, state = 'open', matched_at = null, version = q.version + 1
        where q.id = ${id} returning ${requestColumns}`,
  );
  return opened!;
}

/**
 * Offers on a shift beyond its places: they wait behind people who are to be relieved, and hold no place of their own.
 */
export async function standbyOffers(tx: Tx, shiftId: string): Promise<number> {
  const found = await row<{ n: number }>(
    tx,
    sql`select count(*)::int - (select taken from shift where id = ${shiftId}) as n
        from assignment where shift_id = ${shiftId} and (state = 'offered' or state in ${bound})`,
  );
  return Math.max(0, found?.n ?? 0);
}
