import { isId } from "../../kernel/id.ts";
import { refuse } from "../../kernel/refusal.ts";
import { audit } from "../../platform/audit.ts";
import type { Signed } from "../../platform/context.ts";
import { coordinates } from "../../platform/policy.ts";
import { transaction } from "../../platform/transaction.ts";
import { openPhone } from "../people/sealed-contact.ts";
import { peopleById } from "../people/store.ts";
import { lastEndOf } from "./offer-store.ts";
import { assignmentsById } from "./store.ts";

export interface RevealPhone {
  readonly assignment: string;
  readonly purpose: string;
}

const longestPurpose = 200;
const afterwardsMs = 24 * 3_600_000;
const bound = new Set(["confirmed", "checked_in", "completed"]);

/**
 * The whole number of somebody who serves in the viewer's district, from their confirmation until 24 hours after the
 * end. Each look leaves an entry with its purpose, written before the number is given.
 */
export async function revealPhone(ctx: Signed, input: RevealPhone): Promise<{ phone: string | null }> {
  const purpose = input.purpose.trim();
  if (purpose === "") return refuse("PURPOSE_REQUIRED", ["purpose"]);
  if (purpose.length > longestPurpose) return refuse("TOO_LONG", ["purpose"], { most: longestPurpose });
  if (!isId(input.assignment)) return refuse("NOT_FOUND", ["assignment"]);
  return transaction(ctx, async (tx) => {
    const assignment = (await assignmentsById(tx, [input.assignment])).get(input.assignment);
    if (!assignment || !coordinates(tx.viewer, assignment.districtId)) return refuse("NOT_FOUND", ["assignment"]);
    const end = await lastEndOf(tx, assignment.id);
    if (!bound.has(assignment.state) || end === null || end.getTime() + afterwardsMs < tx.now().getTime())
      return refuse("PHONE_NOT_NOW", ["assignment"]);
    await audit(tx, {
      action: "reveal phone",
      resource: "Person",
      resourceId: assignment.personId,
      purpose,
      outcome: "read",
    });
    const person = (await peopleById(tx, [assignment.personId])).get(assignment.personId);
    return { phone: person ? openPhone(tx.platform.secrets, person) : null };
  });
}
