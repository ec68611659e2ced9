import { describe, expect, test } from "vitest";
import { Explanation } from "../../api/src/engine/matching/explain/explanation.ts";
import { FREE, PINNED, type Problem } from "../../api/src/engine/matching/problem.ts";
import { solve } from "../../api/src/engine/matching/solve.ts";
import { smallProblem } from "./small-problem.ts";

const FIRST_SEED = Number(process.env.SEED ?? 1);

describe("an explanation", () => {
  test("prices a forced pair at exactly what the plan with it costs more, on 300 small problems", () => {
    let priced = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 300; seed++) {
      const problem = smallProblem(seed);
      const plan = solve(problem);
      const explanation = new Explanation(problem, plan);
      for (const { request, person, edge } of freePairs(problem)) {
        const forced = withPin(problem, edge);
        if (!hasRoom(forced, request, person)) continue;
        const price = solve(forced).objective - plan.objective;
        expect({ seed, edge, price: explanation.priceOf(request, person) }).toEqual({ seed, edge, price });
        expect({ seed, edge, bounded: explanation.leastPriceOf(request, person) <= price }).toEqual({
          seed,
          edge,
          bounded: true,
        });
        priced++;
      }
    }
    expect(priced).toBeGreaterThan(1000);
  });

  test("says what one more place of a person is worth, at least as long as prices tell", () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 200; seed++) {
      const problem = smallProblem(seed);
      const plan = solve(problem);
      const explanation = new Explanation(problem, plan);
      for (let p = 0; p < problem.capacity.length; p++) {
        const capacity = problem.capacity.slice();
        capacity[p]! += 1;
        const gain = plan.objective - solve({ ...problem, capacity }).objective;
        expect({ seed, p, holds: gain <= explanation.contested(p) }).toEqual({ seed, p, holds: true });
      }
    }
  });

  test("shows who shares whom: where the cut is closed, its people have fewer places than its requests need", () => {
    let cuts = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 300; seed++) {
      const problem = smallProblem(seed);
      const plan = solve(problem);
      const explanation = new Explanation(problem, plan);
      for (let r = 0; r < problem.need.length; r++) {
        if (plan.unfilled[r] === 0 || problem.edgeStart[r] === problem.edgeStart[r + 1]) continue;
        const cut = explanation.cut(r);
        if (!cut.closed) continue;
        cuts++;
        expect(cut.requests[0]).toBe(r);
        const open = cut.requests.reduce((sum, number) => sum + plan.unfilled[number]!, 0);
        expect({ seed, r, short: open > 0 && cut.needed - open <= cut.places }).toEqual({ seed, r, short: true });
      }
    }
    expect(cuts).toBeGreaterThan(50);
  });

  test("finds the cheapest rule to relax: what the new candidate costs with everybody who has to move", () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 200; seed++) {
      const problem = smallProblem(seed);
      const plan = solve(problem);
      const explanation = new Explanation(problem, plan);
      const r = plan.unfilled.findIndex((open) => open > 0);
      if (r < 0) continue;
      const named = new Set(problem.edgePerson.slice(problem.edgeStart[r], problem.edgeStart[r + 1]));
      const stranger = [...problem.capacity.keys()].find((p) => !named.has(p));
      if (stranger === undefined) continue;
      const gain = plan.objective - solve(withEdge(problem, r, stranger, 5)).objective;
      const found = explanation.relaxations(r, new Map([["saturday", [{ person: stranger, cost: 5 }]]]));
      expect({ seed, gain: found[0]?.gain ?? 0 }).toEqual({ seed, gain });
    }
  });
});

function freePairs({
  need,
  edgeStart,
  edgePerson,
  hold,
}: Problem): { request: number; person: number; edge: number }[] {
  const pairs = [];
  for (let request = 0; request < need.length; request++) {
    for (let edge = edgeStart[request]!; edge < edgeStart[request + 1]!; edge++) {
      if (hold[edge] === FREE) pairs.push({ request, person: edgePerson[edge]!, edge });
    }
  }
  return pairs;
}

function withPin(problem: Problem, edge: number): Problem {
  const hold = problem.hold.slice();
  hold[edge] = PINNED;
  return { ...problem, hold };
}

function hasRoom({ need, capacity, edgeStart, edgePerson, hold }: Problem, request: number, person: number): boolean {
  let places = need[request]!;
  for (let e = edgeStart[request]!; e < edgeStart[request + 1]!; e++) if (hold[e] === PINNED) places--;
  let room = capacity[person]!;
  for (const [e, p] of edgePerson.entries()) if (p === person && hold[e] === PINNED) room--;
  return places >= 0 && room >= 0;
}

function withEdge(problem: Problem, request: number, person: number, cost: number): Problem {
  const at = problem.edgeStart[request + 1]!;
  const inserted = (array: Int32Array | Uint8Array, value: number) => [
    ...array.slice(0, at),
    value,
    ...array.slice(at),
  ];
  return {
    ...problem,
    edgeStart: problem.edgeStart.map((start, r) => (r > request ? start + 1 : start)),
    edgePerson: Int32Array.from(inserted(problem.edgePerson, person)),
    edgeCost: Int32Array.from(inserted(problem.edgeCost, cost)),
    hold: Uint8Array.from(inserted(problem.hold, FREE)),
  };
}
