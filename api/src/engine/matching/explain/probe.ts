import { type EdgesOfPeople, MOVED } from "../edges-of-people.ts";
import {
  EDGE,
  EDGES,
  EDGES_END,
  IN_PLAN,
  isFull,
  NEXT,
  type Network,
  NONE,
  OPEN,
  OPEN_COST,
  OPEN_EDGE,
  PERSON_SHIFT,
  PRICE,
  RECORD_SHIFT,
  SLOTS,
  USED,
} from "../network.ts";
import { RequestHeap } from "../request-heap.ts";

/** Distances of a probe, in cost units; Infinity where there is no way. */
export interface Reach {
  /** To a free person or an open place. */
  readonly toEnd: number;
  readonly toRequest: number;
}

/**
 * Shortest ways through a plan that is left as it is: what a change would cost, without making it. Requests are known by
 * their numbers, people by theirs plus the number of requests.
 */
export class Probe {
  readonly #net: Network;
  readonly #edges: EdgesOfPeople;
  readonly #requests: number;
  readonly #heap = new RequestHeap();
  readonly #distance = new Map<number, number>();

  constructor(net: Network, edges: EdgesOfPeople) {
    this.#net = net;
    this.#edges = edges;
    this.#requests = net.request.length >> RECORD_SHIFT;
  }

  /**
   * What it costs when person `p` has one unit too many: to the nearest end, and to the request `target` that could do with
   * one less. Looks no further than `beyondEnd` past the nearest end.
   */
  fromPerson(p: number, target = -1, beyondEnd = 0): Reach {
    let toEnd = Number.POSITIVE_INFINITY;
    this.#start(this.#requests + p);
    for (let node = this.#nearest(); node >= 0; node = this.#nearest()) {
      const distance = this.#distance.get(node)!;
      if (distance > toEnd + beyondEnd) break;
      if (node === target) return { toEnd, toRequest: distance };
      toEnd = Math.min(toEnd, distance + this.#forward(node, distance));
    }
    return { toEnd, toRequest: Number.POSITIVE_INFINITY };
  }

  /** What the request gains at least by losing one unit: the distance from the nearest end to it. */
  toRequest(number: number): number {
    let toEnd = Number.POSITIVE_INFINITY;
    this.#start(number);
    for (let node = this.#nearest(); node >= 0; node = this.#nearest()) {
      const distance = this.#distance.get(node)!;
      if (distance >= toEnd) break;
      toEnd = Math.min(toEnd, distance + this.#backward(node, distance));
    }
    return toEnd;
  }

  #start(node: number): void {
    this.#distance.clear();
    this.#heap.clear();
    this.#meet(node, 0);
  }

  #nearest(): number {
    while (this.#heap.size > 0) {
      const distance = this.#heap.nearest();
      const node = this.#heap.pop();
      if (this.#distance.get(node) === distance) return node;
    }
    return -1;
  }

  #meet(node: number, distance: number): void {
    if (distance >= (this.#distance.get(node) ?? Number.POSITIVE_INFINITY)) return;
    this.#distance.set(node, distance);
    this.#heap.push(node, distance);
  }

  /** Meets whoever a unit can go on to; returns how far the end is from here. */
  #forward(node: number, distance: number): number {
    const { request, person, personPrice, edgePerson, edgeCost, shut, slot } = this.#net;
    if (node < this.#requests) {
      const r = node << RECORD_SHIFT;
      const base = distance - request[r + PRICE]!;
      for (let e = request[r + EDGES]!; e < request[r + EDGES_END]!; e++) {
        const p = edgePerson[e]!;
        if (shut[e] === OPEN_EDGE) this.#meet(this.#requests + p, base + edgeCost[e]! + personPrice[p]!);
      }
      return request[r + OPEN_COST]! - request[r + PRICE]!;
    }
    const p = node - this.#requests;
    if (!isFull(this.#net, p)) return personPrice[p]!;
    for (let s = person[(p << PERSON_SHIFT) + SLOTS]!; s !== NONE; s = slot[s + NEXT]!) {
      const r = slot[s]!;
      this.#meet(r >> RECORD_SHIFT, distance + request[r + PRICE]! - edgeCost[slot[s + EDGE]!]! - personPrice[p]!);
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Meets whoever a unit can come from; returns how far the end is from here. */
  #backward(node: number, distance: number): number {
    const { request, person, personPrice, edgePerson, edgeCost, shut } = this.#net;
    if (node < this.#requests) {
      const r = node << RECORD_SHIFT;
      const base = distance + request[r + PRICE]!;
      for (let e = request[r + EDGES]!; e < request[r + EDGES_END]!; e++) {
        const p = edgePerson[e]!;
        if (shut[e] === IN_PLAN) this.#meet(this.#requests + p, base - edgeCost[e]! - personPrice[p]!);
      }
      return request[r + OPEN]! > 0 ? 0 : Number.POSITIVE_INFINITY;
    }
    const p = node - this.#requests;
    const { first, next, request: requestOf } = this.#edges;
    for (let e = first[p]!; e >= 0; e = next[e]!) {
      const r = requestOf[e]!;
      if (r === MOVED || shut[e] !== OPEN_EDGE) continue;
      this.#meet(r >> RECORD_SHIFT, distance + edgeCost[e]! + personPrice[p]! - request[r + PRICE]!);
    }
    return person[(p << PERSON_SHIFT) + USED]! > 0 ? personPrice[p]! : Number.POSITIVE_INFINITY;
  }
}
