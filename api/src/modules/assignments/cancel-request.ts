import { isId } from "../../kernel/id.ts";
import { type Problem, refuse, refuseIf } from "../../kernel/refusal.ts";
import type { Context, Signed, Viewer } from "../../platform/context.ts";
import { boards, type EventKind, record } from "../../platform/events.ts";
import { coordinates } from "../../platform/policy.ts";
import { type Tx, transaction } from "../../platform/transaction.ts";
import { RequestCancelled } from "../requests/events.ts";
import type { CancelReason, RequestRow } from "../requests/request.ts";
import { mayMove } from "../requests/states.ts";
import { closeRequest, lockRequest } from "../requests/store.ts";
import type { AssignmentRow } from "./assignment.ts";
import { AssignmentCancelled, OfferWithdrawn } from "./events.ts";
import { endEverybody } from "./place-store.ts";

export interface CancelRequest {
  readonly request: string;
  readonly expectedVersion: number;
  readonly reason: CancelReason;
}

/** A family, or a coordinator for it, no longer needs help: offers go, and whoever had agreed has their time back. */
export async function cancelRequest(ctx: Signed, input: CancelRequest): Promise<RequestRow> {
  return transaction(ctx, async (tx) => {
    const request = isId(input.request) ? await lockRequest(tx, input.request) : undefined;
    if (!request || !isTheirs(tx.viewer, request)) return refuse("NOT_FOUND", ["request"]);
    if (request.version !== input.expectedVersion) return refuse("VERSION_STALE", ["expectedVersion"]);
    refuseIf(reasonsNotToCancel(tx, request));
    const ended = await endEverybody(tx, { requestId: request.id });
    const cancelled = await closeRequest(tx, request.id, input.reason);
    tellClosed(tx, RequestCancelled, cancelled, ended);
    return cancelled;
  });
}

const isTheirs = (viewer: Viewer, { requesterId, districtId }: RequestRow): boolean =>
  viewer.personId === requesterId || coordinates(viewer, districtId);

/** Why the viewer may not cancel it; an empty list: may. */
export function reasonsNotToCancel({ viewer }: Context, request: RequestRow): Problem[] {
  if (viewer === null || !isTheirs(viewer, request)) return [{ code: "NOT_FOUND", facts: {}, path: ["request"] }];
  return mayMove(request.state, "cancelled") ? [] : [{ code: "REQUEST_STATE", facts: {}, path: ["request"] }];
}

/** Tells of everybody who was let go, then of the request itself. */
export function tellClosed(
  tx: Tx,
  kind: EventKind,
  request: RequestRow,
  ended: readonly (AssignmentRow & { readonly wasOffer: boolean })[],
): void {
  const district = boards.district(request.districtId);
  for (const { wasOffer, ...assignment } of ended) {
    const told = wasOffer ? OfferWithdrawn : AssignmentCancelled;
    record(tx, told, [district, boards.person(assignment.personId)], assignment, { requestId: request.id });
  }
  const on = [district, boards.request(request.id), boards.person(request.requesterId)];
  record(tx, kind, on, request, { requestId: request.id });
}
