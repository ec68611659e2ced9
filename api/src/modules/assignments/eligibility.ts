import { fit } from "../../engine/fitness/fit.ts";
import type { Problem } from "../../kernel/refusal.ts";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { personFacts } from "./person-facts.ts";
import { type ShiftWork, shiftWorkById, workOfShift } from "./shift-work.ts";

/** Why the viewer may not take a place on each shift; an empty list: may. Two statements for any number of shifts. */
export async function reasonsByShift(
  ctx: Context,
  shiftIds: readonly string[],
): Promise<Map<string, readonly Problem[]>> {
  const { viewer } = ctx;
  if (viewer === null) return new Map();
  const shifts = [...(await shiftWorkById(ctx, shiftIds)).values()];
  if (shifts.length === 0) return new Map();
  const person = (await personFacts(ctx, [viewer.personId], spanOf(shifts))).get(viewer.personId);
  if (!person) return new Map();
  const now = ctx.now().getTime();
  return new Map(shifts.map((shift) => [shift.id, fit(person, workOfShift(shift), now, "self")]));
}

export const reasonsOf = async (ctx: Context, shiftId: string): Promise<readonly Problem[]> =>
  (await batch(ctx, reasonsByShift, shiftId)) ?? [];

/** From the first moment of any to the last. */
export const spanOf = (shifts: readonly ShiftWork[]) => ({
  startsAt: Math.min(...shifts.map((shift) => shift.startsAt.getTime())),
  endsAt: Math.max(...shifts.map((shift) => shift.endsAt.getTime())),
});
