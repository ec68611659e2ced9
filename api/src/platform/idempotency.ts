import { createHash } from "node:crypto";
import { sql } from "kysely";
import { refuse } from "../kernel/refusal.ts";
import type { Signed } from "./context.ts";
import { row } from "./database.ts";
import { type Tx, transaction } from "./transaction.ts";

interface KeptRow {
  readonly input_hash: Buffer;
  readonly result: Result | null;
}
/** What is kept of a mutation's answer: enough to give the same one again, and nothing personal. */
type Result = Readonly<Record<string, string | number | readonly string[]>>;

interface Once<Value, Kept extends Result> {
  readonly operation: string;
  readonly key: string;
  readonly input: object;
  readonly work: (tx: Signed & Tx) => Promise<Value>;
  /** What to keep of the answer … */
  readonly keep: (value: Value) => Kept;
  /** … and how to give it again. */
  readonly again: (tx: Signed & Tx, kept: Kept) => Promise<Value>;
}

/**
 * Runs a mutation at most once a key: the key row is part of the same transaction, so two at once wait for each other,
 * and a process that dies half way leaves neither key nor effect. A repeat gets the first answer; the same key with
 * another input is refused. Keys are kept for 7 days.
 */
export function once<Value, R extends Result>(ctx: Signed, call: Once<Value, R>): Promise<Value> {
  const { operation, key } = call;
  if (key.length < 8 || key.length > 100) return refuse("KEY_INVALID", ["idempotencyKey"]);
  const hash = createHash("sha256").update(JSON.stringify(call.input)).digest();
  return transaction(ctx, async (tx) => {
    const mine = await row(
      tx,
      sql`insert into idempotency_key (person_id, operation, key, input_hash, made_at)
          values (${ctx.viewer.personId}, ${operation}, ${key}, ${hash}, ${tx.now()})
          on conflict do nothing returning 1`,
    );
    if (mine === undefined) return call.again(tx, await keptFor<R>(tx, operation, key, hash));
    const value = await call.work(tx);
    tx.closing.push(sql`
      update idempotency_key set result = ${JSON.stringify(call.keep(value))}::jsonb
      where person_id = ${ctx.viewer.personId} and operation = ${operation} and key = ${key}`);
    return value;
  });
}

async function keptFor<R extends Result>(tx: Signed & Tx, operation: string, key: string, hash: Buffer): Promise<R> {
  const kept = await row<KeptRow>(
    tx,
    sql`select input_hash, result from idempotency_key
        where person_id = ${tx.viewer.personId} and operation = ${operation} and key = ${key}`,
  );
  if (kept === undefined) return refuse("BUSY_TRY_AGAIN");
  if (!kept.input_hash.equals(hash)) return refuse("KEY_REUSED", ["idempotencyKey"]);
  return kept.result as R;
}
