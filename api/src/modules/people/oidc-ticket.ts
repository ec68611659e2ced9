import { refuse } from "../../kernel/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { Contact } from "./contact.ts";
import { insertIdentity } from "./store.ts";

/**
 * What the city's identity service says of somebody who is not registered here: it vouches for a contact, so that they
 * register without a code. Sealed and short-lived; of no use twice, because the contact is registered by then.
 */
export interface Ticket {
  readonly issuer: string;
  readonly subject: string;
  readonly contact: Contact;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const prefix = "oidc.";
const bind = "oidc ticket";
export const ticketSeconds = 30 * 60;

export const isTicket = (code: string): boolean => code.startsWith(prefix);

export const writeTicket = ({ platform }: Context, ticket: Ticket): string =>
  prefix + platform.secrets.seal(JSON.stringify(ticket), bind).toString("base64url");

/** Refuses a ticket that is forged, old, or for another contact. */
export function readTicket(ctx: Context, contact: Contact, code: string): Ticket {
  const ticket = opened(ctx, code);
  const isTheirs = ticket?.contact.kind === contact.kind && ticket.contact.text === contact.text;
  return ticket && isTheirs && ticket.until > ctx.now().getTime() ? ticket : refuse("CODE_EXPIRED", ["code"]);
}

function opened({ platform }: Context, code: string): Ticket | null {
  try {
    const sealed = Buffer.from(code.slice(prefix.length), "base64url");
    return JSON.parse(platform.secrets.open(sealed, bind)) as Ticket;
  } catch {
    return null;
  }
}

export const linkTicket = (tx: Tx, { issuer, subject }: Ticket, personId: string) =>
  insertIdentity(tx, issuer, subject, personId);
