import { EDGES, EDGES_END, type Network, OPEN_COST, OPEN_EDGE, RECORD_SHIFT } from "./network.ts";
import { MAX_UNFILLED_COST } from "./problem.ts";

const NOBODY = -1;
/** Each phase bids in steps this many times finer. */
const FINER = 6;
/** A phase that needs more is a price war over too few people: the exact searches settle that sooner. */
const BIDS_A_PLACE = 4;

/**
 * Bertsekas' auction with falling steps: requests bid for people, each as much as their second choice makes them worth, plus
 * a step. It needs no paths, so it does not mind that everybody is near to everybody. The result is within one
 * step a place of the best plan, and its prices make the exact searches that follow short.
 *
 * `wanted` says how many places each request is to fill. Writes the people's prices, nothing else.
 */
export class Auction {
  readonly #net: Network;
  readonly #wanted: Int32Array;
  readonly #missing: Int32Array;
  readonly #held: Uint8Array;
  /** The places of person p are `placeStart[p] .. placeStart[p + 1]`; each has its own last bid, the person's price is the least. */
  readonly #placeStart: Int32Array;
  readonly #bid: Int32Array;
  readonly #holder: Int32Array;
  readonly #edgeRequest: Int32Array;
  readonly #queue: Int32Array;
  /** The queue is a ring: where it begins, and how many wait. */
  #next = 0;
  #waiting = 0;

  constructor(net: Network, wanted: Int32Array) {
    this.#net = net;
    this.#wanted = wanted;
    this.#missing = new Int32Array(wanted.length);
    this.#held = new Uint8Array(net.edgePerson.length);
    this.#edgeRequest = requestsOfEdges(net, wanted.length);
    this.#placeStart = placesOf(net);
    this.#bid = new Int32Array(this.#placeStart[net.capacity.length]!);
    this.#holder = new Int32Array(this.#bid.length);
    this.#queue = new Int32Array(wanted.length);
    for (let p = 0; p < net.capacity.length; p++) if (net.capacity[p] === 0) net.personPrice[p] = MAX_UNFILLED_COST;
  }

  /** Runs all phases, or until `cancelled` says so, and returns 1 for each edge whose request holds its person. */
  run(cancelled?: () => boolean): Uint8Array {
    let step = Math.max(1, Math.floor(this.#dearest() / FINER));
    for (;;) {
      this.#phase(step);
      if (step === 1 || cancelled?.()) return this.#held;
      step = Math.max(1, Math.floor(step / FINER));
    }
  }

  #dearest(): number {
    let most = 0;
    for (let e = 0; e < this.#net.edgeCost.length; e++)
      if (this.#net.edgeCost[e]! > most) most = this.#net.edgeCost[e]!;
    return most;
  }

  /** Everybody starts again with empty hands at the prices reached; nobody is asked to pay for a place that nobody took. */
  #phase(step: number): void {
    const { personPrice, capacity } = this.#net;
    for (let p = 0; p < capacity.length; p++) {
      for (let at = this.#placeStart[p]!; at < this.#placeStart[p + 1]!; at++) {
        this.#bid[at] = personPrice[p]!;
        this.#holder[at] = NOBODY;
      }
    }
    this.#held.fill(0);
    this.#missing.set(this.#wanted);
    this.#waiting = 0;
    let places = 0;
    for (let r = 0; r < this.#wanted.length; r++) {
      places += this.#wanted[r]!;
      if (this.#wanted[r]! > 0) this.#enqueue(r);
    }
    for (let bids = BIDS_A_PLACE * places; this.#waiting > 0 && bids > 0; ) {
      const r = this.#queue[this.#next]!;
      this.#next = (this.#next + 1) % this.#queue.length;
      this.#waiting--;
      for (; this.#missing[r]! > 0; bids--) this.#bidFor(r, step);
    }
    for (let p = 0; p < capacity.length; p++) if (!this.#isTaken(p)) personPrice[p] = 0;
  }

  #isTaken(p: number): boolean {
    for (let at = this.#placeStart[p]!; at < this.#placeStart[p + 1]!; at++)
      if (this.#holder[at] === NOBODY) return false;
    return true;
  }

  #bidFor(r: number, step: number): void {
    const { request, personPrice, edgePerson, edgeCost, shut } = this.#net;
    const node = r << RECORD_SHIFT;
    const open = request[node + OPEN_COST]!;
    let best = open;
    let second = open;
    let bestEdge = NOBODY;
    for (let e = request[node + EDGES]!, end = request[node + EDGES_END]!; e < end; e++) {
      const level = edgeCost[e]! + personPrice[edgePerson[e]!]!;
      if (level >= second || this.#held[e] !== 0 || shut[e] !== OPEN_EDGE) continue;
      if (level < best) {
        second = best;
        best = level;
        bestEdge = e;
      } else {
        second = level;
      }
    }
    if (bestEdge === NOBODY) this.#missing[r] = 0;
    else this.#take(r, bestEdge, personPrice[edgePerson[bestEdge]!]! + second - best + step);
  }

  /** The request takes the person's cheapest place; whoever held it has to bid again. */
  #take(r: number, e: number, bid: number): void {
    const p = this.#net.edgePerson[e]!;
    const start = this.#placeStart[p]!;
    const end = this.#placeStart[p + 1]!;
    let cheapest = start;
    for (let at = start + 1; at < end; at++) if (this.#bid[at]! < this.#bid[cheapest]!) cheapest = at;
    const before = this.#holder[cheapest]!;
    this.#holder[cheapest] = e;
    this.#bid[cheapest] = bid;
    this.#held[e] = 1;
    this.#missing[r]! -= 1;
    let price = bid;
    for (let at = start; at < end; at++) if (this.#bid[at]! < price) price = this.#bid[at]!;
    this.#net.personPrice[p] = price;
    if (before === NOBODY) return;
    const loser = this.#edgeRequest[before]!;
    this.#held[before] = 0;
    if (this.#missing[loser]!++ === 0) this.#enqueue(loser);
  }

  #enqueue(r: number): void {
    this.#queue[(this.#next + this.#waiting++) % this.#queue.length] = r;
  }
}

/** The request of each edge. */
function requestsOfEdges({ request, edgePerson }: Network, requests: number): Int32Array {
  const of = new Int32Array(edgePerson.length);
  for (let r = 0; r < requests; r++)
    of.fill(r, request[(r << RECORD_SHIFT) + EDGES]!, request[(r << RECORD_SHIFT) + EDGES_END]!);
  return of;
}

/** Where each person's places begin; nobody has more of them than edges. */
function placesOf({ capacity, edgePerson }: Network): Int32Array {
  const named = new Int32Array(capacity.length);
  for (let e = 0; e < edgePerson.length; e++) named[edgePerson[e]!]! += 1;
  const start = new Int32Array(capacity.length + 1);
  for (let p = 0; p < capacity.length; p++) start[p + 1] = start[p]! + Math.min(capacity[p]!, named[p]!);
  return start;
}
