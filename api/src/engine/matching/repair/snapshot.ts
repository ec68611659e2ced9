import { EDGES, EDGES_END, IN_PLAN, isPlanned, OPEN, OPEN_COST, PINNED_EDGE, PRICE, RECORD_SHIFT } from "../network.ts";
import { FREE, type Problem } from "../problem.ts";
import type { LiveCity } from "./live-city.ts";

export interface Snapshot {
  readonly problem: Problem;
  /** Edges of that problem, rising. */
  readonly assigned: Int32Array;
  readonly unfilled: Int32Array;
  readonly requestPrice: Int32Array;
  readonly personPrice: Int32Array;
}

/** The problem as it is now, and the plan with its prices. Takes time in proportion to the city. */
export function snapshotOf(city: LiveCity): Snapshot {
  const { request, edgePerson, edgeCost, shut, capacity, personPrice } = city.net;
  const numbers = Int32Array.from({ length: city.requests }, (_, number) => city.requestAt(number));
  const people = Int32Array.from({ length: city.people }, (_, number) => city.personAt(number));
  const ofRequest = (word: number) => numbers.map((at) => request[(at << RECORD_SHIFT) + word]!);
  const edgeStart = new Int32Array(city.requests + 1);
  const edges: number[] = [];
  const places = people.map((p) => capacity[p]!);
  for (const [number, at] of numbers.entries()) {
    for (let e = request[(at << RECORD_SHIFT) + EDGES]!; e < request[(at << RECORD_SHIFT) + EDGES_END]!; e++) {
      edges.push(e);
      if (shut[e] === PINNED_EDGE) places[city.personNumber(edgePerson[e]!)]! += 1;
    }
    edgeStart[number + 1] = edges.length;
  }
  const problem: Problem = {
    need: numbers.map((at) => city.need[at]!),
    urgency: Uint8Array.from(numbers, (at) => city.urgency[at]!),
    unfilledCost: ofRequest(OPEN_COST),
    capacity: places,
    edgeStart,
    edgePerson: Int32Array.from(edges, (e) => city.personNumber(edgePerson[e]!)),
    edgeCost: Int32Array.from(edges, (e) => edgeCost[e]!),
    hold: Uint8Array.from(edges, (e) => (shut[e] === IN_PLAN ? FREE : shut[e]!)),
  };
  const assigned = Int32Array.from([...edges.keys()].filter((at) => isPlanned(shut[edges[at]!]!)));
  const personPrices = people.map((p) => personPrice[p]!);
  return { problem, assigned, unfilled: ofRequest(OPEN), requestPrice: ofRequest(PRICE), personPrice: personPrices };
}
