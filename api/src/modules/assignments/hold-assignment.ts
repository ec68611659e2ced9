import { isId } from "../../kernel/id.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { coordinates } from "../../platform/policy.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { AssignmentRow } from "./assignment.ts";
import { lockAssignment } from "./place-store.ts";
import type { ShiftWork } from "./shift-work.ts";
import { assignmentsById } from "./store.ts";
import { lockWork, type Work } from "./work.ts";

export interface Held {
  readonly work: Work;
  readonly assignment: AssignmentRow;
}

/** Holds an assignment and what it is for, in the order in which everybody takes these locks. */
export async function holdAssignment(tx: Tx, id: string): Promise<Held | undefined> {
  // Which work an assignment is for never changes, so this may be read before anything is held.
  const named = isId(id) ? (await assignmentsById(tx, [id])).get(id.toLowerCase()) : undefined;
  const work = named && (await lockWork(tx, named));
  const assignment = work && (await lockAssignment(tx, id));
  return work && assignment && { work, assignment };
}

/** Somebody's place on a shift. */
export interface HeldPlace {
  readonly assignment: AssignmentRow;
  readonly shift: ShiftWork;
}

/** The same for what is on a shift; undefined for what is not. */
export async function holdPlace(tx: Tx, id: string): Promise<HeldPlace | undefined> {
  const held = await holdAssignment(tx, id);
  return held?.work.noun === "shift" ? { assignment: held.assignment, shift: held.work.row } : undefined;
}

/** An offer to the viewer that can still be answered. */
export async function holdOwnOffer(tx: Signed & Tx, id: string): Promise<Held> {
  const held = await holdAssignment(tx, id);
  if (held?.assignment.personId !== tx.viewer.personId) return refuse("NOT_FOUND", ["assignment"]);
  refuseAnswered(held.assignment, tx.now());
  return held;
}

function refuseAnswered({ state, answerBy }: AssignmentRow, now: Date): void {
  if (state === "offered" && answerBy! > now) return;
  if (state === "offered" || state === "expired") refuse("OFFER_EXPIRED", ["assignment"]);
  refuse(state === "cancelled" ? "OFFER_GONE" : "ASSIGNMENT_STATE", ["assignment"]);
}

/** An assignment in the viewer's district, as they last saw it. */
export async function holdForCoordinator(tx: Signed & Tx, id: string, expectedVersion: number): Promise<Held> {
  const held = await holdAssignment(tx, id);
  if (!held || !coordinates(tx.viewer, held.assignment.districtId)) return refuse("NOT_FOUND", ["assignment"]);
  if (held.assignment.version !== expectedVersion) return refuse("VERSION_STALE", ["expectedVersion"]);
  return held;
}
