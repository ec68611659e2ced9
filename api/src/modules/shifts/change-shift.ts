import { refuseIf } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { editShift } from "./edit-shift.ts";
import { ShiftChanged } from "./events.ts";
import { changeProblems, placesProblems } from "./rules.ts";
import type { ShiftRow } from "./shift.ts";

/** Undefined leaves a thing as it is; null takes it away. */
export interface ChangeShift {
  readonly shift: string;
  readonly expectedVersion: number;
  readonly places: number | undefined;
  readonly minimumCover: number | undefined;
  readonly signUpFrom: Date | null | undefined;
  readonly signUpUntil: Date | null | undefined;
}

/** More or fewer places, another floor, another time to sign up; never fewer places than people who hold them. */
export const changeShift = (ctx: Signed, input: ChangeShift): Promise<ShiftRow> =>
  editShift(ctx, input, ShiftChanged, (tx, shift) => {
    refuseIf(changeProblems(shift, tx.now()));
    const wanted = {
      places: input.places ?? shift.places,
      minimumCover: input.minimumCover ?? shift.minimumCover,
      signUpFrom: input.signUpFrom === undefined ? (shift.signUpFrom ?? null) : input.signUpFrom,
      signUpUntil: input.signUpUntil === undefined ? (shift.signUpUntil ?? null) : input.signUpUntil,
    };
    refuseIf(placesProblems(wanted, shift.startsAt, shift.taken));
    Object.assign(shift, wanted);
  });
