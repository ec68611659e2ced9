import { refuse, refuseIf } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { writeRanges } from "../../platform/ranges.ts";
import { transaction } from "../../platform/transaction.ts";
import { availabilityProblems, type NewAvailability, weekOf } from "./rules.ts";
import { lockPerson, replaceExceptions, updateAvailability } from "./store.ts";

export interface SetAvailability extends NewAvailability {
  readonly expectedVersion: number;
}

/** Says anew when the viewer can, and how much. What is already confirmed stays. */
export async function setAvailability(ctx: Signed, input: SetAvailability): Promise<void> {
  refuseIf(availabilityProblems(input));
  return transaction(ctx, async (tx) => {
    const me = await lockPerson(tx, tx.viewer.personId);
    if (me?.version !== input.expectedVersion) return refuse("VERSION_STALE", ["expectedVersion"]);
    await updateAvailability(tx, me.id, { ...input, weekly: writeRanges(weekOf(input.weekly)) });
    await replaceExceptions(tx, me.id, input.exceptions);
  });
}
