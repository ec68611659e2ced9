import { newId } from "../../kernel/id.ts";
import { refuse } from "../../kernel/refusal.ts";
import { batch } from "../../platform/batch.ts";
import type { Signed } from "../../platform/context.ts";
import { once } from "../../platform/idempotency.ts";
import type { Tx } from "../../platform/transaction.ts";
import { districtsById } from "../sites/store.ts";
import { MatchRunStarted } from "./events.ts";
import { mayRun } from "./hold-run.ts";
import type { MatchRunRow } from "./match-run.ts";
import { standardRunPolicy } from "./run-policy.ts";
import { insertRun, runsById } from "./store.ts";
import { tellRun } from "./tell-run.ts";

export interface StartMatchRun {
  readonly idempotencyKey: string;
  /** Null: the whole city. */
  readonly district: string | null;
  readonly seed: number | null;
}

const standardSeed = 1;

/** A coordinator asks for the best plan over everything open. It is computed by a worker; until then the run is queued. */
export async function startMatchRun(ctx: Signed, input: StartMatchRun): Promise<MatchRunRow> {
  const districtId = await districtNamed(ctx, input.district);
  const seed = input.seed ?? standardSeed;
  if (seed < 0) return refuse("OUT_OF_RANGE", ["seed"], { least: 0, most: 2 ** 31 - 1 });
  return once(ctx, {
    operation: "startMatchRun",
    key: input.idempotencyKey,
    input: { districtId, seed },
    work: (tx) => start(tx, districtId, seed),
    keep: ({ id }) => ({ matchRun: id }),
    again: async (tx, { matchRun }) => (await runsById(tx, [matchRun])).get(matchRun) ?? refuse("NOT_FOUND"),
  });
}

async function districtNamed(ctx: Signed, district: string | null): Promise<number | null> {
  const path = ["district"];
  const named = district !== null && /^\d{1,4}$/.test(district) ? Number(district) : null;
  const known = named === null ? undefined : await batch(ctx, districtsById, named);
  if (district !== null && !known) return refuse("NOT_FOUND", path);
  if (!mayRun(ctx.viewer, named)) return refuse("NOT_FOUND", path);
  return named;
}

async function start(tx: Signed & Tx, districtId: number | null, seed: number): Promise<MatchRunRow> {
  const run = await insertRun(tx, {
    id: newId(tx.now().getTime()),
    districtId,
    seed,
    policy: standardRunPolicy,
    startedBy: tx.viewer.personId,
  });
  await queueRun(tx, run.id);
  tellRun(tx, MatchRunStarted, run);
  return run;
}

/** In the same transaction: there is no run without its job. */
export const queueRun = (tx: Tx, runId: string): Promise<void> =>
  tx.platform.jobs.queue(tx, "runMatch", { runId }, { key: `match-run:${runId}` });
