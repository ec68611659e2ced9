import { refuse } from "../../kernel/refusal.ts";
import type { Secrets } from "../../platform/secrets.ts";

/** How somebody is reached, in the one form in which it is compared. */
export interface Contact {
  readonly kind: "phone" | "email";
  readonly text: string;
}

const phone = /^1[3-9]\d{9}$/;
const email = /^[^\s@"<>(),;:\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?\.[a-z]{2,}$/;

/** Reads a mainland mobile number (spaces, hyphens and +86 allowed) or an e-mail address; refuses anything else. */
export function readContact(given: string, path: readonly string[] = ["contact"]): Contact {
  const text = given.normalize("NFKC").trim().toLowerCase();
  const digits = text.replace(/[\s-]/g, "").replace(/^(\+|00)86/, "");
  if (phone.test(digits)) return { kind: "phone", text: digits };
  if (text.length <= 254 && email.test(text)) return { kind: "email", text };
  return refuse("CONTACT_INVALID", path);
}

export const contactKey = (secrets: Secrets, contact: Contact): Buffer =>
  secrets.keyOf(`contact:${contact.kind}`, contact.text);

/** 138****2207 */
export const maskedPhone = (firstThree: string, lastFour: string): string => `${firstThree}****${lastFour}`;
