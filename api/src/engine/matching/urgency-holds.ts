import { EDGES, EDGES_END, isFull, NEXT, NONE, networkOf, OPEN_EDGE, RECORD_SHIFT, resume, SLOTS } from "./network.ts";
import type { Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";

/**
 * Whether no exchange, however dear, would fill one more place or trade an open place for a less urgent one. This proves of a
 * plan made that the cost of an open place was high enough, where `costOfOpenPlaces` had to stay below the bound that
 * proves it of every plan. Walks only what the open places can reach.
 */
export function urgencyHolds(problem: Problem, plan: Plan): boolean {
  const net = networkOf(problem);
  resume(net, problem, plan);
  const metRequests = new Uint8Array(problem.need.length);
  const metPeople = new Uint8Array(problem.capacity.length);
  const short = [...plan.unfilled.keys()].filter((r) => plan.unfilled[r]! > 0);
  for (const start of short.sort((a, b) => problem.urgency[b]! - problem.urgency[a]!)) {
    if (metRequests[start]) continue;
    const level = problem.urgency[start]!;
    const reached = [start];
    metRequests[start] = 1;
    for (const number of reached) {
      const r = number << RECORD_SHIFT;
      for (let e = net.request[r + EDGES]!; e < net.request[r + EDGES_END]!; e++) {
        const p = net.edgePerson[e]!;
        if (net.shut[e] !== OPEN_EDGE || metPeople[p]) continue;
        metPeople[p] = 1;
        if (!isFull(net, p)) return false;
        for (let s = net.person[(p << RECORD_SHIFT) + SLOTS]!; s !== NONE; s = net.slot[s + NEXT]!) {
          const other = net.slot[s]! >> RECORD_SHIFT;
          if (metRequests[other]) continue;
          if (problem.urgency[other]! < level) return false;
          metRequests[other] = 1;
          reached.push(other);
        }
      }
    }
  }
  return true;
}
