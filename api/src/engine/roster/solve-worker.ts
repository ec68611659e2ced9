/**
 * The roster search in a worker thread. Post an Order; progress arrives as { progress }, and at the end one { result },
 * { clash } or { refused }. To cancel, post "stop": the best roster so far is still delivered.
 */
import { parentPort } from "node:worker_threads";
import { checkProblem } from "./check-problem.ts";
import { type ClashingRule, smallestClash } from "./clash.ts";
import type { RosterProblem } from "./problem.ts";
import { RosterProblemError } from "./problem-error.ts";
import { NoRosterError, type Progress, type RosterResult, RosterSearch } from "./search.ts";

export interface Order {
  readonly problem: RosterProblem;
  readonly seed: number;
  /** Stop after so many milliseconds, or so many slices of work (then the result depends on the seed alone). */
  readonly milliseconds?: number;
  readonly slices?: number;
  /** Stop as soon as the cost is this low. */
  readonly target?: number;
}

export type Answer =
  | { readonly progress: Progress }
  | { readonly result: RosterResult; readonly stopped: boolean }
  | { readonly clash: Readonly<Record<string, readonly ClashingRule[]>> }
  | { readonly refused: { readonly fault: string; readonly subject: string } };

const BETWEEN_REPORTS = 200;

parentPort?.on("message", (message: Order | "stop") => {
  if (message === "stop") stopped = true;
  else
    work(message).then(
      (answer) => parentPort!.postMessage(answer),
      (error: unknown) => {
        throw error;
      },
    );
});

let stopped = false;

async function work(order: Order): Promise<Answer> {
  stopped = false;
  try {
    checkProblem(order.problem);
    return await search(order);
  } catch (error) {
    if (error instanceof RosterProblemError) return { refused: { fault: error.fault, subject: error.subject } };
    if (!(error instanceof NoRosterError)) throw error;
    return { clash: Object.fromEntries(error.people.map((id) => [id, smallestClash(order.problem, id)])) };
  }
}

async function search(order: Order): Promise<Answer> {
  const started = performance.now();
  const search = new RosterSearch(order.problem, order.seed);
  const run = search.run();
  let reported = started;
  let step = run.next(0);
  for (let slice = 0; !step.done && !stopped; slice++) {
    if (step.value.cost <= (order.target ?? Number.NEGATIVE_INFINITY)) break;
    const now = performance.now();
    if (now - reported > BETWEEN_REPORTS) {
      reported = now;
      parentPort?.postMessage({ progress: step.value } satisfies Answer);
      // Lets a "stop" in.
      await new Promise((resume) => setImmediate(resume));
    }
    const spent = order.slices === undefined ? (now - started) / (order.milliseconds ?? 10_000) : slice / order.slices;
    if (spent >= 1) break;
    step = run.next(spent);
  }
  return { result: search.result, stopped };
}
