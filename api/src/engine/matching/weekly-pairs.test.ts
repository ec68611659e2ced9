import { expect, test } from "vitest";
import type { Problem } from "./problem.ts";
import { solvePairs, type Window } from "./weekly-pairs.ts";

const MONDAY_18 = 18 * 60;
const hours = (from: number, to: number): Window => ({ from: MONDAY_18 + 60 * from, to: MONDAY_18 + 60 * to });

/** Two children would both rather have the first tutor, who takes two; the second tutor costs more. */
const problem: Problem = {
  need: Int32Array.of(1, 1),
  urgency: Uint8Array.of(0, 0),
  unfilledCost: Int32Array.of(100, 100),
  capacity: Int32Array.of(2, 1),
  edgeStart: Int32Array.of(0, 2, 4),
  edgePerson: Int32Array.of(0, 1, 0, 1),
  edgeCost: Int32Array.of(1, 5, 2, 5),
  hold: new Uint8Array(4),
};

test("a tutor with two hours meets two children one after the other", () => {
  const evening = [hours(0, 2)];
  const plan = solvePairs(problem, { ofRequest: [evening, evening], minutes: [60, 60], ofPerson: [evening, evening] });
  expect(plan.pairs.map(({ request, person, time }) => [request, person, time])).toEqual([
    [0, 0, hours(0, 1)],
    [1, 0, hours(1, 2)],
  ]);
  expect(plan.objective).toBe(plan.bound);
});

test("a tutor with one hour meets one child, and the other gets the next tutor", () => {
  const hour = [hours(0, 1)];
  const plan = solvePairs(problem, { ofRequest: [hour, hour], minutes: [60, 60], ofPerson: [hour, hour] });
  expect(plan.pairs.map(({ request, person }) => [request, person])).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect(plan.objective).toBe(6);
  expect(plan.bound).toBe(3);
});

test("who has no common time is not paired", () => {
  const plan = solvePairs(problem, {
    ofRequest: [[hours(0, 1)], [hours(3, 4)]],
    minutes: [60, 60],
    ofPerson: [[hours(0, 1)], [hours(0, 1)]],
  });
  expect(plan.pairs.map(({ request, person }) => [request, person])).toEqual([[0, 0]]);
  expect([...plan.unfilled]).toEqual([0, 1]);
});
