import { parentPort, workerData } from "node:worker_threads";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Context } from "./context.ts";
import type { ThreadData, ThreadMessage } from "./threads.ts";
import { wireTypes } from "./wire-types.ts";

/** A context for store functions that only read: nobody asks, and there is nothing to write with. */
export type Reader = Context;

/** The main function of a thread's module: answers each input with what `work` gives. A connection is open only meanwhile. */
export function inThread<Input, Told, Answer>(
  work: (input: Input, read: (now: Date) => Reader, tell: (told: Told) => void) => Promise<Answer>,
): void {
  const { databaseUrl } = workerData as ThreadData;
  const say = (message: ThreadMessage<Told, Answer>) => parentPort?.postMessage(message);
  parentPort?.on("message", async (input: Input) => {
    const kysely = openReader(databaseUrl);
    const reader = (now: Date) => ({ em: { getKysely: () => kysely }, now: () => now }) as unknown as Reader;
    try {
      say({ answer: await work(input, reader, (told) => say({ told })) });
    } finally {
      await kysely.destroy();
    }
  });
}

function openReader(databaseUrl: string): Kysely<unknown> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    application_name: "shouwang-plan",
    statement_timeout: 60_000,
    types: wireTypes(),
  });
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}
