import type { Context } from "../../platform/context.ts";
import type { Task } from "../../platform/reactions.ts";
import { moduleBeside, ThreadStopped } from "../../platform/threads.ts";
import { transaction } from "../../platform/transaction.ts";
import { MatchRunFailed, MatchRunProgressed, MatchRunReady } from "./events.ts";
import type { MatchRunRow } from "./match-run.ts";
import type { Computed, RunInput, Told } from "./plan/thread.ts";
import { queueRun } from "./start-match-run.ts";
import { beat, insertProposals, keepResult, lockRun, moveRun, takeUp } from "./store.ts";
import { tellRun } from "./tell-run.ts";

/** How often, in ms, a worker shows that it is alive, tells how far it is, and learns whether it has been stopped. */
const beatEvery = 400;

/** Computes plans. */
export const planThread = moduleBeside(import.meta.url, "plan/thread");

/**
 * Computes a run. Safe to repeat: whoever takes a queued run up counts its tries, and only the last try may finish it.
 * All proposals come with the move to `ready`, in one transaction, or none.
 */
export const runMatch: Task = async (ctx, payload, stopping) => {
  const { runId } = payload as { runId: string };
  const run = await transaction(ctx, (tx) => takeUp(tx, runId));
  if (run === undefined) return;
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  try {
    const added = Promise.withResolvers<readonly string[]>();
    const computing = compute(ctx, run, stopping, added.resolve);
    computing.catch(added.reject);
    await finish(ctx, run, await added.promise, computing, seconds);
  } catch (error) {
    if (error instanceof ThreadStopped) return stopping.aborted ? giveBack(ctx, run) : undefined;
    ctx.platform.log.error({ run: run.id, reason: (error as Error).message }, "a match run failed");
    await fail(ctx, run);
  }
};

/** Resolves with the plan; ThreadStopped when the process stops or the run is no longer this worker's. */
async function compute(
  ctx: Context,
  run: MatchRunRow,
  stopping: AbortSignal,
  proposed: (pages: readonly string[]) => void,
): Promise<Computed> {
  const mine = new AbortController();
  const { districtId = null, id: runId, seed, policy } = run;
  const input: RunInput = { runId, districtId, seed, policy, now: ctx.now().getTime() };
  let progress = 0;
  const shown = () => void show(ctx, run, progress).then((still) => still || mine.abort());
  const beating = setInterval(shown, beatEvery);
  try {
    return await ctx.platform.threads.run<Told, Computed>(planThread, input, {
      signal: AbortSignal.any([stopping, mine.signal]),
      told(told) {
        if ("added" in told) return proposed(told.added);
        // The first step at once: whoever waits sees that it has begun.
        if (progress === 0) setImmediate(shown);
        progress = told.percent;
      },
    });
  } finally {
    clearInterval(beating);
  }
}

/** False when the run is not this worker's any more. A beat that cannot be written says nothing: the next one will. */
async function show(ctx: Context, run: MatchRunRow, progress: number): Promise<boolean> {
  try {
    return await transaction(ctx, async (tx) => {
      const shown = await beat(tx, run.id, run.tries, progress);
      if (shown && shown.progress !== shown.before) tellRun(tx, MatchRunProgressed, shown);
      return shown !== undefined;
    });
  } catch {
    return true;
  }
}

/**
 * Proposals are written while the thread still works out why the rest stays open. They refer to the run, to requests and to people, whose
 * rows are held only for the commit: those constraints are deferred.
 */
const finish = (
  ctx: Context,
  run: MatchRunRow,
  added: readonly string[],
  computing: Promise<Computed>,
  seconds: () => number,
): Promise<void> =>
  transaction(ctx, async (tx) => {
    for (const page of added) await insertProposals(tx, page);
    const { unfilled, stats, objective, dual } = await computing;
    for (const page of unfilled) await insertProposals(tx, page);
    if (!isMine(await lockRun(tx, run.id), run)) throw new ThreadStopped();
    tellRun(
      tx,
      MatchRunReady,
      await keepResult(tx, run.id, { objective, dual, stats: { ...stats, seconds: seconds() } }),
    );
  });

const isMine = (now: MatchRunRow | undefined, run: MatchRunRow): boolean =>
  now?.state === "running" && now.tries === run.tries;

/** This process leaves: another one takes the run up. */
const giveBack = (ctx: Context, run: MatchRunRow): Promise<void> =>
  transaction(ctx, async (tx) => {
    if (!isMine(await lockRun(tx, run.id), run)) return;
    await moveRun(tx, run.id, "queued");
    await queueRun(tx, run.id);
  });

const fail = (ctx: Context, run: MatchRunRow): Promise<void> =>
  transaction(ctx, async (tx) => {
    if (!isMine(await lockRun(tx, run.id), run)) return;
    tellRun(tx, MatchRunFailed, await moveRun(tx, run.id, "failed", "fault"));
  });
