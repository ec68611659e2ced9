import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { once } from "../../platform/idempotency.ts";
import type { RequestRow } from "../requests/request.ts";
import { requestsById } from "../requests/store.ts";
import { endMatch, holdMatch, type Part } from "./end-match.ts";
import { HelperRefused } from "./events.ts";

/** The family does not want this helper: their sessions ahead are free, and the request looks for somebody else. */
export async function refuseHelper(
  ctx: Signed,
  input: Part & { readonly idempotencyKey: string },
): Promise<RequestRow> {
  const { idempotencyKey, ...refused } = input;
  return once(ctx, {
    operation: "refuseHelper",
    key: idempotencyKey,
    input: refused,
    work: async (tx) => {
      const match = await holdMatch(tx, refused, ({ request }) => request.requesterId === tx.viewer.personId);
      const how = { to: "cancelled", reason: refused.reason, from: tx.now(), told: HelperRefused } as const;
      return (await endMatch(tx, match, how)).request;
    },
    keep: ({ id }) => ({ request: id }),
    again: async (tx, { request }) => (await requestsById(tx, [request])).get(request) ?? refuse("NOT_FOUND"),
  });
}
