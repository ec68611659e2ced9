import { refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { type Tx, transaction } from "../../platform/transaction.ts";
import { MatchRunDiscarded } from "./events.ts";
import { holdRun } from "./hold-run.ts";
import type { MatchRunRow } from "./match-run.ts";
import type { MatchRunState } from "./states.ts";
import { moveRun } from "./store.ts";
import { tellRun } from "./tell-run.ts";

export interface EndMatchRun {
  readonly matchRun: string;
  readonly expectedVersion: number;
}

/** Ends a run that is queued or under way. Its worker notices within a second and computes no further. */
export const stopMatchRun = (ctx: Signed, input: EndMatchRun): Promise<MatchRunRow> =>
  transaction(ctx, (tx) => end(tx, input, ["queued", "running"]));

/** Puts away a proposal that was reviewed: nothing of it happens. */
export const discardMatchRun = (ctx: Signed, input: EndMatchRun): Promise<MatchRunRow> =>
  transaction(ctx, (tx) => end(tx, input, ["ready"]));

async function end(
  tx: Signed & Tx,
  { matchRun, expectedVersion }: EndMatchRun,
  from: readonly MatchRunState[],
): Promise<MatchRunRow> {
  const run = await holdRun(tx, matchRun, "discarded");
  if (!from.includes(run.state)) return refuse("RUN_STATE", ["matchRun"]);
  if (run.version !== expectedVersion) return refuse("VERSION_STALE", ["expectedVersion"]);
  const ended = await moveRun(tx, run.id, "discarded");
  tellRun(tx, MatchRunDiscarded, ended);
  return ended;
}
