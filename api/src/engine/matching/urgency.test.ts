import { expect, test } from "vitest";
import type { Problem } from "./problem.ts";
import { solve } from "./solve.ts";
import { costOfOpenPlaces } from "./urgency.ts";

const urgency = Uint8Array.of(0, 1);
const edgeStart = Int32Array.of(0, 1, 2);
const edgeCost = Int32Array.of(0, 1000);

/** One person, whom the less urgent request could have for nothing. */
function problem(unfilledCost: Int32Array): Problem {
  return {
    need: Int32Array.of(1, 1),
    urgency,
    unfilledCost,
    capacity: Int32Array.of(1),
    edgeStart,
    edgePerson: Int32Array.of(0, 0),
    edgeCost,
    hold: new Uint8Array(2),
  };
}

test("the cost of an open place is high enough that the more urgent request gets the person", () => {
  const dear = problem(costOfOpenPlaces(urgency, edgeStart, edgeCost));
  const plan = solve(dear);
  expect([...plan.unfilledByClass]).toEqual([1, 0]);
  expect(plan.inUrgencyOrder).toBe(true);
});

test("a cost that is too low is found out", () => {
  const cheap = problem(Int32Array.of(10, 20));
  const plan = solve(cheap);
  expect([...plan.unfilledByClass]).toEqual([0, 1]);
  expect(plan.inUrgencyOrder).toBe(false);
});
