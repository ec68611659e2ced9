import { Logger, runOnce } from "graphile-worker";
import type { Client } from "graphql-ws";
import pg from "pg";
import { pino } from "pino";
import { reactions, tasks } from "../../api/src/app.ts";
import { standardLimits } from "../../api/src/platform/limits/operation.ts";
import type { Letter } from "../../api/src/platform/mail.ts";
import { taskList } from "../../api/src/platform/reactions.ts";
import { openSession } from "../../api/src/platform/session.ts";
import { transaction } from "../../api/src/platform/transaction.ts";
import { type ServeOptions, serve } from "../../api/src/serve.ts";
import { asking, openSocket, textOf } from "./ask.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import { within } from "./within.ts";

// biome-ignore lint/suspicious/noExplicitAny: answers are asserted, not typed
type Any = any;

/** Wednesday 25 November 2026, 12:00 in Beijing: every story begins there unless it says otherwise. */
export const noon = new Date("2026-11-25T04:00:00Z");

export const masterKey = "a master key for tests alone, 32+ characters";

export type Product = Awaited<ReturnType<typeof openProduct>>;

/** One API process on a database of its own (or on `database`, for a second process), with a clock that only tests move. */
export async function openProduct(options: Partial<ServeOptions> & { database?: TestDatabase } = {}) {
  const { database = await testDatabase(), ...given } = options;
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 4 });
  // end() does not wait for its connections to be gone, and dropping the database cuts those that are not.
  owner.on("error", () => {});
  let now = noon.getTime();
  const letters: Letter[] = [];
  const statements: string[] = [];
  let counting = false;
  const served = await serve({
    appUrl: database.appUrl,
    mode: "demonstration",
    role: "api",
    port: 0,
    host: "127.0.0.1",
    publicUrl: "http://localhost",
    masterKey,
    connections: 20,
    trustProxy: false,
    bodyLimitBytes: 256 * 1_024,
    limits: standardLimits,
    mailer: { send: async (letter) => void letters.push(letter) },
    addressOf: (kind, contact) => (kind === "email" ? contact : `${contact}@sms.invalid`),
    deadlineMs: 10_000,
    clock: () => new Date(now),
    log: pino({ level: process.env.TEST_LOG ?? "silent" }),
    webFolder: null,
    onQuery: (sql) => void (counting && statements.push(sql)),
    ...given,
  });
  const sockets: Client[] = [];

  return {
    ...served,
    graphqlUrl: `${served.url}/graphql`,
    database,
    letters,
    clock: {
      now: () => new Date(now),
      set: (at: Date) => {
        now = at.getTime();
      },
      advance: (ms: number) => {
        now += ms;
      },
    },
    ...asking(served.url),
    /** Runs a statement as the owner of the database, past every grant of the application. */
    async sql<Row extends object = Any>(text: string, values: unknown[] = []): Promise<Row[]> {
      return (await owner.query<Row & pg.QueryResultRow>(text, values)).rows;
    },
    async tokenOf(personId: string): Promise<string> {
      return transaction(served.systemContext(), (tx) => openSession(tx, personId, "bearer"));
    },
    /** The SQL statements of `work`, transaction control included. */
    async statementsOf<T>(work: () => Promise<T>): Promise<{ statements: string[]; result: T }> {
      statements.length = 0;
      counting = true;
      try {
        const result = await work();
        return { statements: [...statements], result };
      } finally {
        counting = false;
      }
    },
    /** Does every job that is due, reactions included, until none is left. */
    async work(): Promise<void> {
      const pool = new pg.Pool({ connectionString: database.appUrl, max: 4 });
      pool.on("error", () => {});
      pool.on("connect", (client) => void client.on("error", () => {}));
      try {
        await runOnce({
          pgPool: pool,
          taskList: taskList(reactions, tasks, served.systemContext),
          noHandleSignals: true,
          logger: new Logger(() => () => {}),
          concurrency: 1,
        });
      } finally {
        await pool.end();
      }
    },
    /** A WebSocket of somebody; closed with the product. */
    socket(as?: string, extra: Parameters<typeof openSocket>[2] = {}): Client {
      const client = openSocket(served.url, as, extra);
      sockets.push(client);
      return client;
    },
    async close(): Promise<void> {
      await within(15, "closing sockets", Promise.all(sockets.map((client) => client.dispose())));
      await within(15, "stopping", served.stop(0));
      await within(15, "closing the owner's connections", owner.end());
      if (options.database === undefined) await within(15, "dropping the database", database.drop());
    },
  };
}

export interface Stream {
  readonly events: Any[];
  /** Resolves with the first event that fits, past or to come; rejects after 5 s. */
  until(fits: (event: Any) => boolean): Promise<Any>;
  readonly closed: Promise<unknown>;
  stop(): void;
}

/** Follows a subscription; `pick` takes the event out of the answer. */
export function follow(
  client: Client,
  operation: Parameters<typeof textOf>[0],
  variables: Record<string, unknown>,
  pick: (data: Any) => Any = (data) => data.boardEvents,
): Stream {
  const events: Any[] = [];
  const waiting = new Set<() => void>();
  let stop = () => {};
  const closed = new Promise<unknown>((resolve) => {
    stop = client.subscribe<Any>(
      { query: textOf(operation), variables },
      {
        next: ({ data, errors }) => {
          events.push(data ? pick(data) : { errors });
          for (const wake of waiting) wake();
        },
        error: resolve,
        complete: () => resolve(null),
      },
    );
  });
  return {
    events,
    closed,
    stop: () => stop(),
    until: (fits) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = events.find(fits);
          if (found === undefined) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        const timer = setTimeout(() => reject(new Error(`no such event; seen: ${JSON.stringify(events)}`)), 5_000);
        waiting.add(look);
        look();
      }),
  };
}
