import { BARRED, PINNED, type Problem } from "./problem.ts";

/** An optimal plan and its proof. */
export interface Plan {
  /** Edge numbers of the assignments, rising; pinned ones included. */
  readonly assigned: Int32Array;
  /** Places left open, for each request. */
  readonly unfilled: Int32Array;
  /** Places left open, for each urgency class. */
  readonly unfilledByClass: Int32Array;
  /**
   * No exchange, however dear, would fill one more place, or one of a more urgent class instead. False only where the costs of
   * open places were chosen too low for that, or a city is so large that they do not fit.
   */
  readonly inUrgencyOrder: boolean;
  /** Cost of the assignments and of the open places. */
  readonly objective: number;
  /** Lower bound on every possible plan, computed from the prices alone. Equal to the objective: the proof. */
  readonly dual: number;
  /** What one more place would cost, for each request: at most its unfilled cost. */
  readonly requestPrice: Int32Array;
  /** How contested each person is: what the plan would gain from one more unit of the person's capacity. */
  readonly personPrice: Int32Array;
  /** Work done: searches run and requests scanned. */
  readonly searches: number;
  readonly scans: number;
}

/** The prices do not prove the plan: a fault of the solver, never of the data. */
export class ProofError extends Error {
  constructor(objective: number, dual: number) {
    super(`the plan costs ${objective} but its proof says ${dual}`);
    this.name = "ProofError";
  }
}

/** Cost of a set of assignments and of what they leave open. */
export function objectiveOf(problem: Problem, assigned: Int32Array, unfilled: Int32Array): number {
  let sum = 0;
  for (const edge of assigned) sum += problem.edgeCost[edge]!;
  for (let r = 0; r < unfilled.length; r++) sum += unfilled[r]! * problem.unfilledCost[r]!;
  return sum;
}

/**
 * The bound that prices prove: any plan costs at least this much. Pinned edges are counted at their cost and taken out of
 * need and capacity; barred ones do not exist. Prices outside their range prove nothing: -Infinity.
 */
export function dualOf(problem: Problem, requestPrice: Int32Array, personPrice: Int32Array): number {
  const { need, unfilledCost, edgeStart, edgePerson, edgeCost, hold } = problem;
  let below = new Int32Array(BATCH);
  let end = 0;
  let bound = 0 - worthOfPlaces(problem, personPrice);
  for (let r = 0; r < need.length; r++) {
    const price = requestPrice[r]!;
    if (price > unfilledCost[r]!) return Number.NEGATIVE_INFINITY;
    bound += need[r]! * price;
    const begin = edgeStart[r]!;
    const stop = edgeStart[r + 1]!;
    if (end + 2 * (stop - begin) > below.length) {
      bound -= gainsOf(below, end, personPrice);
      end = 0;
      if (2 * (stop - begin) > below.length) below = new Int32Array(2 * (stop - begin));
    }
    for (let e = begin; e < stop; e++) {
      const by = price - edgeCost[e]!;
      if (by <= 0 || hold[e] === BARRED) continue;
      below[end++] = by;
      below[end++] = edgePerson[e]!;
    }
  }
  bound -= gainsOf(below, end, personPrice);
  return hold.includes(PINNED) ? bound + lossesByPins(problem, requestPrice, personPrice) : bound;
}

/** Words of a batch of edges that cost less than their request's price: by how much, and the person. */
const BATCH = 4096;

/**
 * What the edges of a batch gain over the prices of their people. Nothing here waits for a price before it asks for the next, so
 * the memory fetches many at once: half the time of reading them on the way.
 */
function gainsOf(below: Int32Array, end: number, personPrice: Int32Array): number {
  let gains = 0;
  for (let at = 0; at < end; at += 2) {
    const gain = below[at]! - personPrice[below[at + 1]!]!;
    gains += gain & ~(gain >> 31);
  }
  return gains;
}

/** What all places of all people are worth; Infinity when a price is negative. */
function worthOfPlaces({ capacity }: Problem, personPrice: Int32Array): number {
  let worth = 0;
  for (let p = 0; p < capacity.length; p++) {
    const price = personPrice[p]!;
    if (price < 0) return Number.POSITIVE_INFINITY;
    if (price > 0) worth += capacity[p]! * price;
  }
  return worth;
}

/** Pinned edges that prices would not choose: the only ones that cost more than the bound of a free choice. */
function lossesByPins(
  { need, edgeStart, edgePerson, edgeCost, hold }: Problem,
  requestPrice: Int32Array,
  personPrice: Int32Array,
): number {
  let losses = 0;
  for (let r = 0; r < need.length; r++) {
    for (let e = edgeStart[r]!; e < edgeStart[r + 1]!; e++) {
      if (hold[e] !== PINNED) continue;
      losses += Math.max(0, edgeCost[e]! + personPrice[edgePerson[e]!]! - requestPrice[r]!);
    }
  }
  return losses;
}
