import { expect, test } from "vitest";
import { checkProblem } from "./check-problem.ts";
import { early, personOf, problemOf } from "./given-problem.ts";
import type { RosterProblem } from "./problem.ts";
import { type ProblemFault, RosterProblemError } from "./problem-error.ts";

const lin = personOf("Lin", 7);
const cases: [ProblemFault, Partial<RosterProblem>][] = [
  ["emptyHorizon", { days: 0 }],
  ["noPeople", { people: [] }],
  ["noShifts", { shifts: [] }],
  ["tooManyShifts", { shifts: Array.from({ length: 251 }, (_, s) => ({ ...early, id: `${s}` })) }],
  ["duplicateId", { people: [lin, lin] }],
  ["unknownShift", { cover: [{ day: 0, shift: "X", wanted: 1, under: 1, over: 1 }] }],
  ["unknownPerson", { wishes: [{ person: "Mei", day: 0, want: "off", weight: 1 }] }],
  ["dayOutside", { wishes: [{ person: "Lin", day: 7, want: "off", weight: 1 }] }],
  ["notANumber", { wishes: [{ person: "Lin", day: 1, want: "off", weight: -1 }] }],
  ["limitsCross", { people: [personOf("Lin", 7, { shortestRun: 6 })] }],
  ["minutesCannotFit", { people: [personOf("Lin", 7, { minutes: [{ from: 0, to: 7, least: 4000, most: 4000 }] })] }],
  ["contradictoryPins", { people: [personOf("Lin", 7, {}, { daysOff: [1], pins: [{ day: 1, shift: "E" }] })] }],
];

test.each(cases)("%s is refused by name", (fault, change) => {
  let refused: unknown;
  try {
    checkProblem(problemOf(7, change));
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(RosterProblemError);
  expect((refused as RosterProblemError).fault).toBe(fault);
  expect((refused as RosterProblemError).sentence("zh")).toMatch(/[\u4e00-\u9fff]/);
});

test("a sound problem passes", () => {
  expect(() => checkProblem(problemOf(7, { people: [lin] }))).not.toThrow();
});
