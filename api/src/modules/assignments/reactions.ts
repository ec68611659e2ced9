import { type Reaction, reaction } from "../../platform/reactions.ts";
import { ShiftCancelled } from "../shifts/events.ts";
import { CredentialChanged } from "../skills/events.ts";
import { emptyShift } from "./empty-shift.ts";
import { withdrawUncredentialed } from "./withdraw-uncredentialed.ts";

const lost = new Set<unknown>(["expired", "revoked", "rejected"]);

/** What becomes of people's places when shifts are called off and credentials are lost. */
export const assignmentReactions: readonly Reaction[] = [
  reaction(ShiftCancelled, (ctx, { subjectId }) => emptyShift(ctx, subjectId)),
  reaction(CredentialChanged, async (ctx, { facts }) => {
    if (lost.has(facts.state)) await withdrawUncredentialed(ctx, String(facts.personId));
  }),
];
