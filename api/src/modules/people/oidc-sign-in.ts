import type { IDToken } from "openid-client";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { transaction } from "../../platform/transaction.ts";
import { contactKey } from "./contact.ts";
import { type Flow, verifiedContact } from "./oidc.ts";
import { ticketSeconds, writeTicket } from "./oidc-ticket.ts";
import { enter } from "./sign-in.ts";
import { insertIdentity, personByContact, personOfIdentity } from "./store.ts";

/** Names of what may go wrong; the sign-in page has their sentences. */
export type OidcProblem = "OIDC_FAILED" | "OIDC_NOT_LINKED" | "OIDC_NO_CONTACT" | "OIDC_LINKED_ELSEWHERE";

export const problemPath = (problem: OidcProblem): string => `/sign-in?problem=${problem}`;

/**
 * Where somebody goes whom the identity service has sent back. A linked identity signs in. An unlinked one whose
 * verified contact nobody has registered gets a ticket to register with. A contact that somebody has registered never
 * links by itself: whoever once held that number must not come into its owner's account. Its owner signs in with a
 * code, and links by their own will.
 */
export async function comeBack(ctx: Context, flow: Flow, claims: IDToken): Promise<string> {
  const known = await personOfIdentity(ctx, claims.iss, claims.sub);
  if (flow.linkFor !== null) return link(ctx, flow, claims, known);
  if (known !== null) {
    await enter(ctx, known, false);
    return flow.next;
  }
  return invite(ctx, claims);
}

async function link(ctx: Context, flow: Flow, { iss, sub }: IDToken, known: string | null): Promise<string> {
  const me = ctx.viewer?.personId;
  if (me === undefined || me !== flow.linkFor) return problemPath("OIDC_FAILED");
  if (known !== null) return known === me ? flow.next : problemPath("OIDC_LINKED_ELSEWHERE");
  await transaction(ctx, async (tx) => {
    await insertIdentity(tx, iss, sub, me);
    await audit(tx, { action: "link identity", resource: "Person", resourceId: me });
  });
  return flow.next;
}

async function invite(ctx: Context, claims: IDToken): Promise<string> {
  const contact = verifiedContact(claims);
  if (contact === null) return problemPath("OIDC_NO_CONTACT");
  const registered = await personByContact(ctx, contact.kind, contactKey(ctx.platform.secrets, contact));
  if (registered) return problemPath("OIDC_NOT_LINKED");
  const until = ctx.now().getTime() + ticketSeconds * 1_000;
  const ticket = writeTicket(ctx, { issuer: claims.iss, subject: claims.sub, contact, until });
  // Behind the hash: neither logs nor other sites' referrers ever see it.
  return `/sign-in#register&${new URLSearchParams({ contact: contact.text, ticket })}`;
}
