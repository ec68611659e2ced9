import { isId } from "../../kernel/id.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { boards, record } from "../../platform/events.ts";
import { once } from "../../platform/idempotency.ts";
import type { Tx } from "../../platform/transaction.ts";
import { type Bound, boundOf } from "./claim-shift.ts";
import { countOnShift } from "./count-store.ts";
import { AssignmentCancelled, ShiftReleased, ShiftReleasing } from "./events.ts";
import { type HeldPlace, holdPlace } from "./hold-assignment.ts";
import { endAssignment, markReleasing } from "./place-store.ts";

export interface ReleaseShift {
  readonly idempotencyKey: string;
  readonly assignment: string;
}

/** Up to this long before the start a place is given back at once; nearer, it stays theirs until somebody takes over. */
export const releaseNoticeHours = 24;

/** The viewer gives a place back, or asks to be relieved where the shift is near. An application is taken back. */
export async function releaseShift(ctx: Signed, input: ReleaseShift): Promise<Bound> {
  if (!isId(input.assignment)) return refuse("NOT_FOUND", ["assignment"]);
  return once(ctx, {
    operation: "releaseShift",
    key: input.idempotencyKey,
    input: { assignment: input.assignment },
    work: (tx) => release(tx, input.assignment),
    keep: ({ assignment }) => ({ assignment: assignment.id }),
    again: (tx, kept) => boundOf(tx, kept.assignment),
  });
}

async function release(tx: Signed & Tx, id: string): Promise<Bound> {
  const held = await holdPlace(tx, id);
  if (held?.assignment.personId !== tx.viewer.personId) return refuse("NOT_FOUND", ["assignment"]);
  const { assignment, shift } = held;
  if (shift.startsAt <= tx.now()) return refuse("SHIFT_HAS_STARTED", ["assignment"]);
  if (assignment.state === "applied") return takeBack(tx, held);
  if (assignment.state !== "confirmed") return refuse("ASSIGNMENT_STATE", ["assignment"]);
  if (assignment.releasingSince != null) return refuse("RELEASE_WAITS", ["assignment"]);
  const hoursLeft = (shift.startsAt.getTime() - tx.now().getTime()) / 3_600_000;
  const atOnce = hoursLeft > releaseNoticeHours;
  const left: Bound = atOnce
    ? { assignment: await endAssignment(tx, id, "released"), shift: await countOnShift(tx, shift.id, -1) }
    : { assignment: await markReleasing(tx, id), shift: await countOnShift(tx, shift.id, 0, 1) };
  const on = [boards.district(shift.districtId), boards.site(shift.siteId), boards.person(assignment.personId)];
  record(tx, atOnce ? ShiftReleased : ShiftReleasing, on, left.assignment, {
    shiftId: shift.id,
    shiftVersion: left.shift.version,
  });
  return left;
}

async function takeBack(tx: Tx, { assignment, shift }: HeldPlace): Promise<Bound> {
  const ended = await endAssignment(tx, assignment.id, "cancelled");
  const on = [boards.district(shift.districtId), boards.person(assignment.personId)];
  record(tx, AssignmentCancelled, on, ended, { shiftId: shift.id, why: "taken back" });
  return { assignment: ended, shift };
}
