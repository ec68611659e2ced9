import { expect, test } from "vitest";
import type { Problem } from "../problem.ts";
import { ProblemError } from "../problem-error.ts";
import { solve } from "../solve.ts";
import { LivePlan } from "./live-plan.ts";

/** Two requests, of which the first one needs two people, and two people. */
const problem: Problem = {
  need: Int32Array.of(2, 1),
  urgency: Uint8Array.of(0, 1),
  unfilledCost: Int32Array.of(100, 200),
  capacity: Int32Array.of(1, 1),
  edgeStart: Int32Array.of(0, 2, 3),
  edgePerson: Int32Array.of(0, 1, 0),
  edgeCost: Int32Array.of(1, 2, 3),
  hold: new Uint8Array(3),
};

const arrival = { need: 1, urgency: 0, unfilledCost: 100, people: [{ to: 0, cost: 5 }] };

test.each<[string, (live: LivePlan) => void, object]>([
  [
    "a broken need",
    (live) => live.requestArrives({ ...arrival, need: 1.5 }),
    { code: "need", where: { request: 2 }, value: 1.5 },
  ],
  [
    "a class that there is not",
    (live) => live.requestArrives({ ...arrival, urgency: 16 }),
    { code: "urgency", where: { request: 2 } },
  ],
  [
    "a cost that is no number",
    (live) => live.requestArrives({ ...arrival, people: [{ to: 1, cost: Number.NaN }] }),
    { code: "edge-cost", where: { request: 2, person: 1 } },
  ],
  [
    "the same person twice",
    (live) => live.requestArrives({ ...arrival, people: [...arrival.people, ...arrival.people] }),
    { code: "duplicate-edge", where: { request: 2, person: 0 } },
  ],
  [
    "an unknown person",
    (live) => live.requestArrives({ ...arrival, people: [{ to: 7, cost: 1 }] }),
    { code: "unknown-person", where: { person: 7 } },
  ],
  [
    "a negative capacity",
    (live) => live.personArrives({ capacity: -1, requests: [] }),
    { code: "capacity", where: { person: 2 }, value: -1 },
  ],
  ["an unknown request", (live) => live.requestWithdrawn(2), { code: "unknown-request", where: { request: 2 } }],
  ["growing by less than nothing", (live) => live.requestGrows(0, -1), { code: "need", where: { request: 0 } }],
  ["shrinking below nothing", (live) => live.requestShrinks(0, 3), { code: "need", where: { request: 0 } }],
  ["losing more than there is", (live) => live.personLoses(1, 2), { code: "capacity", where: { person: 1 } }],
  ["gaining half a place", (live) => live.personGains(1, 0.5), { code: "capacity", where: { person: 1 } }],
  ["a pin on no candidate", (live) => live.pin(1, 1), { code: "unknown-edge", where: { request: 1, person: 1 } }],
])("%s is refused by name, and the plan stays as it was", (_, happen, fault) => {
  const live = new LivePlan(problem, solve(problem));
  const before = live.snapshot();
  let thrown: unknown;
  try {
    happen(live);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(ProblemError);
  expect(thrown).toMatchObject(fault);
  expect(live.snapshot()).toEqual(before);
});
