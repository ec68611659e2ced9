import { boards, record } from "../../platform/events.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { CredentialRow } from "./credential.ts";
import { homeOf, noteHistory } from "./credential-store.ts";
import { CredentialChanged } from "./events.ts";

/** Writes what became of a credential into its history, and tells its holder and the board of their district. */
export async function tellCredential(tx: Tx, credential: CredentialRow): Promise<void> {
  await noteHistory(tx, credential);
  const home = await homeOf(tx, credential.personId);
  const on = [boards.person(credential.personId), ...(home === null ? [] : [boards.district(home)])];
  record(tx, CredentialChanged, on, credential, {
    state: credential.state,
    personId: credential.personId,
    checks: [credential.firstCheckerId, credential.secondCheckerId].filter(Boolean).length,
  });
}
