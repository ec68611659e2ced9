import { createStore } from "./store.ts";

/** That a contact is theirs: the code that was sent there, or a ticket of the city's identity service. */
export type Proof = { contact: string; code: string };

/**
 * From the front door to the registration, for whoever is not registered yet. Kept in memory alone: what it holds opens
 * an account, and has no business in an address or a storage.
 */
export const proof = createStore<Proof | undefined>(undefined);

const marked = "#register&";

/** What `/oidc/callback` hands over behind the hash, where neither logs nor other sites see it. */
export function readTicket(hash: string): Proof | undefined {
  if (!hash.startsWith(marked)) return undefined;
  const given = new URLSearchParams(hash.slice(marked.length));
  const [contact, code] = [given.get("contact"), given.get("ticket")];
  return contact && code ? { contact, code } : undefined;
}

export const isTicket = ({ code }: Proof): boolean => code.startsWith("oidc.");
