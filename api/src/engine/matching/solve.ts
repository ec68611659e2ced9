import { networkOf, pinsOf } from "./layout.ts";
import { EDGES, type Network, OPEN, PRICE, RECORD, SLOTS, TAKEN } from "./network.ts";
import { dualOf, objectiveOf, type Plan, ProofError } from "./plan.ts";
import { checkProblem, PINNED, type Problem } from "./problem.ts";
import { Search } from "./search.ts";

export interface SolveOptions {
  /** Chooses among equally good plans; the same seed and problem give the same plan. Default 0. */
  readonly seed?: number;
  /** Asked every few thousand places; true stops the work with SolveCancelled. */
  readonly cancelled?: () => boolean;
  /** Told every few thousand places how many of all places have been considered. */
  readonly progress?: (placed: number, places: number) => void;
}

export class SolveCancelled extends Error {
  constructor() {
    super("the match run was cancelled");
    this.name = "SolveCancelled";
  }
}

const PLACES_BETWEEN_REPORTS = 4096;

/**
 * The plan of least cost: open places first by class, then the cost of the assignments.
 * Throws ProblemError for bad data, SolveCancelled when asked to stop, ProofError if the proof fails.
 */
export function solve(problem: Problem, options: SolveOptions = {}): Plan {
  checkProblem(problem);
  const net = networkOf(problem, options.seed ?? 0);
  const search = new Search(net);
  placeAll(problem, net, search, options);
  const plan = planOf(problem, net, search);
  if (plan.objective !== plan.dual) throw new ProofError(plan.objective, plan.dual);
  return plan;
}

function placeAll(problem: Problem, net: Network, search: Search, { cancelled, progress }: SolveOptions): void {
  const pins = pinsOf(problem)?.ofRequest;
  const places = problem.need.reduce((sum, need) => sum + need, 0);
  let placed = 0;
  for (let at = 0; at < net.requests; at++) {
    const r = net.requestNumber[at]!;
    for (let unit = pins?.[r] ?? 0; unit < problem.need[r]!; unit++) {
      search.place(at * RECORD);
      if (++placed % PLACES_BETWEEN_REPORTS !== 0) continue;
      if (cancelled?.()) throw new SolveCancelled();
      progress?.(placed, places);
    }
  }
  progress?.(places, places);
}

/** Reads the plan and the prices back in the problem's own numbers. */
function planOf(problem: Problem, net: Network, search: Search): Plan {
  const unfilled = new Int32Array(problem.need.length);
  const requestPrice = new Int32Array(problem.need.length);
  const personPrice = new Int32Array(problem.capacity.length);
  const unfilledByClass = new Int32Array(problem.urgency.reduce((most, u) => Math.max(most, u), -1) + 1);
  for (let at = 0; at < net.requests; at++) {
    const r = net.requestNumber[at]!;
    unfilled[r] = net.request[at * RECORD + OPEN]!;
    requestPrice[r] = net.request[at * RECORD + PRICE]!;
    unfilledByClass[problem.urgency[r]!]! += unfilled[r]!;
  }
  for (let at = 0; at < net.people; at++) personPrice[net.personNumber[at]!] = net.person[at * RECORD + PRICE]!;
  const assigned = assignedEdges(problem, net);
  return {
    assigned,
    unfilled,
    unfilledByClass,
    objective: objectiveOf(problem, assigned, unfilled),
    dual: dualOf(problem, requestPrice, personPrice),
    requestPrice,
    personPrice,
    searches: search.searches,
    scans: search.scans,
  };
}

function assignedEdges(problem: Problem, net: Network): Int32Array {
  const taken = problem.hold.map((hold) => (hold === PINNED ? 1 : 0));
  for (let at = 0; at < net.people; at++) {
    const v = at * RECORD;
    const end = net.person[v + SLOTS]! + 2 * net.person[v + TAKEN]!;
    for (let s = net.person[v + SLOTS]!; s < end; s += 2) {
      const r = net.slot[s]!;
      const within = (net.slot[s + 1]! - net.request[r + EDGES]!) >> 1;
      taken[problem.edgeStart[net.requestNumber[r / RECORD]!]! + within] = 1;
    }
  }
  let count = 0;
  for (let e = 0; e < taken.length; e++) count += taken[e]!;
  const assigned = new Int32Array(count);
  for (let e = 0, at = 0; e < taken.length; e++) if (taken[e]) assigned[at++] = e;
  return assigned;
}
