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
  const { need, unfilledCost, capacity, edgeStart, edgePerson, edgeCost, hold } = problem;
  let bound = 0;
  for (let p = 0; p < capacity.length; p++) {
    if (personPrice[p]! < 0) return Number.NEGATIVE_INFINITY;
    bound -= capacity[p]! * personPrice[p]!;
  }
  for (let r = 0; r < need.length; r++) {
    const price = requestPrice[r]!;
    if (price > unfilledCost[r]!) return Number.NEGATIVE_INFINITY;
    bound += need[r]! * price;
    for (let e = edgeStart[r]!, end = edgeStart[r + 1]!; e < end; e++) {
      const below = edgeCost[e]! - price;
      const held = hold[e]!;
      if ((below >= 0 && held !== PINNED) || held === BARRED) continue;
      const reduced = below + personPrice[edgePerson[e]!]!;
      if (reduced < 0 || held === PINNED) bound += reduced;
    }
  }
  return bound;
}
