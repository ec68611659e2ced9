import { refuse } from "../../kernel/refusal.ts";
import { boards, type EventKind, record } from "../../platform/events.ts";
import type { Tx } from "../../platform/transaction.ts";
import { RequestMatched } from "../requests/events.ts";
import type { ShiftRow } from "../shifts/shift.ts";
import type { AssignmentRow } from "./assignment.ts";
import { ShiftReleased } from "./events.ts";
import { countOnRequest, countOnShift } from "./offer-store.ts";
import { relieveOne } from "./store.ts";
import { tell } from "./tell.ts";
import type { Work } from "./work.ts";

/** Where a shift has no empty place, whoever has waited longest to be relieved makes room; refused when nobody does. */
export async function makeRoom(tx: Tx, shift: ShiftRow): Promise<void> {
  if (shift.taken < shift.places) return;
  const relieved = (await relieveOne(tx, shift)) ?? refuse("SHIFT_FULL", ["shift"]);
  const on = [boards.district(shift.districtId), boards.site(shift.siteId), boards.person(relieved.personId)];
  record(tx, ShiftReleased, on, relieved, { shiftId: shift.id });
}

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
