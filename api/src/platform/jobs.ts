import {
  makeWorkerUtils,
  parseCronItems,
  Logger as QueueLogger,
  type Runner,
  run,
  type TaskList,
} from "graphile-worker";
import { type RawBuilder, sql } from "kysely";
import pg from "pg";
import type { Logger } from "pino";
import { row } from "./database.ts";
import type { EventFacts, PendingEvent } from "./events.ts";
import type { Tx } from "./transaction.ts";

/** An event as a reaction sees it. `cause` names it for ever: a reaction may run twice for one, and must not act twice. */
export interface Cause {
  readonly cause: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly version: number;
  readonly facts: EventFacts;
  readonly actorId: string | null;
}

export interface Jobs {
  hasReactions(kind: string): boolean;
  /** A select that queues one job for each event that something reacts to. */
  queueReactions(events: readonly PendingEvent[], actorId: string | null): RawBuilder<unknown>;
  /** Queues a job in the same transaction. `key`: a job of the same key that waits is replaced, not doubled. */
  queue(tx: Tx, task: string, payload: object, options?: { at?: Date; key?: string }): Promise<void>;
}

/** `reacting`: the kinds of events that some module listens to. */
export const openJobs = (reacting: ReadonlySet<string>): Jobs => ({
  hasReactions: (kind) => reacting.has(kind),
  queueReactions(events, actorId) {
    const causes: Cause[] = events.map(({ kind, subjectId, version, facts }) => ({
      cause: `${kind}:${subjectId}:${version}`,
      kind,
      subjectId,
      version,
      facts,
      actorId,
    }));
    return sql`select graphile_worker.add_job('react', cause::json) from jsonb_array_elements(${JSON.stringify(causes)}::jsonb) as cause`;
  },
  async queue(tx, task, payload, { at, key } = {}) {
    await row(
      tx,
      sql`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, run_at => ${at ?? null}::timestamptz, job_key => ${key ?? null}::text)`,
    );
  },
});

/** The queue's tables have row-level security on: without a policy a grant alone shows and takes no row. */
const letThrough = `do $$ declare found record; begin
  for found in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity loop
    execute format('drop policy if exists application on graphile_worker.%I', found.tablename);
    execute format('create policy application on graphile_worker.%I to shouwang_app using (true) with check (true)', found.tablename);
  end loop;
end $$`;

/** Makes or renews the queue's own tables and lets the application use them. `ownerUrl`: the owner's, not the application's. */
export async function installJobs(ownerUrl: string, log: Logger): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: ownerUrl, logger: quiet(log) });
  try {
    await utils.migrate();
    await utils.withPgClient((client) =>
      // One implicit transaction: processes that start together take turns, or grants on one table meet and fail.
      client.query(`
        select pg_advisory_xact_lock(hashtext('shouwang jobs'));
        grant usage on schema graphile_worker to shouwang_app;
        grant select, insert, update, delete on all tables in schema graphile_worker to shouwang_app;
        grant usage on all sequences in schema graphile_worker to shouwang_app;
        grant execute on all functions in schema graphile_worker to shouwang_app;
        ${letThrough}`),
    );
  } finally {
    await utils.release();
  }
}

export interface Schedule {
  readonly task: string;
  /** Crontab, in UTC. */
  readonly match: string;
}

/** Takes jobs until stopped; a job that is under way when we stop is finished first, or taken by another process. */
export async function startWorker(options: {
  readonly url: string;
  readonly tasks: TaskList;
  readonly schedules: readonly Schedule[];
  readonly concurrency: number;
  readonly log: Logger;
}): Promise<Runner> {
  const pgPool = new pg.Pool({
    connectionString: options.url,
    max: options.concurrency + 2,
    application_name: "shouwang-worker",
  });
  const lost = (error: Error) =>
    options.log.warn({ code: (error as { code?: string }).code }, "the job queue lost its line");
  pgPool.on("error", lost);
  pgPool.on("connect", (client) => void client.on("error", lost));
  const runner = await run({
    pgPool,
    taskList: options.tasks,
    parsedCronItems: parseCronItems(
      options.schedules.map(({ task, match }) => ({ task, match, options: { backfillPeriod: 0 } })),
    ),
    concurrency: options.concurrency,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: quiet(options.log),
  });
  runner.promise
    .catch((error: Error) => options.log.error({ message: error.message }, "the job queue stopped"))
    .finally(() => pgPool.end());
  return runner;
}

/** The queue's own messages can carry a job's payload: only what went wrong is passed on, by name. */
const quiet = (log: Logger) =>
  new QueueLogger(() => (level, message) => {
    if (level === "error" || level === "warning")
      log[level === "error" ? "error" : "warn"]({ queue: message.split("\n", 1)[0]?.slice(0, 120) }, "job queue");
  });
