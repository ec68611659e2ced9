import { refuse } from "../../kernel/refusal.ts";
import { boards, record } from "../../platform/events.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { ShiftRow } from "../shifts/shift.ts";
import { ShiftReleased } from "./events.ts";
import { relieveOne } from "./store.ts";

/**
 * Where a shift has no empty place, relieves whoever has waited longest for it; refused when nobody does. Gives the
 * shift as it is then.
 */
export async function relieveIfFull(tx: Tx, shift: ShiftRow): Promise<ShiftRow> {
  if (shift.taken < shift.places) return shift;
  const relieved = (await relieveOne(tx, shift)) ?? refuse("SHIFT_FULL", ["shift"]);
  const on = [boards.district(shift.districtId), boards.site(shift.siteId), boards.person(relieved.personId)];
  record(tx, ShiftReleased, on, relieved, { shiftId: shift.id });
  return { ...shift, taken: shift.taken - 1, releasing: shift.releasing - 1, version: shift.version + 1 };
}
