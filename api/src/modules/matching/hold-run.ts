import { isId } from "../../kernel/id.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Context, Signed, Viewer } from "../../platform/context.ts";
import { coordinates } from "../../platform/policy.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { MatchRunRow } from "./match-run.ts";
import { type MatchRunState, mayMove } from "./states.ts";
import { lockRun, runsById } from "./store.ts";

/** No district has this number: only whoever coordinates the whole city may act in it. */
const wholeCity = 0;

export const mayRun = (viewer: Viewer | null, districtId: number | null | undefined): boolean =>
  coordinates(viewer, districtId ?? wholeCity);

/** Runs that the viewer may see: those of their own district, or of the city. */
export async function visibleRuns(ctx: Context, ids: readonly string[]): Promise<Map<string, MatchRunRow>> {
  const found = await runsById(ctx, ids.filter(isId));
  return new Map([...found].filter(([, run]) => mayRun(ctx.viewer, run.districtId)));
}

/** Holds a run of the viewer's that may still become what they want of it. */
export async function holdRun(tx: Signed & Tx, id: string, to: MatchRunState): Promise<MatchRunRow> {
  const run = isId(id) ? await lockRun(tx, id) : undefined;
  if (!run || !mayRun(tx.viewer, run.districtId)) return refuse("NOT_FOUND", ["matchRun"]);
  if (!mayMove(run.state, to)) return refuse("RUN_STATE", ["matchRun"]);
  return run;
}
