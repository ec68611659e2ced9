import type { Plan } from "../../../api/src/engine/matching/plan.ts";
import type { Problem } from "../../../api/src/engine/matching/problem.ts";
import { solve } from "../../../api/src/engine/matching/solve.ts";
import { highs } from "./highs.ts";

const WARM_UP_MS = 2000;

export interface Timed {
  readonly plan: Plan;
  /** Wall-clock seconds: the first run, the median and the fastest of the warm ones. */
  readonly cold: number;
  readonly seconds: number;
  readonly fastest: number;
  /** Processor seconds of the median warm run, which say more than the clock on a busy machine. */
  readonly cpuSeconds: number;
}

export function timeSolver(problem: Problem, seed: number, runs: number): Timed {
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

export async function timeHighs(problem: Problem): Promise<{ objective: number; seconds: number }> {
  const solver = await highs();
  const start = performance.now();
  const objective = solver.objective(problem);
  return { objective, seconds: (performance.now() - start) / 1000 };
}
