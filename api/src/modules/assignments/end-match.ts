import { refuse } from "../../kernel/refusal.ts";
import type { EventKind } from "../../platform/events.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { RequestRow } from "../requests/request.ts";
import { liveStates } from "../requests/states.ts";
import type { AssignmentRow } from "./assignment.ts";
import { reopenRequest } from "./count-store.ts";
import { type Held, holdAssignment } from "./hold-assignment.ts";
import type { PartingReason } from "./parting.ts";
import { partAssignment } from "./place-store.ts";
import type { RequestWork } from "./request-work.ts";
import { mayMove } from "./states.ts";
import { tell } from "./tell.ts";

export interface Part {
  readonly assignment: string;
  readonly expectedVersion: number;
  readonly reason: PartingReason;
}

/** A family and somebody who helps it, as whoever parts last saw them. */
export interface Match {
  readonly request: RequestWork;
  readonly assignment: AssignmentRow;
}

/** Holds a match of which `isTheirs` says that the viewer may end it. */
export async function holdMatch(
  tx: Tx,
  { assignment: id, expectedVersion }: Part,
  isTheirs: (match: Match) => boolean,
): Promise<Match> {
  const match = matchIn(await holdAssignment(tx, id));
  if (!match || !isTheirs(match)) return refuse("NOT_FOUND", ["assignment"]);
  if (match.assignment.version !== expectedVersion) return refuse("VERSION_STALE", ["expectedVersion"]);
  if (!isLive(match)) return refuse("ASSIGNMENT_STATE", ["assignment"]);
  return match;
}

const matchIn = (held: Held | undefined): Match | undefined =>
  held?.work.noun === "request" ? { request: held.work.row, assignment: held.assignment } : undefined;

const isLive = ({ request, assignment }: Match): boolean =>
  mayMove(assignment.state, "released") && liveStates.some((state) => state === request.state);

/** Ends the match; the request looks for somebody else. What begins before `from` is still given. */
export async function endMatch(
  tx: Tx,
  { request, assignment }: Match,
  how: { to: "released" | "cancelled"; reason: PartingReason; from: Date; told: EventKind },
): Promise<{ request: RequestRow; assignment: AssignmentRow }> {
  const parted = await partAssignment(tx, assignment.id, how.to, how.reason, how.from);
  const reopened = await reopenRequest(tx, request.id);
  tell(tx, how.told, { noun: "request", row: reopened }, parted);
  return { request: reopened, assignment: parted };
}
