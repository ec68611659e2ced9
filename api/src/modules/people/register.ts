import { newId } from "../../kernel/id.ts";
import type { Locale } from "../../kernel/reason.ts";
import { refuse, refuseIf } from "../../kernel/refusal.ts";
import { audit } from "../../platform/audit.ts";
import type { Context, Signed } from "../../platform/context.ts";
import { once } from "../../platform/idempotency.ts";
import type { Tx } from "../../platform/transaction.ts";
import { checkCode, useUpCode } from "./check-code.ts";
import { consentTextVersion } from "./consent.ts";
import { type Contact, contactKey, readContact } from "./contact.ts";
import { agreeAsGuardian, type Guardian, type GuardianGiven, readGuardian } from "./guardian.ts";
import { isTicket, linkTicket, readTicket, type Ticket } from "./oidc-ticket.ts";
import { codeSeconds } from "./request-code.ts";
import { registrationProblems } from "./rules.ts";
import { enter, type SignedIn } from "./sign-in.ts";
import { districtExists, insertConsent, insertPerson, madeAt } from "./store.ts";

export interface Register {
  readonly idempotencyKey: string;
  readonly name: string;
  readonly contact: string;
  /** The six digits, or a ticket of the city's identity service. */
  readonly code: string;
  readonly bornOn: string;
  readonly district: string;
  readonly roles: readonly ("volunteer" | "family")[];
  readonly locale: Locale;
  readonly consents: readonly ("privacy" | "matching")[];
  readonly guardian: GuardianGiven | null;
  readonly bearer: boolean;
}

/**
 * Makes a person of somebody who proves that a contact is theirs, and signs them in. Under 18 their guardian proves a
 * contact too, and agrees; a guardian who registers their child stays signed in as themselves.
 */
export async function register(ctx: Context, input: Register): Promise<SignedIn> {
  const contact = readContact(input.contact);
  refuseIf(registrationProblems({ ...input, hasGuardian: input.guardian !== null }, ctx.now()));
  if (!(await districtExists(ctx, input.district))) return refuse("NOT_FOUND", ["district"]);
  // Outside the transaction, which must not wait for a second connection. A repeat comes with a code that is used up:
  // it gets its answer all the same, so what speaks against the proof counts only where there is work to do.
  const proof = await proofOf(ctx, contact, input).catch((error: unknown) => error);
  const personId = await once(asContact(ctx, contact), {
    operation: "register",
    key: input.idempotencyKey,
    input: { said: ctx.platform.secrets.keyOf("register", JSON.stringify(input)).toString("hex") },
    work: (tx) => become({ ...tx, viewer: ctx.viewer }, contact, input, proof),
    keep: (id) => ({ person: id }),
    again: (tx, { person }) => freshlyMade(tx, person),
  });
  if (ctx.viewer !== null) return { viewer: ctx.viewer, token: null };
  return enter(ctx, personId, input.bearer);
}

interface Proof {
  readonly ticket: Ticket | null;
  readonly guardian: Guardian | null;
}

async function proofOf(ctx: Context, contact: Contact, { code, guardian }: Register): Promise<Proof> {
  const ticket = isTicket(code) ? readTicket(ctx, contact, code) : null;
  if (ticket === null) await checkCode(ctx, contact, code);
  return { ticket, guardian: guardian === null ? null : await readGuardian(ctx, contact, guardian) };
}

/** Nobody is signed in yet, but keys belong to somebody: here, to the contact. */
function asContact(ctx: Context, contact: Contact): Signed {
  const hex = contactKey(ctx.platform.secrets, contact).toString("hex");
  const personId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
  return { ...ctx, viewer: { personId, sessionId: "", roles: [], seq: 0 } };
}

async function become(tx: Tx, contact: Contact, input: Register, proof: unknown): Promise<string> {
  if (!isProof(proof)) throw proof;
  const { ticket, guardian } = proof;
  if (ticket === null) await useUpCode(tx, contact, input.code);
  const id = newId(tx.now().getTime());
  const { bornOn, district, roles, locale } = input;
  await insertPerson(tx, { id, name: input.name.trim(), contact, bornOn, district, roles, locale });
  for (const kind of input.consents) await insertConsent(tx, id, kind, consentTextVersion, id);
  if (guardian !== null) await agreeAsGuardian(tx, guardian, { minorId: id, district });
  if (ticket !== null) await linkTicket(tx, ticket, id);
  await audit(tx, { action: "register", resource: "Person", resourceId: id });
  return id;
}

const isProof = (value: unknown): value is Proof => typeof value === "object" && value !== null && "guardian" in value;

/** An answer that was lost can be asked for again, but only as long as its code would have worked. */
async function freshlyMade(tx: Tx, personId: string): Promise<string> {
  const made = await madeAt(tx, personId);
  const age = made === null ? Number.POSITIVE_INFINITY : tx.now().getTime() - made.getTime();
  return age < codeSeconds * 1_000 ? personId : refuse("CODE_EXPIRED", ["code"]);
}
