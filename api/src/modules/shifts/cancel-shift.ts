import { refuseIf } from "../../kernel/refusal.ts";
import { audit } from "../../platform/audit.ts";
import type { Signed } from "../../platform/context.ts";
import { editShift } from "./edit-shift.ts";
import { ShiftCancelled } from "./events.ts";
import { cancelReasonProblems, changeProblems } from "./rules.ts";
import type { ShiftRow } from "./shift.ts";

export interface CancelShift {
  readonly shift: string;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** Calls a shift off. Nobody can take a place from this moment; those who hold one are let go by a reaction. */
export async function cancelShift(ctx: Signed, input: CancelShift): Promise<ShiftRow> {
  refuseIf(cancelReasonProblems(input.reason));
  return editShift(ctx, input, ShiftCancelled, async (tx, shift) => {
    refuseIf(changeProblems(shift, tx.now()));
    Object.assign(shift, { state: "cancelled", cancelReason: input.reason.trim() });
    await audit(tx, { action: "cancel", resource: "Shift", resourceId: shift.id });
  });
}
