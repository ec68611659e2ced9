import type { Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";

/** Edges of a request that are looked at to find its neighbours; more order no better and cost time. */
const NEIGHBOUR_EDGES = 8;
const NOT_MET = -1;

/** A problem in another numbering, and the numbers that its requests and people had before. */
export interface Renumbered {
  readonly problem: Problem;
  readonly requestNumber: Int32Array;
  readonly personNumber: Int32Array;
}

/**
 * Numbers breadth first: requests that share people come one after the other, and people in the order in which those requests
 * name them, so that a search stays within a few pages of memory. The seed chooses where the walk begins.
 */
export function renumber(problem: Problem, seed: number): Renumbered {
  const { need, urgency, capacity, unfilledCost, edgeStart, edgePerson, edgeCost, hold } = problem;
  const requests = need.length;
  const { firstNaming, lastNaming } = namingsOf(problem);
  const requestNumber = new Int32Array(requests);
  const personNumber = new Int32Array(capacity.length);
  const newPerson = new Int32Array(capacity.length).fill(NOT_MET);
  const queued = new Uint8Array(requests);
  const near: Problem = {
    need: new Int32Array(requests),
    urgency: new Uint8Array(requests),
    unfilledCost: new Int32Array(requests),
    capacity: new Int32Array(capacity.length),
    edgeStart: new Int32Array(requests + 1),
    edgePerson: new Int32Array(edgePerson.length),
    edgeCost: new Int32Array(edgePerson.length),
    hold: new Uint8Array(edgePerson.length),
  };
  const begin = requests > 0 ? startFor(seed, requests) : 0;
  let skipped = 0;
  let queueEnd = 0;
  let peopleEnd = 0;
  let end = 0;
  for (let at = 0; at < requests; at++) {
    if (at === queueEnd) {
      while (queued[(begin + skipped) % requests] !== 0) skipped++;
      queued[(begin + skipped) % requests] = 1;
      requestNumber[queueEnd++] = (begin + skipped) % requests;
    }
    const r = requestNumber[at]!;
    near.need[at] = need[r]!;
    near.urgency[at] = urgency[r]!;
    near.unfilledCost[at] = unfilledCost[r]!;
    for (let e = edgeStart[r]!, stop = edgeStart[r + 1]!; e < stop; e++, end++) {
      const p = edgePerson[e]!;
      let person = newPerson[p]!;
      if (person === NOT_MET) {
        person = peopleEnd++;
        newPerson[p] = person;
        personNumber[person] = p;
        const first = firstNaming[p]!;
        if (first >= 0 && queued[first] === 0) {
          queued[first] = 1;
          requestNumber[queueEnd++] = first;
        }
        const last = lastNaming[p]!;
        if (last >= 0 && queued[last] === 0) {
          queued[last] = 1;
          requestNumber[queueEnd++] = last;
        }
      }
      near.edgePerson[end] = person;
      near.edgeCost[end] = edgeCost[e]!;
      near.hold[end] = hold[e]!;
    }
    near.edgeStart[at + 1] = end;
  }
  for (let p = 0; p < capacity.length; p++) if (newPerson[p] === NOT_MET) personNumber[peopleEnd++] = p;
  for (let person = 0; person < capacity.length; person++) near.capacity[person] = capacity[personNumber[person]!]!;
  return { problem: near, requestNumber, personNumber };
}

/** A plan of the original problem in the new numbering. */
export function renumberPlan(plan: Plan, problem: Problem, near: Renumbered): Plan {
  const chosen = new Uint8Array(problem.edgePerson.length);
  for (const e of plan.assigned) chosen[e] = 1;
  const assigned: number[] = [];
  for (let at = 0; at < near.requestNumber.length; at++) {
    const from = problem.edgeStart[near.requestNumber[at]!]!;
    const to = near.problem.edgeStart[at]!;
    const edges = near.problem.edgeStart[at + 1]! - to;
    for (let within = 0; within < edges; within++) if (chosen[from + within] !== 0) assigned.push(to + within);
  }
  return {
    ...plan,
    assigned: Int32Array.from(assigned),
    unfilled: near.requestNumber.map((r) => plan.unfilled[r]!),
    requestPrice: near.requestNumber.map((r) => plan.requestPrice[r]!),
    personPrice: near.personNumber.map((p) => plan.personPrice[p]!),
  };
}

/** Where each number went. */
export function inverse(numbers: Int32Array): Int32Array {
  const at = new Int32Array(numbers.length);
  for (let index = 0; index < numbers.length; index++) at[numbers[index]!] = index;
  return at;
}

/** The first and last request that name each person, as far as the edges looked at tell. */
function namingsOf({ need, capacity, edgeStart, edgePerson }: Problem): {
  firstNaming: Int32Array;
  lastNaming: Int32Array;
} {
  const firstNaming = new Int32Array(capacity.length).fill(NOT_MET);
  const lastNaming = new Int32Array(capacity.length).fill(NOT_MET);
  for (let r = 0; r < need.length; r++) {
    const start = edgeStart[r]!;
    const end = edgeStart[r + 1]!;
    const step = Math.max(1, Math.floor((end - start) / NEIGHBOUR_EDGES));
    for (let e = start; e < end; e += step) {
      const p = edgePerson[e]!;
      if (firstNaming[p] === NOT_MET) firstNaming[p] = r;
      else lastNaming[p] = r;
    }
  }
  return { firstNaming, lastNaming };
}

/** A request chosen by the seed through a 32-bit mix, so that neighbouring seeds begin far apart. */
export function startFor(seed: number, requests: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % requests;
}
