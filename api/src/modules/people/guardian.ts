import { newId } from "../../kernel/id.ts";
import { refuse, refuseIf } from "../../kernel/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Tx } from "../../platform/transaction.ts";
import { checkCode, useUpCode } from "./check-code.ts";
import { consentTextVersion } from "./consent.ts";
import { type Contact, contactKey, readContact } from "./contact.ts";
import type { PersonRow } from "./person.ts";
import { isMinor, nameProblems } from "./rules.ts";
import { insertConsent, insertGuardianship, insertPerson, personByContact } from "./store.ts";

export interface GuardianGiven {
  readonly contact: string;
  /** Sent to the guardian's contact; not needed from a guardian who is signed in. */
  readonly code: string | null;
  /** Needed from a guardian who is not registered yet. */
  readonly name: string | null;
}

export interface Guardian {
  readonly contact: Contact;
  readonly code: string | null;
  readonly name: string;
  readonly known: PersonRow | undefined;
}

/** Who answers for a minor; refuses whoever does not prove to be there, is a child, or is the minor. */
export async function readGuardian(ctx: Context, minors: Contact, given: GuardianGiven): Promise<Guardian> {
  const path = ["guardian", "contact"];
  const contact = readContact(given.contact, path);
  if (contact.kind === minors.kind && contact.text === minors.text) return refuse("GUARDIAN_IS_ANOTHER", path);
  const known = await personByContact(ctx, contact.kind, contactKey(ctx.platform.secrets, contact));
  const isHere = known !== undefined && known.id === ctx.viewer?.personId;
  const code = isHere ? null : given.code;
  if (!isHere && code === null) return refuse("REQUIRED", ["guardian", "code"]);
  // Before what is known of the contact is told, its owner has to prove to be there.
  if (code !== null) await checkCode(ctx, contact, code, ["guardian", "code"]);
  if (known === undefined) refuseIf(nameProblems(given.name ?? "", ["guardian", "name"]));
  else if (isMinor(known.bornOn ?? null, ctx.now())) return refuse("GUARDIAN_IS_ADULT", path);
  return { contact, code, name: given.name?.trim() ?? "", known };
}

/** Uses up the guardian's code, registers them where they are new, and notes that they agree. */
export async function agreeAsGuardian(
  tx: Tx,
  guardian: Guardian,
  of: { readonly minorId: string; readonly district: string },
): Promise<void> {
  if (guardian.code !== null) await useUpCode(tx, guardian.contact, guardian.code, ["guardian", "code"]);
  const guardianId = guardian.known?.id ?? newId(tx.now().getTime());
  if (guardian.known === undefined) {
    const { name, contact } = guardian;
    await insertPerson(tx, {
      id: guardianId,
      name,
      contact,
      bornOn: null,
      district: of.district,
      roles: ["family"],
      locale: tx.locale,
    });
    await insertConsent(tx, guardianId, "privacy", consentTextVersion, guardianId);
  }
  await insertGuardianship(tx, of.minorId, guardianId);
  await insertConsent(tx, of.minorId, "guardian", consentTextVersion, guardianId);
}
