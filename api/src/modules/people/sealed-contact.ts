import type { Secrets } from "../../platform/secrets.ts";
import type { Contact } from "./contact.ts";
import { contactKey, maskedPhone } from "./contact.ts";
import type { PersonRow } from "./person.ts";

type Sealed = Pick<PersonRow, "id" | "phoneSealed">;

/** What a sealed contact is bound to: moved to another person's row, it does not open. */
const bindOf = (personId: string, kind: Contact["kind"]) => `person/${personId}/${kind}`;

/** The columns in which a contact is kept: sealed, searchable by its key, never in clear. */
export function contactColumns(secrets: Secrets, personId: string, contact: Contact) {
  const sealed = secrets.seal(contact.text, bindOf(personId, contact.kind));
  const key = contactKey(secrets, contact);
  return contact.kind === "phone"
    ? { phoneSealed: sealed, phoneKey: key, phoneLast: contact.text.slice(-4), emailSealed: null, emailKey: null }
    : { phoneSealed: null, phoneKey: null, phoneLast: null, emailSealed: sealed, emailKey: key };
}

/** The whole number: only for who may have it, and never without an audit entry. Null: none is known. */
export const openPhone = (secrets: Secrets, { id, phoneSealed }: Sealed): string | null =>
  phoneSealed ? secrets.open(phoneSealed, bindOf(id, "phone")) : null;

export const openEmail = (
  secrets: Secrets,
  { id, emailSealed }: Pick<PersonRow, "id" | "emailSealed">,
): string | null => (emailSealed ? secrets.open(emailSealed, bindOf(id, "email")) : null);

/** 138****2207; null when no number is known. */
export function phoneMaskedOf(secrets: Secrets, person: Sealed): string | null {
  const phone = openPhone(secrets, person);
  return phone === null ? null : maskedPhone(phone.slice(0, 3), phone.slice(-4));
}
