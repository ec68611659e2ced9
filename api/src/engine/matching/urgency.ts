import { MAX_UNFILLED_COST } from "./problem.ts";

/**
 * The cost of an open place for each request: B × (class + 1).
 *
 * Every change of plan moves along a path that enters and leaves each request at most once, so no path can save more than
 * the sum of each request's spread of costs. With B above that sum no saving ever pays for one more open place, and
 * no number of less urgent places for a more urgent one: first the classes, then the cost. On a very large city that
 * sum leaves the range of a cost; B is then the largest that fits, and `Plan.inUrgencyOrder` tells of the plan made.
 */
export function costOfOpenPlaces(urgency: Uint8Array, edgeStart: Int32Array, edgeCost: Int32Array): Int32Array {
  const classes = urgency.reduce((most, u) => Math.max(most, u), 0) + 1;
  const step = Math.min(longestPath(edgeStart, edgeCost) + 1, Math.floor(MAX_UNFILLED_COST / classes));
  return Int32Array.from(urgency, (u) => step * (u + 1));
}

/** More than any alternating path of the problem can save, in cost units. */
export function longestPath(edgeStart: Int32Array, edgeCost: Int32Array): number {
  let sum = 0;
  let dearest = 0;
  for (let r = 0; r + 1 < edgeStart.length; r++) {
    let low = edgeStart[r]! < edgeStart[r + 1]! ? edgeCost[edgeStart[r]!]! : 0;
    let high = low;
    for (let e = edgeStart[r]! + 1; e < edgeStart[r + 1]!; e++) {
      const cost = edgeCost[e]!;
      if (cost < low) low = cost;
      if (cost > high) high = cost;
    }
    sum += high - low;
    if (high > dearest) dearest = high;
  }
  return sum + dearest;
}
