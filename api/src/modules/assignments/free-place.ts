import type { EventKind } from "../../platform/events.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { AssignmentRow } from "./assignment.ts";
import { countOnRequest, countOnShift, standbyOffers } from "./count-store.ts";
import { endAssignment } from "./place-store.ts";
import { mayMove } from "./states.ts";
import { type Changed, tell } from "./tell.ts";
import type { Work } from "./work.ts";

/** Ends an offer without a yes: the place that it held is free again. The caller holds the work and the assignment. */
export async function endOffer(
  tx: Tx,
  work: Work,
  offered: AssignmentRow,
  to: "declined" | "expired" | "cancelled",
  told: EventKind,
  reason: string | null = null,
): Promise<AssignmentRow> {
  if (!mayMove(offered.state, to)) throw new RangeError(`No move leads from ${offered.state} to ${to}.`);
  const held = await holdsPlace(tx, work);
  const ended = await endAssignment(tx, offered.id, to, reason);
  tell(tx, told, await countBack(tx, work, held), ended);
  return ended;
}

/** Offers behind somebody on release hold none; which of several that is makes no difference to anybody. */
const holdsPlace = async (tx: Tx, work: Work): Promise<boolean> =>
  work.noun === "request" || (await standbyOffers(tx, work.row.id)) === 0;

async function countBack(tx: Tx, work: Work, held: boolean): Promise<Changed> {
  const by = held ? -1 : 0;
  return work.noun === "request"
    ? { noun: "request", row: await countOnRequest(tx, work.row.id, by) }
    : { noun: "shift", row: await countOnShift(tx, work.row.id, by) };
}
