import { fit } from "../../engine/fitness/fit.ts";
import { isId, newId } from "../../kernel/id.ts";
import { Refusal, refuse, refuseIf } from "../../kernel/refusal.ts";
import { prime } from "../../platform/batch.ts";
import type { Signed } from "../../platform/context.ts";
import { boards, record } from "../../platform/events.ts";
import { once } from "../../platform/idempotency.ts";
import type { Tx } from "../../platform/transaction.ts";
import { freePlaces, type ShiftRow } from "../shifts/shift.ts";
import { shiftsById } from "../shifts/store.ts";
import type { AssignmentRow } from "./assignment.ts";
import { spanOf } from "./eligibility.ts";
import { ShiftClaimed } from "./events.ts";
import { personFacts } from "./person-facts.ts";
import { relieveIfFull } from "./relieve.ts";
import { lockShiftWork, type ShiftWork, workOfShift } from "./shift-work.ts";
import { assignmentsById, takePlace } from "./store.ts";

export interface ClaimShift {
  readonly idempotencyKey: string;
  readonly shift: string;
}

export interface Bound {
  readonly assignment: AssignmentRow;
  readonly shift: ShiftRow;
}

/** The viewer takes a place on a shift, or learns why not and what would do instead. */
export async function claimShift(ctx: Signed, input: ClaimShift): Promise<Bound> {
  if (!isId(input.shift)) return refuse("NOT_FOUND", ["shift"]);
  const bound = await orInstead(
    input.shift,
    once(ctx, {
      operation: "claimShift",
      key: input.idempotencyKey,
      input: { shift: input.shift },
      work: (tx) => claim(tx, input.shift),
      keep: ({ assignment }) => ({ assignment: assignment.id }),
      again: (tx, kept) => boundOf(tx, kept.assignment),
    }),
  );
  prime(ctx, shiftsById, bound.shift.id, bound.shift);
  return bound;
}

async function claim(tx: Signed & Tx, shiftId: string): Promise<Bound> {
  const shift = await lockShiftWork(tx, shiftId, tx.viewer.personId);
  if (shift === undefined || shift.state === "draft") return refuse("NOT_FOUND", ["shift"]);
  if (shift.picking === "apply") return refuse("SHIFT_NEEDS_APPLICATION", ["shift"]);
  // The lock is what everybody waits for: whoever comes too late lets go of it at once.
  if (freePlaces(shift) === 0) return refuse("NO_PLACES_LEFT", ["shift"]);
  const person = (await personFacts(tx, [tx.viewer.personId], spanOf([shift]))).get(tx.viewer.personId);
  if (!person) return refuse("NOT_FOUND");
  refuseIf(
    fit(person, workOfShift(shift), tx.now().getTime(), "self").map((reason) => ({ ...reason, path: ["shift"] })),
  );
  return bind(tx, shift, tx.viewer.personId, "claimed");
}

/** Says in a refusal which shift it was, so that whoever asks is shown what else there is. */
async function orInstead(shiftId: string, work: Promise<Bound>): Promise<Bound> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.problems.map((problem) => ({ ...problem, insteadOf: shiftId })));
  }
}

/** Gives a place to somebody whom the rules allow; relieves who waits for it when there is no empty one. */
export async function bind(
  tx: Tx,
  shift: ShiftWork,
  personId: string,
  source: AssignmentRow["source"],
  overrideReason: string | null = null,
): Promise<Bound> {
  const on = [boards.district(shift.districtId), boards.site(shift.siteId)];
  const held = await relieveIfFull(tx, shift);
  const at = tx.now().getTime();
  const bound = await takePlace(tx, {
    id: newId(at),
    commitmentId: newId(at),
    personId,
    shift: held,
    source,
    overrideReason,
  });
  record(tx, ShiftClaimed, [...on, boards.person(personId)], bound.assignment, {
    shiftId: shift.id,
    shiftVersion: bound.shift.version,
  });
  return bound;
}

export async function boundOf(tx: Tx, assignmentId: string): Promise<Bound> {
  const assignment = (await assignmentsById(tx, [assignmentId])).get(assignmentId);
  const shift = assignment?.shiftId ? (await shiftsById(tx, [assignment.shiftId])).get(assignment.shiftId) : undefined;
  return assignment && shift ? { assignment, shift } : refuse("NOT_FOUND", ["shift"]);
}
