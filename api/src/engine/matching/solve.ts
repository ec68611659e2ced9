import { solveFromAuction } from "./auction-start.ts";
import { EDGES, EDGES_END, isPlanned, type Network, networkOf, OPEN, PRICE, RECORD, RECORD_SHIFT } from "./network.ts";
import { pinsOf } from "./pins.ts";
import { dualOf, objectiveOf, type Plan, ProofError } from "./plan.ts";
import { checkProblem, type Problem } from "./problem.ts";
import { inverse, type Renumbered, renumber } from "./renumber.ts";
import { BLOCK, RequestBlock } from "./request-block.ts";
import { Search } from "./search.ts";
import { urgencyHolds } from "./urgency-holds.ts";

export interface SolveOptions {
  /** Chooses among equally good plans; the same seed and problem give the same plan. Default 0. */
  readonly seed?: number;
  /** Asked every thousand places; true stops the work with SolveCancelled. */
  readonly cancelled?: () => boolean;
  /** Told every thousand places how many of all places have been considered. */
  readonly progress?: (placed: number, places: number) => void;
}

export class SolveCancelled extends Error {
  constructor() {
    super("the match run was cancelled");
    this.name = "SolveCancelled";
  }
}

const PLACES_BETWEEN_REPORTS = 1024;
/** Requests scanned for one place. A city needs about 4 even where people are scarce; random graphs need hundreds. */
const LONG_SEARCH = 20;

/**
 * The plan of least cost: open places first by class, then the cost of the assignments.
 * Throws ProblemError for bad data, SolveCancelled when asked to stop, ProofError if the proof fails.
 */
export function solve(problem: Problem, options: SolveOptions = {}): Plan {
  checkProblem(problem);
  const near = isTight(problem) ? renumber(problem, options.seed ?? 0) : undefined;
  const numbered = near?.problem ?? problem;
  const wanted = placesToFill(numbered);
  let net = networkOf(numbered);
  let search = new Search(net);
  if (!placeAll(wanted, search, near === undefined ? new RequestBlock(net, search) : undefined, options)) {
    net = networkOf(numbered);
    search = new Search(net);
    if (!solveFromAuction(net, wanted, search, () => options.cancelled?.() === true)) throw new SolveCancelled();
  }
  const plan = planOf(problem, near, net, search, urgencyHolds(net, numbered.urgency));
  if (plan.objective !== plan.dual) throw new ProofError(plan.objective, plan.dual);
  return plan;
}

function isTight({ need, capacity }: Problem): boolean {
  return 2 * sum(need) > sum(capacity);
}

function sum(counts: Int32Array): number {
  let total = 0;
  for (let at = 0; at < counts.length; at++) total += counts[at]!;
  return total;
}

/** Places of each request that no pin fills. */
function placesToFill(problem: Problem): Int32Array {
  const pins = pinsOf(problem)?.ofRequest;
  return pins === undefined ? problem.need : problem.need.map((need, r) => need - pins[r]!);
}

/**
 * Fills one place after the other; false when searches have become so long that an auction is the better start. `block`
 * serves where neighbours do not stand together.
 */
function placeAll(
  wanted: Int32Array,
  search: Search,
  block: RequestBlock | undefined,
  { cancelled, progress }: SolveOptions,
): boolean {
  const places = sum(wanted);
  let placed = 0;
  let placedBefore = 0;
  let scansBefore = 0;
  for (let from = 0; from < wanted.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, wanted.length);
    if (block === undefined) placeEach(search, from, to, wanted);
    else block.serve(from, to, wanted);
    for (let r = from; r < to; r++) placed += wanted[r]!;
    if (placed - placedBefore < PLACES_BETWEEN_REPORTS) continue;
    if (cancelled?.()) throw new SolveCancelled();
    progress?.(placed, places);
    if (search.scans - scansBefore > LONG_SEARCH * (placed - placedBefore)) return false;
    placedBefore = placed;
    scansBefore = search.scans;
  }
  progress?.(places, places);
  return true;
}

function placeEach(search: Search, from: number, to: number, wanted: Int32Array): void {
  for (let r = from; r < to; r++) for (let unit = 0; unit < wanted[r]!; unit++) search.place(r << RECORD_SHIFT);
}

/** Reads the plan and the prices back in the problem's own numbers. */
function planOf(
  problem: Problem,
  near: Renumbered | undefined,
  net: Network,
  search: Search,
  inUrgencyOrder: boolean,
): Plan {
  const unfilled = new Int32Array(problem.need.length);
  const requestPrice = new Int32Array(problem.need.length);
  const unfilledByClass = new Int32Array(problem.urgency.reduce((most, u) => Math.max(most, u), -1) + 1);
  for (let at = 0; at < problem.need.length; at++) {
    const r = near === undefined ? at : near.requestNumber[at]!;
    unfilled[r] = net.request[at * RECORD + OPEN]!;
    requestPrice[r] = net.request[at * RECORD + PRICE]!;
    unfilledByClass[problem.urgency[r]!]! += unfilled[r]!;
  }
  const personPrice = near === undefined ? net.personPrice : new Int32Array(problem.capacity.length);
  if (near !== undefined)
    for (let at = 0; at < personPrice.length; at++) personPrice[near.personNumber[at]!] = net.personPrice[at]!;
  const assigned = assignedEdges(problem, near, net, sum(problem.need) - sum(unfilled));
  return {
    assigned,
    unfilled,
    unfilledByClass,
    inUrgencyOrder,
    objective: objectiveOf(problem, assigned, unfilled),
    dual: dualOf(problem, requestPrice, personPrice),
    requestPrice,
    personPrice,
    searches: search.searches,
    scans: search.scans,
  };
}

function assignedEdges(
  { need, edgeStart }: Problem,
  near: Renumbered | undefined,
  net: Network,
  count: number,
): Int32Array {
  const { request, shut } = net;
  const standing = near === undefined ? undefined : inverse(near.requestNumber);
  const assigned = new Int32Array(count);
  let found = 0;
  for (let r = 0; r < need.length; r++) {
    const at = standing === undefined ? r : standing[r]!;
    const shift = edgeStart[r]! - request[at * RECORD + EDGES]!;
    for (let e = request[at * RECORD + EDGES]!, end = request[at * RECORD + EDGES_END]!; e < end; e++)
      if (isPlanned(shut[e]!)) assigned[found++] = e + shift;
  }
  return assigned;
}
