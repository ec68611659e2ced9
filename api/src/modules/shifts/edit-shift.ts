import { isId } from "../../kernel/id.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { boards, type EventKind, record } from "../../platform/events.ts";
import { coordinates } from "../../platform/policy.ts";
import { type Tx, transaction } from "../../platform/transaction.ts";
import type { Shift, ShiftRow } from "./shift.ts";
import { shiftForChange } from "./store.ts";

/**
 * Loads and holds a shift of the viewer's district, has it changed if it is still what the viewer saw, and tells both
 * its boards. A change that changes nothing is told to nobody.
 */
export async function editShift(
  ctx: Signed,
  input: { readonly shift: string; readonly expectedVersion: number },
  kind: EventKind,
  change: (tx: Signed & Tx, shift: Shift) => void | Promise<void>,
): Promise<ShiftRow> {
  if (!isId(input.shift)) return refuse("NOT_FOUND", ["shift"]);
  return transaction(ctx, async (tx) => {
    const shift = await shiftForChange(tx, input.shift);
    if (shift === null || !coordinates(tx.viewer, shift.districtId)) return refuse("NOT_FOUND", ["shift"]);
    if (shift.version !== input.expectedVersion) return refuse("VERSION_STALE", ["expectedVersion"]);
    await change(tx, shift);
    await tx.em.flush();
    if (shift.version !== input.expectedVersion)
      record(tx, kind, [boards.district(shift.districtId), boards.site(shift.siteId)], shift, { shiftId: shift.id });
    return shift;
  });
}
