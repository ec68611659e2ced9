import { isId } from "../../kernel/id.ts";
import { refuse } from "../../kernel/refusal.ts";
import { audit } from "../../platform/audit.ts";
import type { Signed } from "../../platform/context.ts";
import { transaction } from "../../platform/transaction.ts";
import { endConsent, insertConsent, isGuardianOf } from "./store.ts";

/** Which wording people agree to; a new wording is a new version, and asks everybody anew. */
export const consentTextVersion = "2026-11";

export type ConsentKind = "privacy" | "matching" | "guardian";

export interface ConsentInput {
  readonly kind: ConsentKind;
  /** The minor for whom a guardian speaks; for 'guardian' alone. */
  readonly person: string | null;
}

/** Agrees to the present wording; agreeing twice is agreeing once. */
export const giveConsent = (ctx: Signed, input: ConsentInput): Promise<void> =>
  transaction(ctx, async (tx) => {
    const personId = await aboutWhom(tx, input);
    await insertConsent(tx, personId, input.kind, consentTextVersion, tx.viewer.personId);
    await audit(tx, { action: `give consent ${input.kind}`, resource: "Person", resourceId: personId });
  });

/** Takes an agreement back, at once and for every wording of it. What rests on it ends: rules ask for it each time. */
export const withdrawConsent = (ctx: Signed, input: ConsentInput): Promise<void> =>
  transaction(ctx, async (tx) => {
    // Without it we may not keep the account at all: that is erasure, which has a door of its own.
    if (input.kind === "privacy") return refuse("CONSENT_KEEPS_ACCOUNT", ["kind"]);
    const personId = await aboutWhom(tx, input);
    await endConsent(tx, personId, input.kind);
    await audit(tx, { action: `withdraw consent ${input.kind}`, resource: "Person", resourceId: personId });
  });

async function aboutWhom(ctx: Signed, { kind, person }: ConsentInput): Promise<string> {
  const mine = ctx.viewer.personId;
  if (kind !== "guardian") return person === null || person === mine ? mine : refuse("NOT_FOUND", ["person"]);
  if (person === null || person === mine) return refuse("CONSENT_IS_GUARDIANS", ["kind"]);
  return isId(person) && (await isGuardianOf(ctx, mine, person)) ? person : refuse("NOT_FOUND", ["person"]);
}
