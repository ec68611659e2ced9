import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { transaction } from "../../platform/transaction.ts";
import type { AssignmentRow } from "./assignment.ts";
import { AssignmentPinned } from "./events.ts";
import { holdForCoordinator } from "./hold-assignment.ts";
import { setPinned } from "./place-store.ts";
import { liveStates } from "./states.ts";
import { tell } from "./tell.ts";

export interface PinAssignment {
  readonly assignment: string;
  readonly expectedVersion: number;
  readonly pinned: boolean;
}

/** A coordinator's decision that the matcher has to respect, or may touch again. */
export async function pinAssignment(ctx: Signed, input: PinAssignment): Promise<AssignmentRow> {
  return transaction(ctx, async (tx) => {
    const { work, assignment } = await holdForCoordinator(tx, input.assignment, input.expectedVersion);
    if (!liveStates.some((state) => state === assignment.state)) return refuse("ASSIGNMENT_STATE", ["assignment"]);
    const pinned = await setPinned(tx, assignment.id, input.pinned);
    tell(tx, AssignmentPinned, work, pinned);
    return pinned;
  });
}
