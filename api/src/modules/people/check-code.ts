import { sql } from "kysely";
import { refuse } from "../../kernel/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { row } from "../../platform/database.ts";
import { sameBytes } from "../../platform/secrets.ts";
import { type Tx, transaction } from "../../platform/transaction.ts";
import { type Contact, contactKey } from "./contact.ts";
import { codeKey } from "./request-code.ts";

const mostTries = 5;

interface CodeRow {
  readonly code_key: Buffer;
  readonly tries: number;
}

/**
 * Refuses unless this is the code that was sent. Each try is counted in a transaction of its own before the code is
 * compared, so that a wrong one leaves its mark though the caller's transaction is rolled back. The code stays usable
 * until `useUpCode`. Five tries, ten minutes.
 */
export async function checkCode(
  ctx: Context,
  contact: Contact,
  code: string,
  path: readonly string[] = ["code"],
): Promise<void> {
  const { limiter, secrets } = ctx.platform;
  const key = contactKey(secrets, contact);
  await limiter.take("sign-in", key, { most: 10, seconds: 900 }, ctx.now());
  await limiter.take("sign-in from", secrets.keyOf("address", ctx.address), { most: 30, seconds: 60 }, ctx.now());
  const kept = await transaction(ctx, (tx) =>
    row<CodeRow>(
      tx,
      sql`update sign_in_code set tries = tries + 1
          where contact_key = ${key} and used_at is null and expires_at > ${tx.now()} and tries < ${mostTries}
          returning code_key, tries`,
    ),
  );
  if (kept !== undefined && sameBytes(kept.code_key, codeKey(ctx, contact, code.trim()))) return;
  if (kept === undefined || kept.tries === mostTries) return refuse("CODE_EXPIRED", path);
  return refuse("CODE_WRONG", path, { left: mostTries - kept.tries });
}

/** A code works once: of two who bring it at the same moment, one is refused. */
export async function useUpCode(
  tx: Tx,
  contact: Contact,
  code: string,
  path: readonly string[] = ["code"],
): Promise<void> {
  const used = await row(
    tx,
    sql`update sign_in_code set used_at = ${tx.now()}
        where contact_key = ${contactKey(tx.platform.secrets, contact)} and code_key = ${codeKey(tx, contact, code.trim())} and used_at is null
        returning 1`,
  );
  if (used === undefined) refuse("CODE_EXPIRED", path);
}
