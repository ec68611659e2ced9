import { type Reaction, reaction } from "../../platform/reactions.ts";
import { ShiftCancelled } from "../shifts/events.ts";
import { CredentialChanged } from "../skills/events.ts";
import { dissolveUncredentialed } from "./dissolve-match.ts";
import { emptyShift, withdrawUncredentialed } from "./withdraw-places.ts";

const lost = new Set<unknown>(["expired", "revoked", "rejected"]);

/** What becomes of people's places when shifts are called off and credentials are lost. */
export const assignmentReactions: readonly Reaction[] = [
  reaction(ShiftCancelled, (ctx, { subjectId }) => emptyShift(ctx, subjectId)),
  reaction(CredentialChanged, async (ctx, { facts }) => {
    if (!lost.has(facts.state)) return;
    await withdrawUncredentialed(ctx, String(facts.personId));
    await dissolveUncredentialed(ctx, String(facts.personId));
  }),
];
