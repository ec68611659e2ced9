import {
  DISTANCE,
  EDGE,
  EDGES,
  EDGES_END,
  FROM_EDGE,
  FROM_REQUEST,
  FROM_SLOT,
  givePlace,
  IN_PLAN,
  isKnown,
  NEAREST,
  NEXT,
  type Network,
  NONE,
  OPEN,
  OPEN_COST,
  OPEN_EDGE,
  PERSON,
  PRICE,
  RECORD,
  RECORD_SHIFT,
  SLOTS,
  takePlace,
  USED,
} from "./network.ts";
import { RequestHeap } from "./request-heap.ts";

const NOBODY = -1;
const NO_EDGE = -1;

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
  #ready = new Int32Array(0);
  #seenRequests = new Int32Array(0);
  #seenPeople = new Int32Array(0);
  searches = 0;
  scans = 0;

  constructor(net: Network) {
    this.#net = net;
    this.fit();
  }

  /** Makes room again after the network has grown. */
  fit(): void {
    const requests = this.#net.request.length / RECORD;
    this.#ready = new Int32Array(requests);
    this.#seenRequests = new Int32Array(requests);
    this.#seenPeople = new Int32Array(this.#net.capacity.length);
  }

  /** Fills one more place of the request at `source`, or leaves the place open that costs least. */
  place(source: number): void {
    this.searches++;
    if (this.#placeNextDoor(source)) return;
    const { request } = this.#net;
    this.#ready[0] = source;
    this.#seenRequests[0] = source;
    request[source + DISTANCE] = NEAREST;
    request[source + FROM_SLOT] = NONE;
    this.#run(1, 0, NEAREST + request[source + OPEN_COST]! - request[source + PRICE]!, source, NOBODY);
  }

  /** Takes one place away from a person who holds too many, so that the plan loses least. */
  displace(p: number): void {
    const { request, person, personPrice, edgeCost, slot } = this.#net;
    const v = p << RECORD_SHIFT;
    let bound = 0;
    let openAt = NOBODY;
    let requestCount = 0;
    person[v + DISTANCE] = NEAREST;
    this.#seenPeople[0] = p;
    for (let s = person[v + SLOTS]!; s !== NONE; s = slot[s + NEXT]!) {
      const r = slot[s]!;
      const distance = NEAREST + request[r + PRICE]! - edgeCost[slot[s + EDGE]!]! - personPrice[p]!;
      const opened = distance + request[r + OPEN_COST]! - request[r + PRICE]!;
      this.#seenRequests[requestCount++] = r;
      request[r + DISTANCE] = distance;
      request[r + FROM_SLOT] = s;
      this.#heap.push(r, distance);
      if (opened >= bound) continue;
      bound = opened;
      openAt = r;
    }
    this.searches++;
    this.#run(requestCount, 1, bound, openAt, p);
  }

  /** The usual case: the cheapest candidate is free, so there is nothing to search. */
  #placeNextDoor(source: number): boolean {
    const { request, person, personPrice, capacity, known, edgePerson, edgeCost, shut } = this.#net;
    let best = request[source + OPEN_COST]!;
    let bestEdge = NO_EDGE;
    for (let e = request[source + EDGES]!, end = request[source + EDGES_END]!; e < end; e++) {
      const cost = edgeCost[e]!;
      if (cost >= best) continue;
      const p = edgePerson[e]!;
      const level = isKnown(known, p) ? cost + personPrice[p]! : cost;
      if (level >= best || shut[e] !== OPEN_EDGE) continue;
      best = level;
      bestEdge = e;
    }
    this.scans++;
    if (bestEdge === NO_EDGE) {
      request[source + OPEN]! += 1;
    } else {
      const p = edgePerson[bestEdge]!;
      if (isKnown(known, p) && person[(p << RECORD_SHIFT) + USED]! >= capacity[p]!) return false;
      takePlace(this.#net, p, source, bestEdge);
    }
    request[source + PRICE] = best;
    return true;
  }

  /**
   * Searches on from the requests already met: ready at NEAREST when the source is a request, in the heap when it is the
   * person `displaced`. `bound` is the distance of the nearest end known, the place at `openAt` left open.
   */
  #run(requestCount: number, peopleCount: number, bound: number, openAt: number, displaced: number): void {
    const { request, person, personPrice, capacity, known, edgePerson, edgeCost, shut, slot } = this.#net;
    const heap = this.#heap;
    const ready = this.#ready;
    const seenRequests = this.#seenRequests;
    const seenPeople = this.#seenPeople;
    let readyCount = displaced === NOBODY ? 1 : 0;
    let scans = 0;
    let reach = NEAREST;
    let freeEdge = NO_EDGE;
    let freeFor = NOBODY;
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
        const atLeast = base + edgeCost[e]!;
        if (atLeast >= bound) continue;
        const p = edgePerson[e]!;
        if (!isKnown(known, p)) {
          if (shut[e] !== OPEN_EDGE) continue;
          bound = atLeast;
          freeEdge = e;
          freeFor = r;
          continue;
        }
        const price = personPrice[p]!;
        const d = atLeast + price;
        if (d >= bound || shut[e] !== OPEN_EDGE) continue;
        const v = p << RECORD_SHIFT;
        const before = person[v + DISTANCE]!;
        if (d >= before) continue;
        if (before === 0) seenPeople[peopleCount++] = p;
        person[v + DISTANCE] = d;
        person[v + FROM_REQUEST] = r;
        person[v + FROM_EDGE] = e;
        if (person[v + USED]! < capacity[p]!) {
          bound = d;
          freeEdge = e;
          freeFor = r;
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
            freeEdge = NO_EDGE;
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
    this.#augment(freeEdge === NO_EDGE ? openAt : freeFor, freeEdge, displaced);
  }

  /** Moves one unit along the path that the search left behind: it ends at `last`, with a free person or a place left open. */
  #augment(last: number, freeEdge: number, displaced: number): void {
    const { request, person, edgePerson, shut, slot } = this.#net;
    let r = last;
    if (freeEdge === NO_EDGE) request[r + OPEN]! += 1;
    else takePlace(this.#net, edgePerson[freeEdge]!, r, freeEdge);
    for (let s = request[r + FROM_SLOT]!; s !== NONE; s = request[r + FROM_SLOT]!) {
      if (slot[s + PERSON] === displaced) {
        givePlace(this.#net, s);
        return;
      }
      const v = slot[s + PERSON]! << RECORD_SHIFT;
      const e = person[v + FROM_EDGE]!;
      shut[slot[s + EDGE]!] = OPEN_EDGE;
      shut[e] = IN_PLAN;
      r = person[v + FROM_REQUEST]!;
      slot[s] = r;
      slot[s + EDGE] = e;
    }
  }
}
