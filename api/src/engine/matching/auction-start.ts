import { Auction } from "./auction.ts";
import { EdgesOfPeople } from "./edges-of-people.ts";
import {
  EDGES,
  EDGES_END,
  isFull,
  know,
  type Network,
  OPEN_COST,
  OPEN_EDGE,
  PRICE,
  RECORD_SHIFT,
  takePlace,
} from "./network.ts";
import { Pull } from "./pull.ts";
import type { Search } from "./search.ts";

/**
 * Solves a network in which searches would get long: an auction first, then the exact searches from where it ended. The
 * auction is wrong by a step here and there; whatever its prices do not justify is given back and searched for.
 * Returns false when cancelled.
 */
export function solveFromAuction(net: Network, wanted: Int32Array, search: Search, cancelled: () => boolean): boolean {
  const held = new Auction(net, wanted).run(cancelled);
  const edges = new EdgesOfPeople(net);
  setRequestPrices(net, wanted.length, held);
  lowerPersonPrices(net, edges, held);
  const missing = keepJustified(net, wanted, held);
  for (let r = 0; r < wanted.length; r++) {
    for (let unit = 0; unit < missing[r]!; unit++) {
      if (search.searches % 1024 === 0 && cancelled()) return false;
      search.place(r << RECORD_SHIFT);
    }
  }
  const pull = new Pull(net, edges);
  for (let p = 0; p < net.capacity.length; p++) if (net.personPrice[p]! > 0 && !isFull(net, p)) pull.offer(p);
  return true;
}

/** A request's price is that of its best candidate whom it does not hold. */
function setRequestPrices(
  { request, personPrice, edgePerson, edgeCost, shut }: Network,
  requests: number,
  held: Uint8Array,
): void {
  for (let r = 0; r < requests; r++) {
    const node = r << RECORD_SHIFT;
    let price = request[node + OPEN_COST]!;
    for (let e = request[node + EDGES]!; e < request[node + EDGES_END]!; e++) {
      if (shut[e] !== OPEN_EDGE || held[e] !== 0) continue;
      price = Math.min(price, edgeCost[e]! + personPrice[edgePerson[e]!]!);
    }
    request[node + PRICE] = price;
  }
}

/** Winners have paid up to a step too much: a price falls to what the holders can justify, but not so far that others would want in. */
function lowerPersonPrices(
  { request, personPrice, known, edgeCost, shut }: Network,
  edges: EdgesOfPeople,
  held: Uint8Array,
): void {
  for (let p = 0; p < personPrice.length; p++) {
    let justified = personPrice[p]!;
    let wanted = 0;
    for (let e = edges.first[p]!; e >= 0; e = edges.next[e]!) {
      if (shut[e] !== OPEN_EDGE) continue;
      const worth = request[edges.request[e]! + PRICE]! - edgeCost[e]!;
      if (held[e] === 0) wanted = Math.max(wanted, worth);
      else justified = Math.min(justified, worth);
    }
    personPrice[p] = Math.max(wanted, justified);
    if (personPrice[p]! > 0) know(known, p);
  }
}

/** Takes the places that the prices justify; returns how many each request still misses. */
function keepJustified(net: Network, wanted: Int32Array, held: Uint8Array): Int32Array {
  const { request, personPrice, edgePerson, edgeCost } = net;
  const missing = wanted.slice();
  for (let r = 0; r < wanted.length; r++) {
    const node = r << RECORD_SHIFT;
    for (let e = request[node + EDGES]!; e < request[node + EDGES_END]!; e++) {
      if (held[e] === 0 || edgeCost[e]! + personPrice[edgePerson[e]!]! > request[node + PRICE]!) continue;
      takePlace(net, edgePerson[e]!, node, e);
      missing[r]! -= 1;
    }
  }
  return missing;
}
