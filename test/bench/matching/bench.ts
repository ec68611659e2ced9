import { parseArgs } from "node:util";
import type { Problem } from "../../../api/src/engine/matching/problem.ts";
import { INSTANCES } from "./instances.ts";
import { Lemon } from "./lemon.ts";
import { REPAIR_INSTANCES, timeRepairs } from "./repairs.ts";
import { describe, describeGrowth, type Measured } from "./report.ts";
import { timeSplit } from "./split.ts";
import { timeHighs, timeSolver } from "./timing.ts";

/** Instances small enough for a linear programme in WebAssembly. */
const FOR_HIGHS = new Set(["S", "M"]);

/** `pnpm bench matching [--instance S,M] [--seed 1] [--runs 5] [--json] [--without lemon,highs,repairs] [--split]` */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      instance: { type: "string", default: Object.keys(INSTANCES).join(",") },
      seed: { type: "string", default: "1" },
      runs: { type: "string", default: "5" },
      json: { type: "boolean", default: false },
      without: { type: "string", default: "" },
      split: { type: "boolean", default: false },
    },
  });
  const seed = wholeNumber("seed", values.seed, 0);
  const runs = wholeNumber("runs", values.runs, 1);
  const without = new Set([...values.without.split(","), ...(values.split ? [] : ["split"])]);
  const lemon = without.has("lemon") ? undefined : Lemon.compile((message) => console.error(message));
  const all: Measured[] = [];
  try {
    for (const instance of values.instance.split(",")) {
      const make = INSTANCES[instance];
      if (make === undefined)
        throw new Error(`no instance ${instance}; there are ${Object.keys(INSTANCES).join(", ")}`);
      const problem = make(seed);
      const measured = await measure(instance, problem, seed, runs, lemon, without);
      console.log(values.json ? JSON.stringify(measured) : describe(measured));
      all.push(measured);
    }
    const growth = describeGrowth(all);
    if (growth !== undefined && !values.json) console.log(growth);
  } finally {
    lemon?.[Symbol.dispose]();
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${name} must be a whole number from ${least}, not ${text}`);
  return value;
}

async function measure(
  instance: string,
  problem: Problem,
  seed: number,
  runs: number,
  lemon: Lemon | undefined,
  without: ReadonlySet<string>,
): Promise<Measured> {
  const timed = timeSolver(problem, seed, runs);
  const { plan, seconds } = timed;
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const byLemon = await lemon?.solve(problem, Math.min(runs, problem.need.length > 50_000 ? 2 : 5));
  agree("LEMON", plan.objective, byLemon?.objective);
  const byHighs = FOR_HIGHS.has(instance) && !without.has("highs") ? await timeHighs(problem) : undefined;
  agree("HiGHS", plan.objective, byHighs?.objective);
  const repairs =
    REPAIR_INSTANCES.has(instance) && !without.has("repairs") ? timeRepairs(problem, plan, seed) : undefined;
  const split = without.has("split") ? undefined : await timeSplit(problem, runs);
  return {
    instance,
    seed,
    edges: problem.edgePerson.length,
    objective: plan.objective,
    dual: plan.dual,
    unfilled: plan.unfilled.reduce((sum, open) => sum + open, 0),
    inUrgencyOrder: plan.inUrgencyOrder,
    cold: timed.cold,
    seconds,
    fastest: timed.fastest,
    cpuSeconds: timed.cpuSeconds,
    scansPerPlace: Number((plan.scans / Math.max(1, plan.searches)).toFixed(2)),
    rssMb,
    ...(byLemon && {
      lemon: byLemon.seconds,
      ratioToLemon: ratio(seconds, byLemon.seconds),
      cpuRatioToLemon: ratio(timed.cpuSeconds, byLemon.cpuSeconds),
    }),
    ...(byHighs && { highs: byHighs.seconds, ratioToHighs: ratio(seconds, byHighs.seconds) }),
    ...(repairs && { repairs }),
    ...(split && { split }),
  };
}

function agree(solver: string, ours: number, theirs: number | undefined): void {
  if (theirs !== undefined && theirs !== ours) throw new Error(`${solver} says ${theirs}, we say ${ours}`);
}

function ratio(ours: number, theirs: number): number {
  return Number((ours / theirs).toPrecision(3));
}
