import { boards, type EventKind, record } from "../../platform/events.ts";
import type { Tx } from "../../platform/transaction.ts";
import { RequestMatched } from "../requests/events.ts";
import type { AssignmentRow } from "./assignment.ts";
import { countOnRequest, countOnShift } from "./count-store.ts";
import { tell } from "./tell.ts";
import type { Work } from "./work.ts";

/** Counts the place of somebody who has just been bound (`by` 0: it was held for them), and tells. */
export async function settle(tx: Tx, told: EventKind, work: Work, bound: AssignmentRow, by: 0 | 1): Promise<void> {
  if (work.noun === "shift")
    return tell(tx, told, { noun: "shift", row: await countOnShift(tx, work.row.id, by) }, bound);
  const request = await countOnRequest(tx, work.row.id, by);
  tell(tx, told, { noun: "request", row: request }, bound);
  if (request.state === work.row.state) return;
  const { id, districtId, requesterId } = request;
  const on = [
    boards.district(districtId),
    boards.request(id),
    boards.person(requesterId),
    boards.person(bound.personId),
  ];
  record(tx, RequestMatched, on, request, { requestId: id, assignmentId: bound.id });
}
