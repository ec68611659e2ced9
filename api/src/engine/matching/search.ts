import {
  DISTANCE,
  EDGE,
  EDGES,
  EDGES_END,
  FROM_EDGE,
  FROM_REQUEST,
  FROM_SLOT,
  NEAREST,
  NEXT,
  type Network,
  NONE,
  OPEN,
  OPEN_COST,
  PERSON,
  PRICE,
  RECORD,
  RECORD_SHIFT,
  SLOT_RECORD,
  SLOTS,
  USED,
} from "./network.ts";
import { RequestHeap } from "./request-heap.ts";

const NOBODY = -1;

/**
 * Shortest augmenting paths with the prices kept (Dijkstra on reduced costs).
 *
 * A search starts at a request with one more place to fill and stops at the nearest person with a place left, or at the
 * request whose place is the cheapest to leave open. Only requests wait in the heap: a full person hands
 * the distance straight on to the requests that hold them. Afterwards only the nodes that were reached before the end
 * change their price, so the work is that of the neighbourhood searched and not that of the city.
 */
export class Search {
  readonly #net: Network;
  readonly #heap = new RequestHeap();
  readonly #ready: Int32Array;
  readonly #seenRequests: Int32Array;
  readonly #seenPeople: Int32Array;
  searches = 0;
  scans = 0;

  constructor(net: Network) {
    const requests = net.request.length / RECORD;
    this.#net = net;
    this.#ready = new Int32Array(requests + 1);
    this.#seenRequests = new Int32Array(requests + 1);
    this.#seenPeople = new Int32Array(net.capacity.length + 1);
  }

  /** Fills one more place of the request at `source`, or leaves the place open that costs least. */
  place(source: number): void {
    this.searches++;
    if (!this.#placeNextDoor(source)) this.#placeFar(source);
  }

  /** The usual case: the cheapest candidate is free, so there is nothing to search. */
  #placeNextDoor(source: number): boolean {
    const { request, person, personPrice, capacity, edgePerson, edgeCost, shut } = this.#net;
    let best = request[source + OPEN_COST]!;
    let bestEdge = NOBODY;
    for (let e = request[source + EDGES]!, end = request[source + EDGES_END]!; e < end; e++) {
      const cost = edgeCost[e]!;
      if (cost >= best) continue;
      const level = cost + personPrice[edgePerson[e]!]!;
      if (level >= best || shut[e] !== 0) continue;
      best = level;
      bestEdge = e;
    }
    this.scans++;
    if (bestEdge === NOBODY) {
      request[source + OPEN]! += 1;
    } else {
      const p = edgePerson[bestEdge]!;
      if (person[(p << RECORD_SHIFT) + USED]! >= capacity[p]!) return false;
      this.#open(p, source, bestEdge);
    }
    request[source + PRICE] = best;
    return true;
  }

  #placeFar(source: number): void {
    const { request, person, personPrice, capacity, edgePerson, edgeCost, shut, slot } = this.#net;
    const heap = this.#heap;
    const ready = this.#ready;
    const seenRequests = this.#seenRequests;
    const seenPeople = this.#seenPeople;
    let readyCount = 1;
    let requestCount = 1;
    let peopleCount = 0;
    let scans = 0;
    let reach = NEAREST;
    let bound = NEAREST + request[source + OPEN_COST]! - request[source + PRICE]!;
    let openAt = source;
    let freePerson = NOBODY;
    ready[0] = source;
    seenRequests[0] = source;
    request[source + DISTANCE] = NEAREST;
    request[source + FROM_SLOT] = NONE;
    for (;;) {
      let r: number;
      if (readyCount > 0) {
        r = ready[--readyCount]!;
      } else {
        if (heap.size === 0) break;
        const distance = heap.nearest();
        if (distance >= bound) break;
        r = heap.pop();
        if (request[r + DISTANCE]! < distance) continue;
        reach = distance;
      }
      const base = request[r + DISTANCE]! - request[r + PRICE]!;
      scans++;
      for (let e = request[r + EDGES]!, end = request[r + EDGES_END]!; e < end; e++) {
        const p = edgePerson[e]!;
        const price = personPrice[p]!;
        const d = base + edgeCost[e]! + price;
        if (d >= bound || shut[e] !== 0) continue;
        const v = p << RECORD_SHIFT;
        const before = person[v + DISTANCE]!;
        if (d >= before) continue;
        if (before === 0) seenPeople[peopleCount++] = p;
        person[v + DISTANCE] = d;
        person[v + FROM_REQUEST] = r;
        person[v + FROM_EDGE] = e;
        if (person[v + USED]! < capacity[p]!) {
          bound = d;
          freePerson = p;
          continue;
        }
        const over = d - price;
        for (let s = person[v + SLOTS]!; s !== NONE; s = slot[s + NEXT]!) {
          const other = slot[s]!;
          const further = over + request[other + PRICE]! - edgeCost[slot[s + EDGE]!]!;
          const known = request[other + DISTANCE]!;
          if (further >= bound || further >= known) continue;
          if (known === 0) seenRequests[requestCount++] = other;
          request[other + DISTANCE] = further;
          request[other + FROM_SLOT] = s;
          const opened = further + request[other + OPEN_COST]! - request[other + PRICE]!;
          if (opened < bound) {
            bound = opened;
            openAt = other;
            freePerson = NOBODY;
          }
          if (further === reach) ready[readyCount++] = other;
          else heap.push(other, further);
        }
      }
    }
    heap.clear();
    for (let at = 0; at < requestCount; at++) {
      const r = seenRequests[at]!;
      const left = bound - request[r + DISTANCE]!;
      if (left > 0) request[r + PRICE]! += left;
      request[r + DISTANCE] = 0;
    }
    for (let at = 0; at < peopleCount; at++) {
      const p = seenPeople[at]!;
      const left = bound - person[(p << RECORD_SHIFT) + DISTANCE]!;
      if (left > 0) personPrice[p]! += left;
      person[(p << RECORD_SHIFT) + DISTANCE] = 0;
    }
    this.scans += scans;
    this.#augment(openAt, freePerson);
  }

  /** Moves one unit along the path that the search left behind. */
  #augment(openAt: number, freePerson: number): void {
    const { request, person, shut, slot } = this.#net;
    let r = openAt;
    if (freePerson === NOBODY) {
      request[openAt + OPEN]! += 1;
    } else {
      const v = freePerson << RECORD_SHIFT;
      r = person[v + FROM_REQUEST]!;
      this.#open(freePerson, r, person[v + FROM_EDGE]!);
    }
    for (let s = request[r + FROM_SLOT]!; s !== NONE; s = request[r + FROM_SLOT]!) {
      const v = slot[s + PERSON]! << RECORD_SHIFT;
      const e = person[v + FROM_EDGE]!;
      shut[slot[s + EDGE]!] = 0;
      shut[e] = 1;
      r = person[v + FROM_REQUEST]!;
      slot[s] = r;
      slot[s + EDGE] = e;
    }
  }

  /** Takes a free place of a person. */
  #open(p: number, r: number, e: number): void {
    const { person, shut, slot } = this.#net;
    const v = p << RECORD_SHIFT;
    const s = this.#net.slotEnd;
    this.#net.slotEnd = s + SLOT_RECORD;
    slot[s] = r;
    slot[s + EDGE] = e;
    slot[s + PERSON] = p;
    slot[s + NEXT] = person[v + SLOTS]!;
    person[v + SLOTS] = s;
    person[v + USED]! += 1;
    shut[e] = 1;
  }
}
