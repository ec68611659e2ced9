import { fit } from "../../engine/fitness/fit.ts";
import { isId, newId } from "../../kernel/id.ts";
import { refuse, refuseIf } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { boards, record } from "../../platform/events.ts";
import { once } from "../../platform/idempotency.ts";
import type { Tx } from "../../platform/transaction.ts";
import { type Bound, boundOf } from "./claim-shift.ts";
import { spanOf } from "./eligibility.ts";
import { ShiftApplied } from "./events.ts";
import { personFacts } from "./person-facts.ts";
import { insertAssignment } from "./place-store.ts";
import { lockShiftWork, workOfShift } from "./shift-work.ts";

export interface ApplyForShift {
  readonly idempotencyKey: string;
  readonly shift: string;
}

/** The viewer asks for a place that a coordinator gives. Until then neither the place nor their time is taken. */
export async function applyForShift(ctx: Signed, input: ApplyForShift): Promise<Bound> {
  if (!isId(input.shift)) return refuse("NOT_FOUND", ["shift"]);
  return once(ctx, {
    operation: "applyForShift",
    key: input.idempotencyKey,
    input: { shift: input.shift },
    work: (tx) => apply(tx, input.shift),
    keep: ({ assignment }) => ({ assignment: assignment.id }),
    again: (tx, kept) => boundOf(tx, kept.assignment),
  });
}

async function apply(tx: Signed & Tx, shiftId: string): Promise<Bound> {
  const { personId } = tx.viewer;
  const shift = await lockShiftWork(tx, shiftId, personId);
  if (shift === undefined || shift.state === "draft") return refuse("NOT_FOUND", ["shift"]);
  if (shift.picking === "claim") return refuse("SHIFT_IS_CLAIMED_AT_ONCE", ["shift"]);
  const person = (await personFacts(tx, [personId], spanOf([shift]))).get(personId);
  if (!person) return refuse("NOT_FOUND");
  refuseIf(
    fit(person, workOfShift(shift), tx.now().getTime(), "self").map((reason) => ({ ...reason, path: ["shift"] })),
  );
  const assignment = await insertAssignment(tx, {
    id: newId(tx.now().getTime()),
    personId,
    shiftId,
    districtId: shift.districtId,
    state: "applied",
    source: "applied",
  });
  // No place has changed hands, so the site's watchers learn nothing of who wants what.
  record(tx, ShiftApplied, [boards.district(shift.districtId), boards.person(personId)], assignment, { shiftId });
  return { assignment, shift };
}
