import {
  DISTANCE,
  EDGES,
  EDGES_END,
  FAR,
  type Network,
  OPEN,
  OPEN_COST,
  PARENT,
  PARENT_LINK,
  PLACES,
  PRICE,
  SLOTS,
  TAKEN,
} from "./network.ts";
import { RequestHeap } from "./request-heap.ts";

const NOWHERE = -1;

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
  readonly #heap: RequestHeap;
  readonly #ready: Int32Array;
  readonly #seenRequests: Int32Array;
  readonly #seenPeople: Int32Array;
  searches = 0;
  scans = 0;

  constructor(net: Network) {
    this.#net = net;
    this.#heap = new RequestHeap(net.requests);
    this.#ready = new Int32Array(net.requests + 1);
    this.#seenRequests = new Int32Array(net.requests + 1);
    this.#seenPeople = new Int32Array(net.people + 1);
  }

  /** Fills one more place of the request at `source`, or leaves the place open that costs least. */
  place(source: number): void {
    const { request, person, edge, slot } = this.#net;
    const heap = this.#heap;
    const ready = this.#ready;
    const seenRequests = this.#seenRequests;
    const seenPeople = this.#seenPeople;
    let readyCount = 1;
    let requestCount = 1;
    let peopleCount = 0;
    let scans = 0;
    let bound = request[source + OPEN_COST]! - request[source + PRICE]!;
    let openAt = source;
    let freeAt = NOWHERE;
    ready[0] = source;
    seenRequests[0] = source;
    request[source + DISTANCE] = 0;
    request[source + PARENT] = NOWHERE;
    let reach = 0;
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
      for (let e = request[r + EDGES]!, end = request[r + EDGES_END]!; e < end; e += 2) {
        const v = edge[e]!;
        if (v < 0) continue;
        const d = base + edge[e + 1]! + person[v + PRICE]!;
        if (d >= bound) continue;
        const before = person[v + DISTANCE]!;
        if (d >= before) continue;
        if (before === FAR) seenPeople[peopleCount++] = v;
        person[v + DISTANCE] = d;
        person[v + PARENT] = r;
        person[v + PARENT_LINK] = e;
        if (person[v + PLACES]! > 0) {
          bound = d;
          freeAt = v;
          continue;
        }
        const over = d - person[v + PRICE]!;
        for (let s = person[v + SLOTS]!, last = s + 2 * person[v + TAKEN]!; s < last; s += 2) {
          const other = slot[s]!;
          const further = over + request[other + PRICE]! - edge[slot[s + 1]! + 1]!;
          const known = request[other + DISTANCE]!;
          if (further >= bound || further >= known) continue;
          if (known === FAR) seenRequests[requestCount++] = other;
          request[other + DISTANCE] = further;
          request[other + PARENT] = v;
          request[other + PARENT_LINK] = s;
          const opened = further + request[other + OPEN_COST]! - request[other + PRICE]!;
          if (opened < bound) {
            bound = opened;
            openAt = other;
            freeAt = NOWHERE;
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
      request[r + DISTANCE] = FAR;
    }
    for (let at = 0; at < peopleCount; at++) {
      const v = seenPeople[at]!;
      const left = bound - person[v + DISTANCE]!;
      if (left > 0) person[v + PRICE]! += left;
      person[v + DISTANCE] = FAR;
    }
    this.searches++;
    this.scans += scans;
    this.#augment(openAt, freeAt);
  }

  #augment(openAt: number, freeAt: number): void {
    const { request, person, edge, slot } = this.#net;
    let r = openAt;
    if (freeAt === NOWHERE) {
      request[openAt + OPEN]! += 1;
    } else {
      const taken = person[freeAt + TAKEN]!;
      person[freeAt + PLACES]! -= 1;
      person[freeAt + TAKEN] = taken + 1;
      r = person[freeAt + PARENT]!;
      this.#hold(person[freeAt + SLOTS]! + 2 * taken, r, person[freeAt + PARENT_LINK]!);
    }
    for (let v = request[r + PARENT]!; v !== NOWHERE; v = request[r + PARENT]!) {
      const s = request[r + PARENT_LINK]!;
      const released = slot[s + 1]!;
      edge[released] = ~edge[released]!;
      r = person[v + PARENT]!;
      this.#hold(s, r, person[v + PARENT_LINK]!);
    }
  }

  #hold(s: number, r: number, e: number): void {
    const { edge, slot } = this.#net;
    slot[s] = r;
    slot[s + 1] = e;
    edge[e] = ~edge[e]!;
  }
}
