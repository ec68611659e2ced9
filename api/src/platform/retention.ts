import { type RawBuilder, sql } from "kysely";
import { DAY } from "../kernel/interval.ts";
import { rows } from "./database.ts";
import type { Schedule } from "./jobs.ts";
import type { Task } from "./reactions.ts";
import { transaction } from "./transaction.ts";

/** Idempotency keys are kept so long, in ms: whoever repeats a call later makes a new one. */
export const keysKept = 7 * DAY;
/** Events are kept so long; who comes back later reads the board anew. `forget_events` holds the same in the database. */
export const eventsKept = 30 * DAY;

const mostAtOnce = 5_000;

/** Deletes at most so many rows that are over at `now`, and says how many in a column `n`. */
type Rule = (now: Date) => RawBuilder<{ n: number }>;

const before = (now: Date, ms: number) => new Date(now.getTime() - ms);

const deleteFrom = (table: string, isOver: RawBuilder<unknown>): RawBuilder<{ n: number }> => sql`
  with gone as (delete from ${sql.table(table)} where ctid in (
    select ctid from ${sql.table(table)} where ${isOver} limit ${mostAtOnce} for update skip locked) returning 1)
  select count(*)::int as n from gone`;

/** What is forgotten, and when. Whatever is not named here is kept. */
export const retention: Readonly<Record<string, Rule>> = {
  idempotency_key: (now) => deleteFrom("idempotency_key", sql`made_at < ${before(now, keysKept)}`),
  sign_in_code: (now) => deleteFrom("sign_in_code", sql`expires_at < ${now}`),
  try_count: (now) => deleteFrom("try_count", sql`until < ${now}`),
  session: (now) => deleteFrom("session", sql`expires_at < ${now} or revoked_at < ${now}`),
  // The application may not delete events; the database does it, and holds to the same age.
  event: (now) => sql`select forget_events(${before(now, eventsKept)}, ${mostAtOnce}) as n`,
};

/** A few thousand rows a transaction, so that nobody waits for it. May run twice, or at once. */
export const forgetOld: Task = async (ctx, _payload, stopping) => {
  for (const rule of Object.values(retention)) {
    for (let n = mostAtOnce; n === mostAtOnce && !stopping.aborted; )
      n = (await transaction(ctx, (tx) => rows(tx, rule(tx.now()))))[0]?.n ?? 0;
  }
};

/** At half past three on the city's clock, when least is going on. */
export const retentionSchedules: readonly Schedule[] = [{ task: "forgetOld", match: "30 19 * * *" }];
