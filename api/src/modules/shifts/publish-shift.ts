import { refuseIf } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { editShift } from "./edit-shift.ts";
import { ShiftPublished } from "./events.ts";
import { publishProblems } from "./rules.ts";
import type { ShiftRow } from "./shift.ts";

export interface PublishShift {
  readonly shift: string;
  readonly expectedVersion: number;
}

/** Opens a draft for people to see and take. */
export const publishShift = (ctx: Signed, input: PublishShift): Promise<ShiftRow> =>
  editShift(ctx, input, ShiftPublished, (tx, shift) => {
    refuseIf(publishProblems(shift, tx.now()));
    shift.state = "published";
  });
