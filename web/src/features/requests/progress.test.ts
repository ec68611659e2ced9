import { expect, test } from "vitest";
import { isOver, progressOf } from "./progress.ts";

const states = (state: Parameters<typeof progressOf>[0]) => progressOf(state).map((step) => step.state);

test("an open request is being matched", () => {
  expect(states("OPEN")).toEqual(["done", "current", "next", "next"]);
});

test("a matched one waits for the family, an active one is at its lessons", () => {
  expect(states("MATCHED")).toEqual(["done", "done", "current", "next"]);
  expect(states("ACTIVE")).toEqual(["done", "done", "done", "current"]);
});

test("a completed one has every step behind it", () => {
  expect(states("COMPLETED")).toEqual(["done", "done", "done", "done"]);
  expect(isOver("COMPLETED")).toBe(true);
  expect(isOver("MATCHED")).toBe(false);
});
