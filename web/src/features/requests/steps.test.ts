import { expect, test } from "vitest";
import { type Answers, noAnswers } from "./answers.ts";
import { lessonsOf } from "./lessons.ts";
import { errorFrom, errorsIn, lengthOf } from "./steps.ts";

const lessons = lessonsOf([
  { id: "7", code: "math/junior2", name: "mathematics, junior high 2" },
  { id: "9", code: "physics/junior2", name: "physics, junior high 2" },
]);
const whole: Answers = {
  ...noAnswers,
  grade: "junior2",
  subjects: ["math"],
  cells: ["2/19", "4/19"],
  mode: "ONLINE",
  district: "105",
};
const fields = (answers: Answers, consent = true) => errorsIn(answers, lessons, consent).map(({ field }) => field);

test("whole answers have no errors", () => {
  expect(fields(whole)).toEqual([]);
});

test("with nothing answered every step names what it misses, in order", () => {
  expect(fields(noAnswers, false)).toEqual(["grade", "subjects", "week", "mode", "district", "consent"]);
});

test("a subject that is not taught in the grade is no answer", () => {
  expect(fields({ ...whole, subjects: ["music"] })).toEqual(["subjects"]);
});

test("times without room for the sessions are refused on the table", () => {
  expect(fields({ ...whole, sessionsPerWeek: 3 })).toEqual([]);
  expect(fields({ ...whole, sessionsPerWeek: 3, sessionMinutes: 90 })).toEqual(["week"]);
});

test("a note counts whole characters", () => {
  expect(lengthOf("几何😀")).toBe(3);
  expect(fields({ ...whole, note: "题".repeat(120) })).toEqual([]);
  expect(fields({ ...whole, note: "题".repeat(121) })).toEqual(["note"]);
});

test("a refusal of the server leads to the step that asked", () => {
  const message = "Leave out numbers.";
  expect(errorFrom({ path: ["note"], message })).toEqual({ step: "subject", field: "note", message });
  expect(errorFrom({ path: [], message })).toEqual({ step: "check", field: "", message });
});
