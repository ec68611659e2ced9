import {
  EDGES,
  EDGES_END,
  isFull,
  NEXT,
  type Network,
  NONE,
  OPEN,
  OPEN_EDGE,
  PERSON_SHIFT,
  RECORD_SHIFT,
  SLOTS,
} from "./network.ts";
import { MAX_CLASSES } from "./problem.ts";

/**
 * Whether no exchange, however dear, would fill one more place or trade an open place for a less urgent one. This proves of a
 * plan made that the cost of an open place was high enough, where `costOfOpenPlaces` had to stay below the bound that
 * proves it of every plan. `urgency`: of each request of the network. Walks only what the open places can reach.
 */
export function urgencyHolds(net: Network, urgency: Uint8Array): boolean {
  const metRequests = new Uint8Array(urgency.length);
  const metPeople = new Uint8Array(net.capacity.length);
  for (const start of shortRequests(net, urgency)) {
    if (metRequests[start]) continue;
    const level = urgency[start]!;
    const reached = [start];
    metRequests[start] = 1;
    for (const number of reached) {
      const r = number << RECORD_SHIFT;
      for (let e = net.request[r + EDGES]!; e < net.request[r + EDGES_END]!; e++) {
        const p = net.edgePerson[e]!;
        if (net.shut[e] !== OPEN_EDGE || metPeople[p]) continue;
        metPeople[p] = 1;
        if (!isFull(net, p)) return false;
        for (let s = net.person[(p << PERSON_SHIFT) + SLOTS]!; s !== NONE; s = net.slot[s + NEXT]!) {
          const other = net.slot[s]! >> RECORD_SHIFT;
          if (metRequests[other]) continue;
          if (urgency[other]! < level) return false;
          metRequests[other] = 1;
          reached.push(other);
        }
      }
    }
  }
  return true;
}

/** Requests with open places, the most urgent first. */
function shortRequests(net: Network, urgency: Uint8Array): number[] {
  const byClass: number[][] = Array.from({ length: MAX_CLASSES }, () => []);
  for (let r = 0; r < urgency.length; r++) {
    if (net.request[(r << RECORD_SHIFT) + OPEN]! > 0) byClass[urgency[r]!]!.push(r);
  }
  return byClass.reverse().flat();
}
