import { isId } from "../../kernel/id.ts";
import { refuse, refuseIf } from "../../kernel/refusal.ts";
import { audit } from "../../platform/audit.ts";
import type { Signed } from "../../platform/context.ts";
import { type Tx, transaction } from "../../platform/transaction.ts";
import type { Credential, CredentialRow } from "./credential.ts";
import { credentialForChange } from "./credential-store.ts";
import { checkProblems, reasonProblems } from "./rules.ts";
import { tellCredential } from "./tell-credential.ts";

export interface CheckCredential {
  readonly credential: string;
  readonly expectedVersion: number;
  readonly approve: boolean;
  readonly reason: string | null;
}

/**
 * One of two checks, by two people of whom neither is the holder. The first approval leaves it submitted, the second
 * verifies it; either may reject it, with a reason.
 */
export async function checkCredential(ctx: Signed, input: CheckCredential): Promise<CredentialRow> {
  if (!input.approve) refuseIf(reasonProblems(input.reason));
  return changeCredential(ctx, input, async (tx, credential) => {
    refuseIf(checkProblems(credential, tx.viewer.personId, tx.now()));
    const isFirst = !credential.firstCheckerId;
    if (isFirst) Object.assign(credential, { firstCheckerId: tx.viewer.personId, firstCheckedAt: tx.now() });
    else Object.assign(credential, { secondCheckerId: tx.viewer.personId, secondCheckedAt: tx.now() });
    if (!input.approve) Object.assign(credential, { state: "rejected", reason: input.reason?.trim() });
    else if (!isFirst) credential.state = "verified";
    await audit(tx, {
      action: input.approve ? "approve" : "reject",
      resource: "Credential",
      resourceId: credential.id,
    });
  });
}

/** Loads and holds a credential, has it changed if it is still what the viewer saw, and tells of it. */
export async function changeCredential(
  ctx: Signed,
  input: { readonly credential: string; readonly expectedVersion: number },
  change: (tx: Signed & Tx, credential: Credential) => Promise<void>,
): Promise<CredentialRow> {
  if (!isId(input.credential)) return refuse("NOT_FOUND", ["credential"]);
  return transaction(ctx, async (tx) => {
    const credential = await credentialForChange(tx, input.credential);
    if (credential === null) return refuse("NOT_FOUND", ["credential"]);
    if (credential.version !== input.expectedVersion) return refuse("VERSION_STALE", ["expectedVersion"]);
    await change(tx, credential);
    await tx.em.flush();
    await tellCredential(tx, credential);
    return credential;
  });
}
