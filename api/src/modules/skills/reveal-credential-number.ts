import { isId } from "../../kernel/id.ts";
import { refuse } from "../../kernel/refusal.ts";
import { audit } from "../../platform/audit.ts";
import type { Signed } from "../../platform/context.ts";
import { transaction } from "../../platform/transaction.ts";
import { credentialsById } from "./credential-store.ts";

/**
 * The whole number of somebody else's credential, for a checker to look it up at its issuer while it waits for a check.
 * Each look leaves an entry, written before the number is given.
 */
export const revealCredentialNumber = (ctx: Signed, input: { readonly credential: string }): Promise<string | null> =>
  transaction(ctx, async (tx) => {
    const credential = isId(input.credential)
      ? (await credentialsById(tx, [input.credential])).get(input.credential)
      : undefined;
    if (!credential) return refuse("NOT_FOUND", ["credential"]);
    if (credential.personId === tx.viewer.personId) return refuse("CHECKER_IS_HOLDER", ["credential"]);
    if (credential.state !== "submitted") return refuse("CREDENTIAL_STATE", ["credential"]);
    await audit(tx, {
      action: "reveal number",
      resource: "Credential",
      resourceId: credential.id,
      purpose: "check",
      outcome: "read",
    });
    const { id, numberSealed } = credential;
    return numberSealed ? tx.platform.secrets.open(numberSealed, `credential/${id}/number`) : null;
  });
