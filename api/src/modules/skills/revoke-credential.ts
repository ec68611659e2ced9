import { refuse, refuseIf } from "../../kernel/refusal.ts";
import { audit } from "../../platform/audit.ts";
import type { Signed } from "../../platform/context.ts";
import { changeCredential } from "./check-credential.ts";
import type { CredentialRow } from "./credential.ts";
import { reasonProblems } from "./rules.ts";

export interface RevokeCredential {
  readonly credential: string;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** Takes a verified credential away. Future work that needs it is released by a reaction, within seconds. */
export async function revokeCredential(ctx: Signed, input: RevokeCredential): Promise<CredentialRow> {
  refuseIf(reasonProblems(input.reason));
  return changeCredential(ctx, input, async (tx, credential) => {
    if (credential.state !== "verified") return refuse("CREDENTIAL_NOT_VERIFIED", ["credential"]);
    if (credential.personId === tx.viewer.personId) return refuse("CHECKER_IS_HOLDER", ["credential"]);
    Object.assign(credential, { state: "revoked", reason: input.reason.trim() });
    await audit(tx, { action: "revoke", resource: "Credential", resourceId: credential.id });
  });
}
