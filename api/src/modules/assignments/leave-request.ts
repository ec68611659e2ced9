import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { once } from "../../platform/idempotency.ts";
import type { AssignmentRow } from "./assignment.ts";
import { endMatch, holdMatch, type Part } from "./end-match.ts";
import { HelperLeft } from "./events.ts";
import { leaveNotice } from "./parting.ts";
import { assignmentsById } from "./store.ts";

/** The viewer helps no longer. A session that begins within the notice stays theirs; the request looks for somebody. */
export async function leaveRequest(
  ctx: Signed,
  input: Part & { readonly idempotencyKey: string },
): Promise<AssignmentRow> {
  const { idempotencyKey, ...left } = input;
  return once(ctx, {
    operation: "leaveRequest",
    key: idempotencyKey,
    input: left,
    work: async (tx) => {
      const match = await holdMatch(tx, left, ({ assignment }) => assignment.personId === tx.viewer.personId);
      const from = new Date(tx.now().getTime() + leaveNotice);
      return (await endMatch(tx, match, { to: "released", reason: left.reason, from, told: HelperLeft })).assignment;
    },
    keep: ({ id }) => ({ assignment: id }),
    again: async (tx, { assignment }) =>
      (await assignmentsById(tx, [assignment])).get(assignment) ?? refuse("NOT_FOUND"),
  });
}
