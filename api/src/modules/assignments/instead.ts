import { fits } from "../../engine/fitness/fit.ts";
import type { Signed } from "../../platform/context.ts";
import { spanOf } from "./eligibility.ts";
import { personFacts } from "./person-facts.ts";
import { type ShiftWork, shiftsInstead, workOfShift } from "./shift-work.ts";

/** How many are looked at to find three that the viewer may take. */
const looked = 12;

/** At most three shifts of the same kind that the viewer may take, nearest in time first. */
export async function freeInstead(ctx: Signed, shiftId: string): Promise<ShiftWork[]> {
  const near = await shiftsInstead(ctx, shiftId, looked);
  if (near.length === 0) return [];
  const person = (await personFacts(ctx, [ctx.viewer.personId], spanOf(near))).get(ctx.viewer.personId);
  if (!person) return [];
  const now = ctx.now().getTime();
  return near.filter((shift) => fits(person, workOfShift(shift), now, "self")).slice(0, 3);
}
