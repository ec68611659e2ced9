import { DISTANCE, EDGES, EDGES_END, FAR, type Network, OPEN_COST, PLACES, RECORD, SLOTS } from "./network.ts";
import { FREE, PINNED, type Problem } from "./problem.ts";

/** Of a person while the network is laid out: two requests that name them, and their record once they have one. */
const HOOK = 4;
const ONE_NAMING = 0;
const OTHER_NAMING = 1;
const PLACED = 2;

/** Edges of a request that are looked at to find its neighbours; more order no better and cost time. */
const NEIGHBOUR_EDGES = 8;

/**
 * Copies the problem into a network with nothing assigned and all prices 0, breadth first: requests that share people come
 * one after the other, and people in the order in which those requests name them, so that a search stays within
 * a few pages of memory. The seed chooses where the walk begins, and with it which of equally good plans is found.
 */
export function networkOf(problem: Problem, seed: number): Network {
  const { need, capacity, edgeStart, edgePerson, edgeCost, hold, unfilledCost } = problem;
  const requests = need.length;
  const people = capacity.length;
  const hooks = hooksOf(problem);
  const request = new Int32Array(requests * RECORD);
  const edge = new Int32Array(2 * edgePerson.length);
  const requestNumber = new Int32Array(requests);
  const personNumber = new Int32Array(people);
  const degree = new Int32Array(people);
  const queued = new Uint8Array(requests);
  const first = requests > 0 ? scrambled(seed) % requests : 0;
  let walked = 0;
  let queueEnd = 0;
  let peopleEnd = 0;
  let end = 0;
  for (let at = 0; at < requests; at++) {
    if (at === queueEnd) {
      while (queued[(first + walked) % requests]) walked++;
      requestNumber[queueEnd++] = (first + walked) % requests;
      queued[(first + walked) % requests] = 1;
    }
    const r = requestNumber[at]!;
    const node = at * RECORD;
    request[node + DISTANCE] = FAR;
    request[node + OPEN_COST] = unfilledCost[r]!;
    request[node + EDGES] = end;
    for (let e = edgeStart[r]!, last = edgeStart[r + 1]!; e < last; e++) {
      const p = edgePerson[e]!;
      const hook = p * HOOK;
      let place = hooks[hook + PLACED]!;
      if (place < 0) {
        place = peopleEnd++;
        hooks[hook + PLACED] = place;
        personNumber[place] = p;
        const one = hooks[hook + ONE_NAMING]!;
        const other = hooks[hook + OTHER_NAMING]!;
        if (one >= 0 && !queued[one]) {
          queued[one] = 1;
          requestNumber[queueEnd++] = one;
        }
        if (other >= 0 && !queued[other]) {
          queued[other] = 1;
          requestNumber[queueEnd++] = other;
        }
      }
      degree[place]! += 1;
      const node = place * RECORD;
      edge[end] = hold[e] === FREE ? node : ~node;
      edge[end + 1] = edgeCost[e]!;
      end += 2;
    }
    request[node + EDGES_END] = end;
  }
  for (let p = 0; p < people; p++) if (hooks[p * HOOK + PLACED]! < 0) personNumber[peopleEnd++] = p;
  const pinned = pinsOf(problem)?.ofPerson;
  const person = new Int32Array(people * RECORD);
  let slots = 0;
  for (let at = 0; at < people; at++) {
    const p = personNumber[at]!;
    const places = capacity[p]! - (pinned?.[p] ?? 0);
    const node = at * RECORD;
    person[node + DISTANCE] = FAR;
    person[node + PLACES] = places;
    person[node + SLOTS] = slots;
    slots += 2 * Math.min(places, degree[at]!);
  }
  return { requests, people, request, person, edge, slot: new Int32Array(slots), requestNumber, personNumber };
}

function hooksOf({ need, capacity, edgeStart, edgePerson }: Problem): Int32Array {
  const hooks = new Int32Array(capacity.length * HOOK).fill(-1);
  for (let r = 0; r < need.length; r++) {
    const start = edgeStart[r]!;
    const end = edgeStart[r + 1]!;
    const step = Math.max(1, Math.floor((end - start) / NEIGHBOUR_EDGES));
    for (let e = start; e < end; e += step) {
      const hook = edgePerson[e]! * HOOK;
      if (hooks[hook + ONE_NAMING]! < 0) hooks[hook + ONE_NAMING] = r;
      else hooks[hook + OTHER_NAMING] = r;
    }
  }
  return hooks;
}

/** A 32-bit mix, so that neighbouring seeds begin far apart. */
function scrambled(seed: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export interface Pins {
  readonly ofRequest: Int32Array;
  readonly ofPerson: Int32Array;
}

/** How many places pins take from each request and person; undefined when there is no pin. */
export function pinsOf({ need, capacity, edgeStart, edgePerson, hold }: Problem): Pins | undefined {
  if (!hold.includes(PINNED)) return undefined;
  const ofRequest = new Int32Array(need.length);
  const ofPerson = new Int32Array(capacity.length);
  for (let r = 0; r < need.length; r++) {
    for (let e = edgeStart[r]!; e < edgeStart[r + 1]!; e++) {
      if (hold[e] !== PINNED) continue;
      ofRequest[r]! += 1;
      ofPerson[edgePerson[e]!]! += 1;
    }
  }
  return { ofRequest, ofPerson };
}
