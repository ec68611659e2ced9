import { type EdgesOfPeople, MOVED } from "./edges-of-people.ts";
import {
  EDGE,
  EDGES,
  EDGES_END,
  givePlace,
  IN_PLAN,
  isFull,
  type Network,
  OPEN,
  OPEN_EDGE,
  PRICE,
  RECORD,
  RECORD_SHIFT,
  slotOf,
  takePlace,
} from "./network.ts";
import { RequestHeap } from "./request-heap.ts";

const NOBODY = -1;
const FAR = 0x7fffffff;

/**
 * The search against the arrows: somebody has a place to give, or a request one person too many; who gains most by it?
 *
 * It walks from a person to the requests that name them and from a request to the people it holds, who would then be free in
 * turn. It ends at an open place that gets filled, at a person who is simply let go, or where lowering the price of
 * the person to nothing costs less than any move. People wait in the heap here, and requests hand on.
 */
export class Pull {
  readonly #net: Network;
  readonly #edges: EdgesOfPeople;
  readonly #heap = new RequestHeap();
  /** Distance of each request and person, FAR outside of a search; the edge over which the path goes on towards the source. */
  #requestDistance = new Int32Array(0);
  #requestEdge = new Int32Array(0);
  #personDistance = new Int32Array(0);
  #personEdge = new Int32Array(0);
  readonly #seenRequests: number[] = [];
  readonly #seenPeople: number[] = [];
  #bound = 0;
  #openAt = NOBODY;
  #letGo = NOBODY;

  constructor(net: Network, edges: EdgesOfPeople) {
    this.#net = net;
    this.#edges = edges;
    this.fit();
  }

  /** Makes room again after the network has grown. */
  fit(): void {
    const requests = this.#net.request.length / RECORD;
    const people = this.#net.capacity.length;
    this.#requestDistance = new Int32Array(requests).fill(FAR);
    this.#requestEdge = new Int32Array(requests);
    this.#personDistance = new Int32Array(people).fill(FAR);
    this.#personEdge = new Int32Array(people);
  }

  /** Offers the free places of a person until all are taken or nobody would gain: the price is 0 then. */
  offer(p: number): void {
    while (this.#net.personPrice[p]! > 0 && !isFull(this.#net, p)) {
      this.#begin(this.#net.personPrice[p]!);
      this.#meetPerson(p, 0, NOBODY);
      this.#run();
      this.#lowerPrices();
      if (this.#openAt !== NOBODY || this.#letGo !== NOBODY) this.#move(p, NOBODY);
    }
  }

  /** Takes one person away from a request that holds one too many (given by its offset). */
  release(r: number): void {
    this.#begin(FAR);
    this.#meetRequest(r >> RECORD_SHIFT, 0, NOBODY);
    this.#run();
    this.#lowerPrices();
    this.#move(NOBODY, r);
  }

  #begin(bound: number): void {
    this.#bound = bound;
    this.#openAt = NOBODY;
    this.#letGo = NOBODY;
  }

  #run(): void {
    const heap = this.#heap;
    while (heap.size > 0 && heap.nearest() < this.#bound) {
      const distance = heap.nearest();
      const p = heap.pop();
      if (this.#personDistance[p] === distance) this.#scanNamings(p, distance);
    }
    heap.clear();
  }

  #scanNamings(p: number, distance: number): void {
    const { request, personPrice, edgeCost, shut } = this.#net;
    const { first, next, request: requestOf } = this.#edges;
    const base = distance + personPrice[p]!;
    for (let e = first[p]!; e >= 0; e = next[e]!) {
      const r = requestOf[e]!;
      if (r === MOVED || shut[e] !== OPEN_EDGE) continue;
      this.#meetRequest(r >> RECORD_SHIFT, base + edgeCost[e]! - request[r + PRICE]!, e);
    }
  }

  #meetRequest(number: number, distance: number, edge: number): void {
    const { request, personPrice, edgePerson, edgeCost, shut } = this.#net;
    const before = this.#requestDistance[number]!;
    if (distance >= this.#bound || distance >= before) return;
    if (before === FAR) this.#seenRequests.push(number);
    this.#requestDistance[number] = distance;
    this.#requestEdge[number] = edge;
    const r = number << RECORD_SHIFT;
    if (request[r + OPEN]! > 0) {
      this.#bound = distance;
      this.#openAt = number;
      this.#letGo = NOBODY;
      return;
    }
    const base = distance + request[r + PRICE]!;
    for (let e = request[r + EDGES]!; e < request[r + EDGES_END]!; e++) {
      if (shut[e] !== IN_PLAN) continue;
      const p = edgePerson[e]!;
      this.#meetPerson(p, base - edgeCost[e]! - personPrice[p]!, e);
    }
  }

  #meetPerson(p: number, distance: number, edge: number): void {
    const before = this.#personDistance[p]!;
    if (distance >= this.#bound || distance >= before) return;
    if (before === FAR) this.#seenPeople.push(p);
    this.#personDistance[p] = distance;
    this.#personEdge[p] = edge;
    this.#heap.push(p, distance);
    const price = this.#net.personPrice[p]!;
    if (edge === NOBODY || distance + price >= this.#bound) return;
    this.#bound = distance + price;
    this.#letGo = p;
    this.#openAt = NOBODY;
  }

  #lowerPrices(): void {
    const { request, personPrice } = this.#net;
    for (const number of this.#seenRequests) {
      const left = this.#bound - this.#requestDistance[number]!;
      if (left > 0) request[(number << RECORD_SHIFT) + PRICE]! -= left;
      this.#requestDistance[number] = FAR;
    }
    for (const p of this.#seenPeople) {
      const left = this.#bound - this.#personDistance[p]!;
      if (left > 0) personPrice[p]! -= left;
      this.#personDistance[p] = FAR;
    }
    this.#seenRequests.length = 0;
    this.#seenPeople.length = 0;
  }

  /** Moves one unit from the end that was found to the source: a person with a free place, or a request that loses one. */
  #move(source: number, losing: number): void {
    const net = this.#net;
    let r = this.#openAt << RECORD_SHIFT;
    if (this.#letGo === NOBODY) {
      net.request[r + OPEN]! -= 1;
    } else {
      const s = slotOf(net, this.#letGo, this.#personEdge[this.#letGo]!);
      r = net.slot[s]!;
      givePlace(net, s);
    }
    while (r !== losing) {
      const e = this.#requestEdge[r >> RECORD_SHIFT]!;
      const p = net.edgePerson[e]!;
      if (p === source) {
        takePlace(net, p, r, e);
        return;
      }
      const s = slotOf(net, p, this.#personEdge[p]!);
      const holder = net.slot[s]!;
      net.shut[net.slot[s + EDGE]!] = OPEN_EDGE;
      net.shut[e] = IN_PLAN;
      net.slot[s] = r;
      net.slot[s + EDGE] = e;
      r = holder;
    }
  }
}
