import * as network from "./network.ts";
import { givePlace, isKnown, type Network, takePlace } from "./network.ts";
import { RequestHeap } from "./request-heap.ts";

/**
 * A file's own constants are folded into its machine code, imported ones are read and checked at each use: a tenth of the time
 * where searches are long.
 */
const {
  DISTANCE,
  EDGE,
  EDGES,
  EDGES_END,
  FROM_SLOT,
  IN_PLAN,
  MET,
  NEAREST,
  NEXT,
  NONE,
  OPEN,
  OPEN_COST,
  OPEN_EDGE,
  PERSON,
  PERSON_SHIFT,
  PRICE,
  RECORD,
  SLOTS,
  USED,
} = network;

/**
 * Words of what a search keeps of a person it has met: number, distance, and the request and edge over which it came. The first
 * record belongs to nobody and stays at 0: the distance of whoever has not been met.
 */
const SEEN_RECORD = 4;
const SEEN_DISTANCE = 1;
const SEEN_REQUEST = 2;
const SEEN_EDGE = 3;

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
  #seen: Int32Array = new Int32Array(256 * SEEN_RECORD);
  /** Edges of the request under way to people who may be full or cost something, and the distances over them. */
  #names = new Int32Array(64);
  #levels = new Int32Array(64);
  #mets = new Int32Array(64);
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
  }

  /** Fills one more place of the request at `source`, or leaves the place open that costs least. */
  place(source: number): void {
    this.searches++;
    const { request } = this.#net;
    this.#ready[0] = source;
    this.#seenRequests[0] = source;
    request[source + DISTANCE] = NEAREST;
    request[source + FROM_SLOT] = NONE;
    this.#run(1, SEEN_RECORD, NEAREST + request[source + OPEN_COST]! - request[source + PRICE]!, source, NOBODY);
  }

  /** Counts places that somebody next door has taken without a search. */
  countTaken(places: number): void {
    this.searches += places;
    this.scans += places;
  }

  /** Takes one place away from a person who holds too many, so that the plan loses least. */
  displace(p: number): void {
    const { request, person, personPrice, edgeCost, slot } = this.#net;
    const v = p << PERSON_SHIFT;
    let bound = 0;
    let openAt = NOBODY;
    let requestCount = 0;
    person[v + MET] = SEEN_RECORD;
    this.#seen[SEEN_RECORD] = p;
    this.#seen[SEEN_RECORD + SEEN_DISTANCE] = NEAREST;
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
    this.#run(requestCount, 2 * SEEN_RECORD, bound, openAt, p);
  }

  /**
   * Searches on from the requests already met: ready at NEAREST when the source is a request, in the heap when it is the
   * person `displaced`. `bound` is the distance of the nearest end known, the place at `openAt` left open.
   */
  #run(requestCount: number, seenEnd: number, bound: number, openAt: number, displaced: number): void {
    const { request, person, personPrice, capacity, known, edgePerson, edgeCost, shut, slot } = this.#net;
    const heap = this.#heap;
    const ready = this.#ready;
    const seenRequests = this.#seenRequests;
    let seen: Int32Array = this.#seen;
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
      const begin = request[r + EDGES]!;
      const end = request[r + EDGES_END]!;
      if (end - begin > this.#names.length) this.#nameUpTo(end - begin);
      const names = this.#names;
      const levels = this.#levels;
      const mets = this.#mets;
      let named = 0;
      for (let e = begin; e < end; e++) {
        const atLeast = base + edgeCost[e]!;
        if (atLeast >= bound || shut[e] !== OPEN_EDGE) continue;
        if (isKnown(known, edgePerson[e]!)) {
          names[named++] = e;
          continue;
        }
        bound = atLeast;
        freeEdge = e;
        freeFor = r;
      }
      // Prices and records are read in a loop of their own that decides nothing: the processor then fetches them all at once
      // instead of waiting for one after the other.
      for (let at = 0; at < named; at++) {
        const e = names[at]!;
        const p = edgePerson[e]!;
        levels[at] = base + edgeCost[e]! + personPrice[p]!;
        mets[at] = person[(p << PERSON_SHIFT) + MET]!;
      }
      for (let at = 0; at < named; at++) {
        const d = levels[at]!;
        let met = mets[at]!;
        if (d >= bound || d >= seen[met + SEEN_DISTANCE]!) continue;
        const e = names[at]!;
        const p = edgePerson[e]!;
        const v = p << PERSON_SHIFT;
        if (met === 0) {
          if (seenEnd === seen.length) seen = this.#seeMore();
          met = seenEnd;
          seenEnd += SEEN_RECORD;
          person[v + MET] = met;
          seen[met] = p;
        }
        seen[met + SEEN_DISTANCE] = d;
        seen[met + SEEN_REQUEST] = r;
        seen[met + SEEN_EDGE] = e;
        if (person[v + USED]! < capacity[p]!) {
          bound = d;
          freeEdge = e;
          freeFor = r;
          continue;
        }
        const over = base + edgeCost[e]!;
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
    this.scans += scans;
    this.#augment(freeEdge === NO_EDGE ? openAt : freeFor, freeEdge, displaced);
    for (let at = 0; at < requestCount; at++) {
      const r = seenRequests[at]!;
      const left = bound - request[r + DISTANCE]!;
      if (left > 0) request[r + PRICE]! += left;
      request[r + DISTANCE] = 0;
    }
    for (let met = SEEN_RECORD; met < seenEnd; met += SEEN_RECORD) {
      const p = seen[met]!;
      const left = bound - seen[met + SEEN_DISTANCE]!;
      if (left > 0) personPrice[p]! += left;
      person[(p << PERSON_SHIFT) + MET] = 0;
    }
  }

  #seeMore(): Int32Array {
    const seen = new Int32Array(2 * this.#seen.length);
    seen.set(this.#seen);
    this.#seen = seen;
    return seen;
  }

  #nameUpTo(edges: number): void {
    this.#names = new Int32Array(2 * edges);
    this.#levels = new Int32Array(2 * edges);
    this.#mets = new Int32Array(2 * edges);
  }

  /** Moves one unit along the path that the search left behind: it ends at `last`, with a free person or a place left open. */
  #augment(last: number, freeEdge: number, displaced: number): void {
    const { request, person, edgePerson, shut, slot } = this.#net;
    const seen = this.#seen;
    let r = last;
    if (freeEdge === NO_EDGE) request[r + OPEN]! += 1;
    else takePlace(this.#net, edgePerson[freeEdge]!, r, freeEdge);
    for (let s = request[r + FROM_SLOT]!; s !== NONE; s = request[r + FROM_SLOT]!) {
      if (slot[s + PERSON] === displaced) {
        givePlace(this.#net, s);
        return;
      }
      const met = person[(slot[s + PERSON]! << PERSON_SHIFT) + MET]!;
      const e = seen[met + SEEN_EDGE]!;
      shut[slot[s + EDGE]!] = OPEN_EDGE;
      shut[e] = IN_PLAN;
      r = seen[met + SEEN_REQUEST]!;
      slot[s] = r;
      slot[s + EDGE] = e;
    }
  }
}
