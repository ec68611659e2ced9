import { loadavg } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type RunningProduct, startProduct } from "./product.ts";

/** From "run" to a plan that can be reviewed, s; and how late the API's event loop may be meanwhile, ms. */
const bars = { reviewable: 5, loopP99Ms: 50 };

/**
 * How long a match run over a whole city takes, and what the API feels meanwhile.
 *   pnpm bench match-run [--people 1200000] [--requests 10000] [--runs 3] [--rest 3] [--data FOLDER] [--json]
 * `--rest`: seconds from the start of database and API to the first run; 0: it comes before anything is warm.
 */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: "string", default: "1200000" },
      requests: { type: "string", default: "10000" },
      runs: { type: "string", default: "3" },
      rest: { type: "string", default: "3" },
      data: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const city = { people: Number(values.people), requests: Number(values.requests), folder: values.data };
  const product = await startProduct(city, (message) => values.json || console.log(message));
  const results: Result[] = [];
  try {
    await pause(Number(values.rest) * 1_000);
    for (let run = 0; run < Number(values.runs); run++) results.push(await measure(product, run));
  } finally {
    await product.stop();
  }
  if (values.json) console.log(JSON.stringify(results));
  else describe(results);
}

type Result = Awaited<ReturnType<typeof measure>>;

interface Shown {
  readonly state: string;
  readonly progress: number;
  readonly version: number;
  readonly failure: string | null;
}

/** One run over the whole city, put away afterwards so that the next one finds the same. */
async function measure(product: RunningProduct, run: number) {
  const loop = monitorEventLoopDelay({ resolution: 5 });
  const usedBefore = process.cpuUsage();
  loop.enable();
  const began = performance.now();
  const since = () => round((performance.now() - began) / 1_000);
  const start = `mutation ($key: String!) { startMatchRun(input: { idempotencyKey: $key }) { problems { code } matchRun { id } } }`;
  const { startMatchRun } = (await product.graphql(start, { key: `bench-${Date.now()}-${run}` })) as {
    startMatchRun: { matchRun: { id: string } };
  };
  const { id } = startMatchRun.matchRun;
  const { matchRun, steps } = await ready(product, id);
  const wall = since();
  const page = `query ($id: ID!) { matchRun(id: $id) { proposals(first: 50) { edges { node { id cost parts { label } facts { label } } } } } }`;
  await product.graphql(page, { id });
  const reviewable = since();
  loop.disable();
  const used = process.cpuUsage(usedBefore);
  const end = `mutation ($id: ID!, $v: Int!) { discardMatchRun(input: { matchRun: $id, expectedVersion: $v }) { problems { code } } }`;
  await product.graphql(end, { id, v: matchRun.version });
  const [row] = await product.sql("select stats from match_run where id = $1", [id]);
  return {
    wall,
    reviewable,
    loopP99Ms: round(loop.percentile(99) / 1e6),
    loopMaxMs: round(loop.max / 1e6),
    /** Of this process, all threads, without the database. */
    cpuSeconds: round((used.user + used.system) / 1e6),
    load: round(loadavg()[0] ?? 0),
    steps,
    stats: row?.stats as { readonly spent: Readonly<Record<string, number>> } & Readonly<Record<string, unknown>>,
  };
}

/** Waits as a client without a socket would, and counts the steps of progress it saw. */
async function ready(product: RunningProduct, id: string): Promise<{ matchRun: Shown; steps: number }> {
  const look = `query ($id: ID!) { matchRun(id: $id) { state progress version failure } }`;
  const seen = new Set<number>();
  for (;;) {
    const { matchRun } = (await product.graphql(look, { id })) as { matchRun: Shown };
    seen.add(matchRun.progress);
    if (matchRun.state === "FAILED") throw new Error(matchRun.failure ?? "the run failed");
    if (matchRun.state === "READY") return { matchRun, steps: seen.size };
    await pause(50);
  }
}

function describe(results: readonly Result[]): void {
  console.table(results.map(({ stats: _, ...shown }) => shown));
  console.log("ms of each stage");
  console.table(results.map(({ stats: { spent } }) => spent));
  const { spent: _, ...last } = results.at(-1)!.stats;
  console.log(last);
  const worst = (key: keyof typeof bars) => Math.max(...results.map((result) => result[key]));
  for (const key of ["reviewable", "loopP99Ms"] as const)
    console.log(`${key}: ${worst(key)} at worst, bar ${bars[key]}: ${worst(key) <= bars[key] ? "met" : "MISSED"}`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
