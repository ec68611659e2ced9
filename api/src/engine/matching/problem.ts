import { ProblemError } from "./problem-error.ts";

/** How a candidate edge may be used: freely, in every plan (a coordinator's pin), or in none. */
export const FREE = 0;
export const PINNED = 1;
export const BARRED = 2;

/** Largest cost of one candidate edge, in cost units. */
export const MAX_EDGE_COST = 2 ** 28;
/** Largest cost of one place left open. Prices and path lengths never exceed it, so they fit in 32 bits. */
export const MAX_UNFILLED_COST = 2 ** 30 - 1;
/** Largest need, capacity, and number of requests, people or edges. */
export const MAX_COUNT = 2 ** 26;
export const MAX_CLASSES = 16;

/**
 * A matching problem: requests need people, people can take some, a candidate edge carries at most one.
 *
 * Requests, people and edges are numbered from 0. Request r has the edges `edgeStart[r] .. edgeStart[r + 1]`, each to a
 * different person. Costs are non-negative integers in the policy's units. A place left open costs
 * `unfilledCost[r]`; `urgency[r]` names its class for reports (0 can wait longest).
 */
export interface Problem {
  readonly need: Int32Array;
  readonly urgency: Uint8Array;
  readonly unfilledCost: Int32Array;
  readonly capacity: Int32Array;
  /** Length requests + 1, starts with 0, never falls. */
  readonly edgeStart: Int32Array;
  readonly edgePerson: Int32Array;
  readonly edgeCost: Int32Array;
  /** FREE, PINNED or BARRED for each edge. */
  readonly hold: Uint8Array;
}

/** Refuses a malformed problem before any work, naming the first bad element. */
export function checkProblem(problem: Problem): void {
  checkShape(problem);
  checkRequests(problem);
  checkPeople(problem);
  checkEdges(problem);
  checkPins(problem);
}

function checkShape({ need, urgency, unfilledCost, edgeStart, edgePerson, edgeCost, hold }: Problem): void {
  const requests = need.length;
  const edges = edgePerson.length;
  checkLength("urgency", urgency.length, requests);
  checkLength("unfilledCost", unfilledCost.length, requests);
  checkLength("edgeStart", edgeStart.length, requests + 1);
  checkLength("edgeCost", edgeCost.length, edges);
  checkLength("hold", hold.length, edges);
  if (edgeStart[0] !== 0) throw new ProblemError("edge-start", { request: 0 }, edgeStart[0]!);
  for (let r = 0; r < requests; r++) {
    if (edgeStart[r + 1]! < edgeStart[r]!) throw new ProblemError("edge-start", { request: r }, edgeStart[r + 1]!);
  }
  if (edgeStart[requests] !== edges) throw new ProblemError("edge-start", { request: requests }, edgeStart[requests]!);
}

function checkLength(array: string, length: number, wanted: number): void {
  if (length !== wanted) throw new ProblemError("length", { array }, length);
}

function checkRequests({ need, urgency, unfilledCost }: Problem): void {
  for (let r = 0; r < need.length; r++) {
    if (need[r]! < 0 || need[r]! > MAX_COUNT) throw new ProblemError("need", { request: r }, need[r]!);
    if (urgency[r]! >= MAX_CLASSES) throw new ProblemError("urgency", { request: r }, urgency[r]!);
    if (unfilledCost[r]! < 0 || unfilledCost[r]! > MAX_UNFILLED_COST)
      throw new ProblemError("unfilled-cost", { request: r }, unfilledCost[r]!);
  }
}

function checkPeople({ capacity }: Problem): void {
  for (let p = 0; p < capacity.length; p++) {
    if (capacity[p]! < 0 || capacity[p]! > MAX_COUNT) throw new ProblemError("capacity", { person: p }, capacity[p]!);
  }
}

function checkEdges(problem: Problem): void {
  const { edgeStart, edgePerson, need } = problem;
  for (let r = 0; r < need.length; r++) {
    const faults = faultsOfEdges(problem, edgeStart[r]!, edgeStart[r + 1]!);
    if (faults === 0) continue;
    if ((faults & UNSOUND) !== 0) refuseFirstBad(problem, r);
    checkDistinct(edgePerson, r, edgeStart[r]!, edgeStart[r + 1]!);
  }
}

const UNSOUND = 1;
const NOT_RISING = 2;

/**
 * Without a branch in the loop: a value out of its range leaves the sign bit in a difference, whatever else there is. Three million
 * edges take a third of the time that conditions do.
 */
function faultsOfEdges({ capacity, edgePerson, edgeCost, hold }: Problem, start: number, end: number): number {
  const lastPerson = capacity.length - 1;
  let unsound = 0;
  let falls = 0;
  let before = -1;
  for (let e = start; e < end; e++) {
    const person = edgePerson[e]!;
    const cost = edgeCost[e]!;
    unsound |= person | (lastPerson - person) | cost | (MAX_EDGE_COST - cost) | (BARRED - hold[e]!);
    falls |= person - before - 1;
    before = person;
  }
  return (unsound < 0 ? UNSOUND : 0) | (falls < 0 ? NOT_RISING : 0);
}

function refuseFirstBad({ capacity, edgeStart, edgePerson, edgeCost, hold }: Problem, r: number): void {
  for (let e = edgeStart[r]!; e < edgeStart[r + 1]!; e++) {
    const person = edgePerson[e]!;
    const cost = edgeCost[e]!;
    if (person < 0 || person >= capacity.length)
      throw new ProblemError("unknown-person", { request: r, edge: e }, person);
    if (cost < 0 || cost > MAX_EDGE_COST) throw new ProblemError("edge-cost", { request: r, person, edge: e }, cost);
    if (hold[e]! > BARRED) throw new ProblemError("hold", { request: r, person, edge: e }, hold[e]!);
  }
}

function checkDistinct(edgePerson: Int32Array, request: number, start: number, end: number): void {
  const named = edgePerson.slice(start, end).sort();
  for (let at = 1; at < named.length; at++) {
    if (named[at] !== named[at - 1]) continue;
    const person = named[at]!;
    throw new ProblemError(
      "duplicate-edge",
      { request, person, edge: edgePerson.lastIndexOf(person, end - 1) },
      person,
    );
  }
}

function checkPins({ capacity, edgeStart, edgePerson, hold, need }: Problem): void {
  if (!hold.includes(PINNED)) return;
  const places = capacity.slice();
  for (let r = 0; r < need.length; r++) {
    let wanted = need[r]!;
    for (let e = edgeStart[r]!; e < edgeStart[r + 1]!; e++) {
      if (hold[e] !== PINNED) continue;
      const p = edgePerson[e]!;
      wanted -= 1;
      places[p]! -= 1;
      if (wanted < 0 || places[p]! < 0) throw new ProblemError("pin", { request: r, person: p, edge: e }, e);
    }
  }
}
