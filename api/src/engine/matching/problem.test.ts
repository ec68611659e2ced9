import { describe, expect, test } from "vitest";
import { standardWeights } from "../cost/weights.ts";
import { buildProblem, type ProblemRows } from "./build.ts";
import { checkProblem, type Problem } from "./problem.ts";
import { ProblemError } from "./problem-error.ts";
import { solve } from "./solve.ts";

const problem: Problem = {
  need: Int32Array.of(1, 1),
  urgency: Uint8Array.of(0, 1),
  unfilledCost: Int32Array.of(100, 200),
  capacity: Int32Array.of(1, 1),
  edgeStart: Int32Array.of(0, 2, 3),
  edgePerson: Int32Array.of(0, 1, 0),
  edgeCost: Int32Array.of(1, 2, 3),
  hold: new Uint8Array(3),
};

const rows: ProblemRows = {
  requests: [
    { id: "b", need: 1, urgency: 1 },
    { id: "a", need: 1, urgency: 0 },
  ],
  people: [
    { id: "y", capacity: 1 },
    { id: "x", capacity: 1 },
  ],
  candidates: [
    { requestId: "b", personId: "x", cost: { distance: 3 } },
    { requestId: "a", personId: "y", cost: { distance: 2, wish: 1 } },
    { requestId: "a", personId: "x", cost: {} },
  ],
};

type Fault = Pick<ProblemError, "code" | "where"> | undefined;

function faultOf(act: () => unknown): Fault {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.code, where: error.where };
    throw error;
  }
}

describe("a bad problem is refused by the name of its first bad element", () => {
  test.each<[string, Partial<Problem>, Fault]>([
    ["negative need", { need: Int32Array.of(1, -1) }, { code: "need", where: { request: 1 } }],
    ["negative capacity", { capacity: Int32Array.of(1, -1) }, { code: "capacity", where: { person: 1 } }],
    [
      "cost over the range",
      { edgeCost: Int32Array.of(1, 2, 2 ** 28 + 1) },
      { code: "edge-cost", where: { request: 1, person: 0, edge: 2 } },
    ],
    [
      "unknown person",
      { edgePerson: Int32Array.of(0, 2, 0) },
      { code: "unknown-person", where: { request: 0, edge: 1 } },
    ],
    [
      "duplicate edge",
      { edgePerson: Int32Array.of(0, 0, 0) },
      { code: "duplicate-edge", where: { request: 0, person: 0, edge: 1 } },
    ],
    ["falling edge starts", { edgeStart: Int32Array.of(0, 4, 3) }, { code: "edge-start", where: { request: 1 } }],
    ["wrong length", { hold: new Uint8Array(2) }, { code: "length", where: { array: "hold" } }],
    ["too many pins", { hold: Uint8Array.of(1, 1, 0) }, { code: "pin", where: { request: 0, person: 1, edge: 1 } }],
  ])("%s", (_, change, fault) => {
    expect(faultOf(() => solve({ ...problem, ...change }))).toEqual(fault);
  });

  test("a sound one is not", () => expect(faultOf(() => checkProblem(problem))).toBeUndefined());
});

describe("rows", () => {
  test("make the same problem in any order", () => {
    const turned = {
      requests: rows.requests.toReversed(),
      people: rows.people.toReversed(),
      candidates: rows.candidates.toReversed(),
    };
    expect(buildProblem(turned, standardWeights)).toEqual(buildProblem(rows, standardWeights));
  });

  test("are numbered by their identifiers and weighed by the policy", () => {
    const { problem: built, requestIds, personIds } = buildProblem(rows, standardWeights);
    expect(requestIds).toEqual(["a", "b"]);
    expect(personIds).toEqual(["x", "y"]);
    expect([...built.edgePerson]).toEqual([0, 1, 0]);
    expect([...built.edgeCost]).toEqual([0, 100, 30]);
  });

  test.each<[string, Partial<ProblemRows>, Fault]>([
    [
      "unknown request",
      { candidates: [{ requestId: "c", personId: "x", cost: {} }] },
      { code: "unknown-request", where: { request: "c", person: "x" } },
    ],
    [
      "not a number",
      { candidates: [{ requestId: "a", personId: "x", cost: { distance: Number.NaN } }] },
      { code: "cost-part", where: { part: "distance" } },
    ],
    [
      "twice the same",
      { candidates: [...rows.candidates, rows.candidates[0]!] },
      { code: "duplicate-edge", where: { request: "b", person: "x" } },
    ],
    [
      "same identifier",
      { people: [...rows.people, rows.people[0]!] },
      { code: "duplicate-person", where: { person: "y" } },
    ],
    ["broken need", { requests: [{ id: "a", need: 1.5, urgency: 0 }] }, { code: "need", where: { request: "a" } }],
  ])("with a fault are refused: %s", (_, change, fault) => {
    expect(faultOf(() => buildProblem({ ...rows, ...change }, standardWeights))).toEqual(fault);
  });
});
