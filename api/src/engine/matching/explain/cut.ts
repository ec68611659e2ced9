import {
  EDGES,
  EDGES_END,
  isFull,
  NEXT,
  type Network,
  NONE,
  OPEN_EDGE,
  PERSON_SHIFT,
  RECORD_SHIFT,
  SLOTS,
} from "../network.ts";
import { BARRED, type Problem } from "../problem.ts";

/** These requests share these people, and all of them are full. */
export interface Cut {
  /** Numbers in the problem, the request asked about first. */
  readonly requests: readonly number[];
  readonly people: readonly number[];
  /** Places that the requests need, and that the people have. */
  readonly needed: number;
  readonly places: number;
  /** Whether every person is full: no exchange among the candidates, however dear, fills the place. */
  readonly closed: boolean;
}

/** Everyone who could hand a place on to the request through any chain of exchanges. */
export function cutOf(net: Network, problem: Problem, request: number): Cut {
  const requests = [request];
  const people: number[] = [];
  const metRequests = new Set(requests);
  const metPeople = new Set<number>();
  let closed = true;
  for (let at = 0; at < requests.length; at++) {
    const r = requests[at]! << RECORD_SHIFT;
    for (let e = net.request[r + EDGES]!; e < net.request[r + EDGES_END]!; e++) {
      const p = net.edgePerson[e]!;
      if (net.shut[e] !== OPEN_EDGE || metPeople.has(p)) continue;
      metPeople.add(p);
      people.push(p);
      if (!isFull(net, p)) closed = false;
      for (let s = net.person[(p << PERSON_SHIFT) + SLOTS]!; s !== NONE; s = net.slot[s + NEXT]!) {
        const other = net.slot[s]! >> RECORD_SHIFT;
        if (metRequests.has(other)) continue;
        metRequests.add(other);
        requests.push(other);
      }
    }
  }
  // Those whom a request of the cut holds without contest count as well: they fill its need.
  for (const number of requests) {
    const r = number << RECORD_SHIFT;
    for (let e = net.request[r + EDGES]!; e < net.request[r + EDGES_END]!; e++) {
      const p = net.edgePerson[e]!;
      if (net.shut[e] === OPEN_EDGE || problem.hold[e] === BARRED || metPeople.has(p)) continue;
      metPeople.add(p);
      people.push(p);
    }
  }
  const needed = requests.reduce((sum, number) => sum + problem.need[number]!, 0);
  const places = people.reduce((sum, p) => sum + problem.capacity[p]!, 0);
  return { requests, people, needed, places, closed };
}
