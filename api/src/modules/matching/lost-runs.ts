import type { Schedule } from "../../platform/jobs.ts";
import type { Task } from "../../platform/reactions.ts";
import { transaction } from "../../platform/transaction.ts";
import { MatchRunFailed } from "./events.ts";
import { queueRun } from "./start-match-run.ts";
import { lockRun, moveRun, silentRuns } from "./store.ts";
import { tellRun } from "./tell-run.ts";

/** A worker that has been silent for so long, in ms, is dead: it shows itself several times a second. */
const silence = 60_000;
/** What has taken two workers down would take down a third. */
const mostTries = 2;

/** Gives runs whose worker died to another one; fails those that have been tried often enough. */
export const takeBackLostRuns: Task = async (ctx) => {
  const since = new Date(ctx.now().getTime() - silence);
  for (const { id } of await silentRuns(ctx, since)) {
    await transaction(ctx, async (tx) => {
      const run = await lockRun(tx, id);
      if (run?.state !== "running" || run.beatAt! >= since) return;
      if (run.tries >= mostTries) return tellRun(tx, MatchRunFailed, await moveRun(tx, id, "failed", "lost"));
      await moveRun(tx, id, "queued");
      await queueRun(tx, id);
    });
  }
};

export const matchSchedules: readonly Schedule[] = [{ task: "takeBackLostRuns", match: "* * * * *" }];
