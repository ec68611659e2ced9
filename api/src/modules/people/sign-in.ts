import { sql } from "kysely";
import { refuse } from "../../kernel/refusal.ts";
import type { Context, Viewer } from "../../platform/context.ts";
import { row } from "../../platform/database.ts";
import { closeSession, openSession, viewerOfToken } from "../../platform/session.ts";
import { transaction } from "../../platform/transaction.ts";
import { checkCode, useUpCode } from "./check-code.ts";
import { contactKey, readContact } from "./contact.ts";
import { personByContact } from "./store.ts";

export interface SignedIn {
  readonly viewer: Viewer;
  /** Only for programs that asked for it; browsers get a cookie. */
  readonly token: string | null;
}

export async function signIn(
  ctx: Context,
  input: { contact: string; code: string; bearer: boolean },
): Promise<SignedIn> {
  const contact = readContact(input.contact);
  await checkCode(ctx, contact, input.code);
  const person = await personByContact(ctx, contact.kind, contactKey(ctx.platform.secrets, contact));
  // The code was right, so this tells only the contact's owner that nobody is registered under it. It is not used up:
  // they register with it.
  if (person === undefined) return refuse("PERSON_UNREGISTERED", ["contact"]);
  await transaction(ctx, (tx) => useUpCode(tx, contact, input.code));
  return enter(ctx, person.id, input.bearer);
}

/** Enters as one of the invented people of the demonstration city; refused anywhere else. */
export async function demoSignIn(ctx: Context, input: { persona: string; bearer: boolean }): Promise<SignedIn> {
  if (ctx.platform.mode !== "demonstration") return refuse("NOT_DEMONSTRATION");
  const found = await row<{ person_id: string }>(ctx, sql`select person_id from persona where code = ${input.persona}`);
  if (found === undefined) return refuse("PERSONA_UNKNOWN", ["persona"]);
  return enter(ctx, found.person_id, input.bearer);
}

export async function signOut(ctx: Context): Promise<void> {
  const { viewer } = ctx;
  if (viewer) await transaction(ctx, (tx) => closeSession(tx, viewer.sessionId));
  ctx.setCookie?.(null);
}

/** A new session each time: a token that somebody planted before sign-in is worth nothing after it. */
export async function enter(ctx: Context, personId: string, bearer: boolean): Promise<SignedIn> {
  const token = await transaction(ctx, (tx) => openSession(tx, personId, bearer ? "bearer" : "cookie"));
  const viewer = await viewerOfToken(ctx.em, ctx.platform.secrets, token, ctx.now());
  if (viewer === null) return refuse("BUSY_TRY_AGAIN");
  if (!bearer) ctx.setCookie?.(token);
  // The rest of this answer is read as whoever has just come in.
  Object.assign(ctx, { viewer });
  return { viewer, token: bearer ? token : null };
}
