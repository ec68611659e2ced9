import { parentPort, workerData } from "node:worker_threads";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Context } from "./context.ts";
import type { ThreadData, ThreadMessage } from "./threads.ts";
import { wireTypes } from "./wire-types.ts";

/** A context for store functions that only read: nobody asks, and there is nothing to write with. */
export type Reader = Context;

interface Part<Input, Told, Answer> {
  /** Answers an input. */
  readonly work: (input: Input, read: (now: Date) => Reader, tell: (told: Told) => void) => Promise<Answer>;
  /** What `work` does, on a small scale and for nobody: code that has run before runs twice as fast. */
  readonly rehearse: (read: (now: Date) => Reader) => Promise<unknown>;
}

/** The main function of a thread's module: answers one input after the other, and rehearses first where nobody waits. */
export function inThread<Input, Told, Answer>({ work, rehearse }: Part<Input, Told, Answer>): void {
  const { databaseUrl, early } = workerData as ThreadData;
  const kysely = openReader(databaseUrl);
  const reader = (now: Date) => ({ em: { getKysely: () => kysely }, now: () => now }) as unknown as Reader;
  const say = (message: ThreadMessage<Told, Answer>) => parentPort?.postMessage(message);
  // A rehearsal that fails, because the database is away, has only not helped.
  let last: Promise<unknown> = early ? rehearse(reader).catch(() => {}) : Promise.resolve();
  parentPort?.on("message", (input: Input) => {
    last = last.then(async () => say({ answer: await work(input, reader, (told) => say({ told })) }));
  });
}

/** Connections that nobody has used for ten seconds are closed. */
function openReader(databaseUrl: string): Kysely<unknown> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    application_name: "shouwang-plan",
    statement_timeout: 60_000,
    types: wireTypes(),
  });
  // A line that breaks while nobody uses it is replaced when somebody does.
  pool.on("error", () => {});
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}
