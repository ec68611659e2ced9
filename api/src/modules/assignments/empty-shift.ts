import type { Context } from "../../platform/context.ts";
import { boards, record } from "../../platform/events.ts";
import { transaction } from "../../platform/transaction.ts";
import { lockShift } from "../shifts/store.ts";
import { countOnShift } from "./count-store.ts";
import { AssignmentCancelled } from "./events.ts";
import { endEverybody } from "./place-store.ts";

/** Lets go of everybody on a shift that was called off, and tells each of them. */
export const emptyShift = (ctx: Context, shiftId: string): Promise<void> =>
  transaction(ctx, async (tx) => {
    const shift = await lockShift(tx, shiftId);
    if (shift?.state !== "cancelled") return;
    const ended = await endEverybody(tx, { shiftId });
    if (ended.length > 0) await countOnShift(tx, shiftId, -shift.taken, -shift.releasing);
    for (const one of ended)
      record(tx, AssignmentCancelled, [boards.district(shift.districtId), boards.person(one.personId)], one, {
        shiftId,
        why: "shift",
      });
  });
