import { sql } from "kysely";
import { refuse } from "../../kernel/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { row } from "../../platform/database.ts";
import { sameBytes } from "../../platform/secrets.ts";
import { transaction } from "../../platform/transaction.ts";
import { type Contact, contactKey } from "./contact.ts";
import { codeKey } from "./request-code.ts";

const mostTries = 5;

interface CodeRow {
  readonly code_key: Buffer;
  readonly tries: number;
}

/**
 * Uses up a one-time code, or refuses. Each try is counted in a transaction of its own before the code is compared, so
 * that a wrong one leaves its mark though the caller's transaction is rolled back. Five tries, ten minutes, one use.
 */
export async function checkCode(ctx: Context, contact: Contact, code: string): Promise<void> {
  const { limiter, secrets } = ctx.platform;
  const key = contactKey(secrets, contact);
  await limiter.take("sign-in", key, { most: 10, seconds: 900 }, ctx.now());
  await limiter.take("sign-in from", secrets.keyOf("address", ctx.address), { most: 30, seconds: 60 }, ctx.now());
  const wrong = await transaction(ctx, async (tx) => {
    const kept = await row<CodeRow>(
      tx,
      sql`update sign_in_code set tries = tries + 1
          where contact_key = ${key} and used_at is null and expires_at > ${tx.now()} and tries < ${mostTries}
          returning code_key, tries`,
    );
    if (kept === undefined) return "CODE_EXPIRED" as const;
    if (!sameBytes(kept.code_key, codeKey(ctx, contact, code.trim()))) return mostTries - kept.tries;
    await row(tx, sql`update sign_in_code set used_at = ${tx.now()} where contact_key = ${key}`);
    return null;
  });
  if (wrong === null) return;
  if (wrong === "CODE_EXPIRED" || wrong === 0) refuse("CODE_EXPIRED", ["code"]);
  refuse("CODE_WRONG", ["code"], { left: wrong });
}
