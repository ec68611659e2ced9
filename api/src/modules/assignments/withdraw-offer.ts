import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { transaction } from "../../platform/transaction.ts";
import type { AssignmentRow } from "./assignment.ts";
import { OfferWithdrawn } from "./events.ts";
import { endOffer } from "./free-place.ts";
import { holdForCoordinator } from "./hold-assignment.ts";

export interface WithdrawOffer {
  readonly assignment: string;
  readonly expectedVersion: number;
}

/** A coordinator takes back an offer that has not been answered. */
export async function withdrawOffer(ctx: Signed, input: WithdrawOffer): Promise<AssignmentRow> {
  return transaction(ctx, async (tx) => {
    const { work, assignment } = await holdForCoordinator(tx, input.assignment, input.expectedVersion);
    if (assignment.state !== "offered") return refuse("ASSIGNMENT_STATE", ["assignment"]);
    return endOffer(tx, work, assignment, "cancelled", OfferWithdrawn);
  });
}
