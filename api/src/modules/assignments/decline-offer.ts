import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { once } from "../../platform/idempotency.ts";
import type { AssignmentRow } from "./assignment.ts";
import { OfferDeclined } from "./events.ts";
import { endOffer } from "./free-place.ts";
import { holdOwnOffer } from "./hold-assignment.ts";
import { assignmentsById } from "./store.ts";

export interface DeclineOffer {
  readonly idempotencyKey: string;
  readonly assignment: string;
  readonly reason: string | null;
}

const mostReasonCharacters = 200;

/** The viewer says no; nobody has to say why. */
export async function declineOffer(ctx: Signed, input: DeclineOffer): Promise<AssignmentRow> {
  const reason = input.reason?.trim() || null;
  if (reason !== null && reason.length > mostReasonCharacters)
    return refuse("TOO_LONG", ["reason"], { most: mostReasonCharacters });
  return once(ctx, {
    operation: "declineOffer",
    key: input.idempotencyKey,
    input: { assignment: input.assignment, reason },
    work: async (tx) => {
      const { work, assignment } = await holdOwnOffer(tx, input.assignment);
      return endOffer(tx, work, assignment, "declined", OfferDeclined, reason);
    },
    keep: ({ id }) => ({ assignment: id }),
    again: async (tx, { assignment }) =>
      (await assignmentsById(tx, [assignment])).get(assignment) ?? refuse("NOT_FOUND"),
  });
}
