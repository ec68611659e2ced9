import { newId } from "../../kernel/id.ts";
import { refuse, refuseIf } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { once } from "../../platform/idempotency.ts";
import type { Tx } from "../../platform/transaction.ts";
import { Credential, type CredentialRow } from "./credential.ts";
import { credentialsById } from "./credential-store.ts";
import { type NewCredential, newCredentialProblems } from "./rules.ts";
import { tellCredential } from "./tell-credential.ts";

export interface SubmitCredential extends NewCredential {
  readonly idempotencyKey: string;
}

/** Hands in a proof of the viewer's own, for two people to check. */
export async function submitCredential(ctx: Signed, input: SubmitCredential): Promise<CredentialRow> {
  refuseIf(newCredentialProblems(input, ctx.now()));
  const { idempotencyKey, ...said } = input;
  return once(ctx, {
    operation: "submitCredential",
    key: idempotencyKey,
    // The number must not be guessable from what is kept of the input.
    input: { said: ctx.platform.secrets.keyOf("credential", JSON.stringify(said)).toString("hex") },
    work: (tx) => submit(tx, said),
    keep: ({ id }) => ({ credential: id }),
    again: async (tx, kept) =>
      (await credentialsById(tx, [kept.credential])).get(kept.credential) ?? refuse("NOT_FOUND"),
  });
}

async function submit(tx: Signed & Tx, said: NewCredential): Promise<CredentialRow> {
  const id = newId(tx.now().getTime());
  const number = said.number?.trim() || null;
  const credential = tx.em.create(Credential, {
    id,
    personId: tx.viewer.personId,
    kind: said.kind,
    issuer: said.issuer.trim(),
    numberSealed: number === null ? null : tx.platform.secrets.seal(number, `credential/${id}/number`),
    numberLast: number === null ? null : number.slice(-4),
    validFrom: said.validFrom,
    validUntil: said.validUntil,
    state: "submitted",
    madeAt: tx.now(),
    version: 1,
  });
  await tx.em.persist(credential).flush();
  await tellCredential(tx, credential);
  return credential;
}
