import { audit } from "../../platform/audit.ts";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { personOf } from "../people/graphql.ts";
import { seenBy } from "../people/names.ts";
import { phoneMaskedOf } from "../people/sealed-contact.ts";
import type { AssignmentRow } from "./assignment.ts";
import { isConfirmed, visibleRequests } from "./visible-requests.ts";

/** How one side of a confirmed match sees the other. */
export interface Contact {
  readonly name: string;
  readonly phoneMasked: string | null;
}

const bound = ["confirmed", "checked_in", "completed"];

/** The other side's masked contact: for the family and its helper, once the family has confirmed. Each look is audited. */
export async function contactOf(ctx: Context, assignment: AssignmentRow): Promise<Contact | null> {
  const { viewer } = ctx;
  if (viewer === null || !assignment.requestId || !bound.includes(assignment.state)) return null;
  const request = await batch(ctx, visibleRequests, assignment.requestId);
  if (!request || !isConfirmed(request)) return null;
  const isFamily = request.requesterId === viewer.personId;
  if (!isFamily && assignment.personId !== viewer.personId) return null;
  const other = await personOf(ctx, isFamily ? assignment.personId : request.requesterId);
  await audit(ctx, {
    action: "see contact",
    resource: "Person",
    resourceId: other.id,
    purpose: `request ${request.id}`,
    outcome: "read",
  });
  return {
    name: seenBy(ctx, { ...other, seenAs: isFamily ? "helper" : "helped" }),
    phoneMasked: phoneMaskedOf(ctx.platform.secrets, other),
  };
}
