import * as network from "./network.ts";
import { isKnown, type Network, takePlace } from "./network.ts";
import type { Search } from "./search.ts";

// A file's own constants are faster than imported ones; search.ts says why.
const { EDGES, EDGES_END, OPEN_COST, OPEN_EDGE, PERSON_SHIFT, PRICE, RECORD_SHIFT, SLOTS, SPARE } = network;

/** Requests served together. */
export const BLOCK = 64;
/** Places of one request that are tried together; more of them are left to the searches. */
const MOST = 8;
/** Full people whose ways on are fetched for one block; more of them are fetched by the searches, one after the other. */
const MOST_WAYS = 16 * BLOCK;
/** Edges in a line of the cache. */
const LINE = 16;

/**
 * Serves requests in blocks, where neighbours do not stand next to each other in memory and a city is larger than the caches.
 *
 * There nearly all of the time is waiting for memory, and a search has to wait for one record before it knows the next. So each
 * step is taken for the whole block before the next one begins: what one request asks the memory for does not
 * depend on another, and the processor fetches a dozen records at once. At 100,000 requests × 1,000,000 people filling the
 * places takes 120 ms instead of 207, where everything is in the cache anyway just as long as without.
 */
export class RequestBlock {
  readonly #net: Network;
  readonly #search: Search;
  /** The cheapest edges of each request, the cheapest first, and how many of them there are; then: how many were taken. */
  readonly #cheapest = new Int32Array(BLOCK * MOST);
  readonly #count = new Int32Array(BLOCK);
  readonly #ways = new Int32Array(MOST_WAYS);
  /** What was read only to have it near. Kept, so that no compiler finds the reading useless. */
  fetched = 0;

  constructor(net: Network, search: Search) {
    this.#net = net;
    this.#search = search;
  }

  /** Fills the wanted places of the requests `from .. to`, at most BLOCK of them, that have none filled yet. */
  serve(from: number, to: number, wanted: Int32Array): void {
    let end = 0;
    for (let r = from; r < to; r++) end += this.#choose(r, r - from, Math.min(wanted[r]!, MOST), end);
    this.#fetchChosen(end);
    for (let r = from, begin = 0; r < to; r++) begin += this.#take(r, r - from, begin);
    this.#fetchWays(from, to, wanted);
    for (let r = from; r < to; r++)
      for (let unit = this.#count[r - from]!; unit < wanted[r]!; unit++) this.#search.place(r << RECORD_SHIFT);
  }

  /** Finds the `most` cheapest edges of request `number`, by their cost alone, and puts them at `begin`; returns how many. */
  #choose(number: number, at: number, most: number, begin: number): number {
    const { request, edgeCost, shut } = this.#net;
    const cheapest = this.#cheapest;
    const r = number << RECORD_SHIFT;
    let under = most === 0 ? 0 : request[r + OPEN_COST]!;
    let count = 0;
    for (let e = request[r + EDGES]!, end = request[r + EDGES_END]!; e < end; e++) {
      const cost = edgeCost[e]!;
      if (cost >= under || shut[e] !== OPEN_EDGE) continue;
      if (count < most) count++;
      let to = begin + count - 1;
      for (; to > begin && edgeCost[cheapest[to - 1]!]! > cost; to--) cheapest[to] = cheapest[to - 1]!;
      cheapest[to] = e;
      if (count === most) under = edgeCost[cheapest[begin + count - 1]!]!;
    }
    this.#count[at] = count;
    return count;
  }

  #fetchChosen(end: number): void {
    const { person, capacity, edgePerson } = this.#net;
    let fetched = 0;
    for (let at = 0; at < end; at++) {
      const p = edgePerson[this.#cheapest[at]!]!;
      // Written, not read: a new page of memory that is read first has to be mapped twice.
      person[(p << PERSON_SHIFT) + SPARE] = 0;
      fetched |= capacity[p]!;
    }
    this.fetched |= fetched;
  }

  /**
   * Takes the chosen people up to the first who may be full or cost something: whoever costs nothing is nearest by the cost of
   * the edge alone. Returns how many were chosen.
   */
  #take(number: number, at: number, begin: number): number {
    const net = this.#net;
    const { request, edgePerson, edgeCost, known } = net;
    const r = number << RECORD_SHIFT;
    const count = this.#count[at]!;
    let taken = 0;
    for (; taken < count; taken++) {
      const e = this.#cheapest[begin + taken]!;
      const p = edgePerson[e]!;
      if (isKnown(known, p)) break;
      takePlace(net, p, r, e);
      request[r + PRICE] = edgeCost[e]!;
    }
    this.#search.countTaken(taken);
    this.#count[at] = taken;
    return count;
  }

  /** Fetches what the searches of the block will read first: full people nearby, whom they are with, and their edges. */
  #fetchWays(from: number, to: number, wanted: Int32Array): void {
    const { request, person, personPrice, capacity, edgePerson, edgeCost, shut, slot } = this.#net;
    const ways = this.#ways;
    let end = 0;
    for (let r = from; r < to && end < ways.length; r++)
      if (this.#count[r - from]! < wanted[r]!) end = this.#fullNear(r << RECORD_SHIFT, end);
    let fetched = 0;
    for (let at = 0; at < end; at++) {
      const p = ways[at]!;
      fetched |= personPrice[p]! | capacity[p]!;
      ways[at] = person[(p << PERSON_SHIFT) + SLOTS]!;
    }
    for (let at = 0; at < end; at++) ways[at] = slot[ways[at]!]!;
    for (let at = 0; at < end; at++) ways[at] = request[ways[at]! + EDGES]!;
    for (let at = 0; at < end; at++) {
      const e = ways[at]!;
      fetched |= edgeCost[e]! | edgeCost[e + LINE]! | edgePerson[e]! | edgePerson[e + LINE]! | shut[e]!;
    }
    this.fetched |= fetched;
  }

  /** Adds to the ways, from `end` on, people cheaper than the cheapest who is free; returns where they end. */
  #fullNear(r: number, end: number): number {
    const { request, known, edgePerson, edgeCost, shut } = this.#net;
    const ways = this.#ways;
    let under = request[r + OPEN_COST]!;
    for (let e = request[r + EDGES]!, stop = request[r + EDGES_END]!; e < stop; e++) {
      const cost = edgeCost[e]!;
      if (cost >= under || shut[e] !== OPEN_EDGE) continue;
      const p = edgePerson[e]!;
      if (!isKnown(known, p)) under = cost;
      else if (end < ways.length) ways[end++] = p;
    }
    return end;
  }
}
