import { FREE, PINNED, type Problem } from "./problem.ts";

/**
 * The residual network that the searches walk, in records of 32-bit numbers: a request or person fills half a cache line.
 * Nodes are named by the offset of their record, so that no multiplication is needed on the way.
 */
export interface Network {
  readonly requests: number;
  readonly people: number;
  readonly request: Int32Array;
  readonly person: Int32Array;
  /** Pairs: person offset (its complement when assigned), cost. */
  readonly edge: Int32Array;
  /** Pairs: request offset, edge offset. Those of one person are together, the taken ones first. */
  readonly slot: Int32Array;
  /** Number in the problem of each request, person and edge of the network. */
  readonly requestNumber: Int32Array;
  readonly personNumber: Int32Array;
  readonly edgeNumber: Int32Array;
}

/** Words of a record. */
export const RECORD = 8;

export const PRICE = 0;
/** Distance in the search under way, FAR outside of one. */
export const DISTANCE = 1;
/** Where the search came from: a request's person and slot, a person's request and edge. */
export const PARENT = 2;
export const PARENT_LINK = 3;

/** Of a request: cost of an open place, open places, edges from and to. */
export const OPEN_COST = 4;
export const OPEN = 5;
export const EDGES = 6;
export const EDGES_END = 7;

/** Of a person: places left, places taken, where the slots begin. */
export const PLACES = 4;
export const TAKEN = 5;
export const SLOTS = 6;

export const FAR = 0x7fffffff;

/** Which request and person stands where in the network: numbers of the problem, in network order. */
export interface Order {
  readonly requests: Int32Array;
  readonly people: Int32Array;
}

/** Lays the problem out in the given order, with nothing assigned and all prices 0. Pinned edges are taken out beforehand. */
export function networkOf(problem: Problem, order: Order): Network {
  const requests = order.requests.length;
  const people = order.people.length;
  const place = new Int32Array(people);
  for (let at = 0; at < people; at++) place[order.people[at]!] = at * RECORD;
  const pins = pinsOf(problem);
  const request = new Int32Array(requests * RECORD);
  const edge = new Int32Array(2 * problem.edgePerson.length);
  const edgeNumber = new Int32Array(problem.edgePerson.length);
  const degree = new Int32Array(people);
  let end = 0;
  for (let at = 0; at < requests; at++) {
    const r = order.requests[at]!;
    const node = at * RECORD;
    request[node + DISTANCE] = FAR;
    request[node + OPEN_COST] = problem.unfilledCost[r]!;
    request[node + EDGES] = end;
    for (let e = problem.edgeStart[r]!, last = problem.edgeStart[r + 1]!; e < last; e++) {
      if (problem.hold[e] !== FREE) continue;
      const person = place[problem.edgePerson[e]!]!;
      edge[end] = person;
      edge[end + 1] = problem.edgeCost[e]!;
      edgeNumber[end >> 1] = e;
      degree[person / RECORD]! += 1;
      end += 2;
    }
    request[node + EDGES_END] = end;
  }
  const person = new Int32Array(people * RECORD);
  let slots = 0;
  for (let at = 0; at < people; at++) {
    const p = order.people[at]!;
    const node = at * RECORD;
    const capacity = problem.capacity[p]! - (pins.ofPerson?.[p] ?? 0);
    person[node + DISTANCE] = FAR;
    person[node + PLACES] = capacity;
    person[node + SLOTS] = slots;
    slots += 2 * Math.min(capacity, degree[at]!);
  }
  return {
    requests,
    people,
    request,
    person,
    edge,
    slot: new Int32Array(slots),
    requestNumber: order.requests,
    personNumber: order.people,
    edgeNumber,
  };
}

export interface Pins {
  readonly ofRequest?: Int32Array;
  readonly ofPerson?: Int32Array;
}

/** How many places pins take from each request and person; nothing at all when there is no pin. */
export function pinsOf(problem: Problem): Pins {
  if (!problem.hold.includes(PINNED)) return {};
  const ofRequest = new Int32Array(problem.need.length);
  const ofPerson = new Int32Array(problem.capacity.length);
  for (let r = 0; r < problem.need.length; r++) {
    for (let e = problem.edgeStart[r]!; e < problem.edgeStart[r + 1]!; e++) {
      if (problem.hold[e] !== PINNED) continue;
      ofRequest[r]! += 1;
      ofPerson[problem.edgePerson[e]!]! += 1;
    }
  }
  return { ofRequest, ofPerson };
}
