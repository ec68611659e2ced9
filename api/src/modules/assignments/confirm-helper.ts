import { isId } from "../../kernel/id.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { boards, record } from "../../platform/events.ts";
import { once } from "../../platform/idempotency.ts";
import type { Tx } from "../../platform/transaction.ts";
import { RequestConfirmed } from "../requests/events.ts";
import type { RequestRow } from "../requests/request.ts";
import { mayMove } from "../requests/states.ts";
import { lockRequest, moveRequest, requestsById } from "../requests/store.ts";
import { liveByRequest } from "./offer-store.ts";

export interface ConfirmHelper {
  readonly idempotencyKey: string;
  readonly request: string;
  readonly expectedVersion: number;
}

/** The family agrees to whoever has accepted; from now on each side may reach the other. */
export async function confirmHelper(ctx: Signed, input: ConfirmHelper): Promise<RequestRow> {
  const { idempotencyKey, ...confirmed } = input;
  return once(ctx, {
    operation: "confirmHelper",
    key: idempotencyKey,
    input: confirmed,
    work: (tx) => confirm(tx, confirmed),
    keep: ({ id }) => ({ request: id }),
    again: async (tx, { request }) => (await requestsById(tx, [request])).get(request) ?? refuse("NOT_FOUND"),
  });
}

async function confirm(tx: Signed & Tx, { request: id, expectedVersion }: Omit<ConfirmHelper, "idempotencyKey">) {
  const request = isId(id) ? await lockRequest(tx, id) : undefined;
  if (request?.requesterId !== tx.viewer.personId) return refuse("NOT_FOUND", ["request"]);
  if (request.version !== expectedVersion) return refuse("VERSION_STALE", ["expectedVersion"]);
  if (!mayMove(request.state, "active")) return refuse("REQUEST_STATE", ["request"]);
  const helpers = (await liveByRequest(tx, [id])).get(id) ?? [];
  const active = await moveRequest(tx, id, "active");
  const on = [boards.district(active.districtId), boards.request(id), boards.person(active.requesterId)];
  record(tx, RequestConfirmed, [...on, ...helpers.map(({ personId }) => boards.person(personId))], active, {
    requestId: id,
  });
  return active;
}
