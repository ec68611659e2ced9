import { parentPort } from "node:worker_threads";
import type { Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { ProblemError } from "./problem-error.ts";
import { SolveCancelled, solve } from "./solve.ts";

/** What the worker is asked: a problem, and one shared number that becomes 1 when the answer is no longer wanted. */
export interface SolveJob {
  readonly problem: Problem;
  readonly seed: number;
  readonly cancel: Int32Array;
}

export type SolveMessage =
  | { readonly kind: "progress"; readonly placed: number; readonly places: number }
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "cancelled" }
  | {
      readonly kind: "bad-problem";
      readonly code: ProblemError["code"];
      readonly where: ProblemError["where"];
      readonly value: number;
    };

parentPort?.on("message", ({ problem, seed, cancel }: SolveJob) => {
  const say = (message: SolveMessage, moved: ArrayBuffer[] = []) => parentPort?.postMessage(message, moved);
  try {
    const plan = solve(problem, {
      seed,
      cancelled: () => Atomics.load(cancel, 0) === 1,
      progress: (placed, places) => say({ kind: "progress", placed, places }),
    });
    say({ kind: "plan", plan }, buffersOf(plan));
  } catch (error) {
    if (error instanceof SolveCancelled) say({ kind: "cancelled" });
    else if (error instanceof ProblemError)
      say({ kind: "bad-problem", code: error.code, where: error.where, value: error.value });
    else throw error;
  }
});

function buffersOf(plan: Plan): ArrayBuffer[] {
  const { assigned, unfilled, unfilledByClass, requestPrice, personPrice } = plan;
  return [assigned, unfilled, unfilledByClass, requestPrice, personPrice].map((array) => array.buffer as ArrayBuffer);
}
