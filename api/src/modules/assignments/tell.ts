import { boards, type EventKind, record } from "../../platform/events.ts";
import type { Tx } from "../../platform/transaction.ts";
import { RequestChanged } from "../requests/events.ts";
import type { RequestRow } from "../requests/request.ts";
import type { ShiftRow } from "../shifts/shift.ts";
import type { AssignmentRow } from "./assignment.ts";

/** The work as the change has left it. */
export type Changed =
  | { readonly noun: "shift"; readonly row: ShiftRow }
  | { readonly noun: "request"; readonly row: RequestRow };

/**
 * Tells what happened to somebody's place to coordinators, the site and the person. A family's own boards hear only
 * that its request changed: whom we asked, and who said no, is not theirs to see.
 */
export function tell(tx: Tx, kind: EventKind, work: Changed, assignment: AssignmentRow): void {
  const on = [boards.district(work.row.districtId), boards.person(assignment.personId)];
  if (work.noun === "shift") {
    const { id, siteId, version } = work.row;
    record(tx, kind, [...on, boards.site(siteId)], assignment, { shiftId: id, shiftVersion: version });
    return;
  }
  const { id, version } = work.row;
  record(tx, kind, on, assignment, { requestId: id, requestVersion: version });
  tellFamily(tx, RequestChanged, work.row);
}

export const tellFamily = (tx: Tx, kind: EventKind, request: RequestRow): void =>
  record(tx, kind, [boards.request(request.id), boards.person(request.requesterId)], request, {
    requestId: request.id,
  });
