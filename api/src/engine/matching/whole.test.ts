import { expect, test } from "vitest";
import type { Problem } from "./problem.ts";
import { solveWhole } from "./whole.ts";

/** Two requests of two places each share three people; the second is the more urgent. */
const problem: Problem = {
  need: Int32Array.of(2, 2),
  urgency: Uint8Array.of(0, 1),
  unfilledCost: Int32Array.of(100, 200),
  capacity: Int32Array.of(1, 1, 1),
  edgeStart: Int32Array.of(0, 3, 6),
  edgePerson: Int32Array.of(0, 1, 2, 0, 1, 2),
  edgeCost: Int32Array.of(1, 2, 3, 3, 2, 1),
  hold: new Uint8Array(6),
};

test("a request that cannot be filled whole is left empty, and the plan says so", () => {
  const plan = solveWhole(problem, [0, 1]);
  expect(plan.givenUp).toEqual([0]);
  expect([...plan.assigned]).toEqual([4, 5]);
  expect([...plan.unfilled]).toEqual([2, 0]);
  expect(plan.objective).toBe(203);
  expect(plan.bound).toBe(104);
});

test("a request without the rule is filled as far as it goes", () => {
  const plan = solveWhole(problem, [1]);
  expect(plan.givenUp).toEqual([]);
  expect([...plan.unfilled]).toEqual([1, 0]);
  expect(plan.objective).toBe(plan.bound);
});
