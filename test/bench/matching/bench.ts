import { parseArgs } from "node:util";
import type { Plan } from "../../../api/src/engine/matching/plan.ts";
import type { Problem } from "../../../api/src/engine/matching/problem.ts";
import { solve } from "../../../api/src/engine/matching/solve.ts";
import { highs } from "./highs.ts";
import { INSTANCES } from "./instances.ts";
import { Lemon } from "./lemon.ts";
import { REPAIR_INSTANCES, type RepairTimes, timeRepairs } from "./repairs.ts";

/** Instances small enough for a linear programme in WebAssembly. */
const FOR_HIGHS = new Set(["S", "M"]);
const WARM_UP_MS = 2000;

export interface Measured {
  readonly instance: string;
  readonly seed: number;
  readonly objective: number;
  readonly dual: number;
  readonly unfilled: number;
  /** Wall-clock seconds: the first run, the median and the fastest of the warm ones. */
  readonly cold: number;
  readonly seconds: number;
  readonly fastest: number;
  /** Processor seconds of the median warm run, which say more than the clock on a busy machine. */
  readonly cpuSeconds: number;
  readonly scansPerPlace: number;
  readonly rssMb: number;
  readonly lemon?: number;
  readonly ratioToLemon?: number;
  /** The same in processor seconds: what is left of it when other programs want the processor too. */
  readonly cpuRatioToLemon?: number;
  readonly highs?: number;
  readonly ratioToHighs?: number;
  readonly repairs?: readonly RepairTimes[];
}

/** `pnpm bench matching [--instance S,M] [--seed 1] [--runs 5] [--json] [--without lemon,highs,repairs]` */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      instance: { type: "string", default: Object.keys(INSTANCES).join(",") },
      seed: { type: "string", default: "1" },
      runs: { type: "string", default: "5" },
      json: { type: "boolean", default: false },
      without: { type: "string", default: "" },
    },
  });
  const seed = wholeNumber("seed", values.seed, 0);
  const runs = wholeNumber("runs", values.runs, 1);
  const without = new Set(values.without.split(","));
  const lemon = without.has("lemon") ? undefined : Lemon.compile((message) => console.error(message));
  try {
    for (const instance of values.instance.split(",")) {
      const make = INSTANCES[instance];
      if (make === undefined)
        throw new Error(`no instance ${instance}; there are ${Object.keys(INSTANCES).join(", ")}`);
      const problem = make(seed);
      const measured = await measure(instance, problem, seed, runs, lemon, without);
      console.log(values.json ? JSON.stringify(measured) : describe(measured));
    }
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
  return {
    instance,
    seed,
    objective: plan.objective,
    dual: plan.dual,
    unfilled: plan.unfilled.reduce((sum, open) => sum + open, 0),
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
  };
}

interface Timed {
  readonly plan: Plan;
  readonly cold: number;
  readonly seconds: number;
  readonly fastest: number;
  readonly cpuSeconds: number;
}

function timeSolver(problem: Problem, seed: number, runs: number): Timed {
  const began = performance.now();
  let plan = solve(problem, { seed });
  const cold = (performance.now() - began) / 1000;
  for (let warm = 0; warm < 30 && performance.now() - began < WARM_UP_MS; warm++) plan = solve(problem, { seed });
  const clock: number[] = [];
  const cpu: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const used = process.cpuUsage();
    plan = solve(problem, { seed });
    clock.push((performance.now() - start) / 1000);
    cpu.push(process.cpuUsage(used).user / 1e6);
  }
  clock.sort((a, b) => a - b);
  cpu.sort((a, b) => a - b);
  return { plan, cold, seconds: clock[runs >> 1]!, fastest: clock[0]!, cpuSeconds: cpu[runs >> 1]! };
}

async function timeHighs(problem: Problem): Promise<{ objective: number; seconds: number }> {
  const solver = await highs();
  const start = performance.now();
  const objective = solver.objective(problem);
  return { objective, seconds: (performance.now() - start) / 1000 };
}

function agree(solver: string, ours: number, theirs: number | undefined): void {
  if (theirs !== undefined && theirs !== ours) throw new Error(`${solver} says ${theirs}, we say ${ours}`);
}

function ratio(ours: number, theirs: number): number {
  return Number((ours / theirs).toPrecision(3));
}

function describe(measured: Measured): string {
  const { instance, seconds, cold, unfilled, scansPerPlace, rssMb, objective } = measured;
  const lines = [
    `${instance}: ${seconds.toFixed(4)} s (cold ${cold.toFixed(3)}), cost ${objective} proven, ${unfilled} open, ${scansPerPlace} scans a place, ${rssMb} MB`,
  ];
  if (measured.lemon !== undefined)
    lines.push(
      `  LEMON ${measured.lemon.toFixed(4)} s: ours takes ${measured.ratioToLemon} of it, ${measured.cpuRatioToLemon} by processor time`,
    );
  if (measured.highs !== undefined)
    lines.push(`  HiGHS ${measured.highs.toFixed(3)} s: ours takes ${measured.ratioToHighs} of it`);
  for (const { event, count, median, p99, max, cpuP99, cpuMax } of measured.repairs ?? []) {
    lines.push(
      `  ${event}: ${count} times, median ${median} µs, p99 ${p99} µs, max ${max} µs; processor p99 ${cpuP99} µs, max ${cpuMax} µs`,
    );
  }
  return lines.join("\n");
}
