import { expect, test } from "vitest";
import { gradesTaught, lessonsOf, stageOf, wishedLessons } from "./lessons.ts";

const lessons = lessonsOf([
  { id: "1", code: "math/junior2", name: "mathematics, junior high 2" },
  { id: "2", code: "english/junior2", name: "English, junior high 2" },
  { id: "3", code: "math/primary1", name: "mathematics, primary 1" },
  { id: "4", code: "math/junior1..junior3", name: "mathematics, junior high 1 to 3" },
  { id: "5", code: "listening", name: "listening" },
]);

test("a family can ask for single grades only", () => {
  expect(lessons.map(({ id }) => id)).toEqual(["1", "2", "3"]);
});

test("grades come youngest first, whatever the city's order", () => {
  expect(gradesTaught(lessons)).toEqual(["primary1", "junior2"]);
  expect(stageOf("junior2")).toBe("junior");
});

test("wished subjects keep their order, and one not taught in the grade falls away", () => {
  expect(wishedLessons(lessons, "junior2", ["english", "math"]).map(({ id }) => id)).toEqual(["2", "1"]);
  expect(wishedLessons(lessons, "primary1", ["english", "math"]).map(({ id }) => id)).toEqual(["3"]);
});
