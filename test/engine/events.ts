import type { LivePlan, NewEdge } from "../../api/src/engine/matching/repair/live-plan.ts";
import { whole } from "../bench/matching/random.ts";

/** Does one random thing to the city, and says what. Events that the plan refuses are not chosen. */
export function happen(live: LivePlan, random: () => number): string {
  const kinds = live.requests > 0 && live.people > 0 ? 11 : 2;
  const r = whole(random, 0, Math.max(0, live.requests - 1));
  const p = whole(random, 0, Math.max(0, live.people - 1));
  const some = (count: number): NewEdge[] =>
    [...Array(count).keys()].filter(() => random() < 0.5).map((to) => ({ to, cost: whole(random, 0, 20) }));
  const { problem } = live.snapshot();
  const hold = (request: number) =>
    problem.hold.slice(problem.edgeStart[request]!, problem.edgeStart[request + 1]!).filter((h) => h === 1).length;
  const edges = problem.edgePerson.length;
  switch (whole(random, 0, kinds - 1)) {
    case 0: {
      const urgency = whole(random, 0, 2);
      const arrival = {
        need: whole(random, 0, 3),
        urgency,
        unfilledCost: 1000 * (urgency + 1),
        people: some(live.people),
      };
      live.requestArrives(arrival);
      return `request arrives ${JSON.stringify(arrival)}`;
    }
    case 1: {
      const arrival = { capacity: whole(random, 0, 3), requests: some(live.requests) };
      live.personArrives(arrival);
      return `person arrives ${JSON.stringify(arrival)}`;
    }
    case 2:
      live.requestGrows(r, 1);
      return `request ${r} grows`;
    case 3:
      if (problem.need[r]! - hold(r) < 1) return "nothing";
      live.requestShrinks(r, 1);
      return `request ${r} shrinks`;
    case 4:
      live.requestWithdrawn(r);
      return `request ${r} withdrawn`;
    case 5:
      live.personGains(p, 1);
      return `person ${p} gains`;
    case 6: {
      const pinned = problem.hold.filter((h, e) => h === 1 && problem.edgePerson[e] === p).length;
      if (problem.capacity[p]! - pinned < 1) return "nothing";
      live.personLoses(p, 1);
      return `person ${p} loses`;
    }
    case 7:
      live.personCancels(p);
      return `person ${p} cancels`;
    default: {
      if (edges === 0) return "nothing";
      const e = whole(random, 0, edges - 1);
      const person = problem.edgePerson[e]!;
      const request = problem.edgeStart.findIndex((start) => start > e) - 1;
      const pinned = problem.hold.filter((h, at) => h === 1 && problem.edgePerson[at] === person).length;
      if (problem.hold[e] === 1) {
        live.unpin(request, person);
        return `unpin ${request} ${person}`;
      }
      if (problem.hold[e] === 2) {
        live.unbar(request, person);
        return `unbar ${request} ${person}`;
      }
      if (random() < 0.4 || problem.capacity[person]! <= pinned || problem.need[request]! <= hold(request)) {
        live.bar(request, person);
        return `bar ${request} ${person}`;
      }
      live.pin(request, person);
      return `pin ${request} ${person}`;
    }
  }
}
