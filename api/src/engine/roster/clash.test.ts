import { expect, test } from "vitest";
import { smallestClash } from "./clash.ts";
import { personOf, problemOf } from "./given-problem.ts";

test("a clash names only rules that are needed for it", () => {
  const minutes = [{ from: 0, to: 7, least: 2880, most: 3360 }];
  const lin = personOf("Lin", 7, { minutes, longestRun: 6, mostWeekends: 0 }, { daysOff: [2] });
  expect(smallestClash(problemOf(7, { people: [lin] }), "Lin")).toEqual([
    { rule: "weekends" },
    { rule: "leastMinutes", subject: 0 },
  ]);
});

test("two pins that no succession allows clash with it", () => {
  const pins = [
    { day: 1, shift: "L" },
    { day: 2, shift: "E" },
  ];
  expect(smallestClash(problemOf(7, { people: [personOf("Lin", 7, {}, { pins })] }), "Lin")).toEqual([
    { rule: "succession" },
    { rule: "pinnedDecisions", subject: 1 },
    { rule: "pinnedDecisions", subject: 2 },
  ]);
});

test("there is no clash where there is a row", () => {
  expect(smallestClash(problemOf(7), "Lin")).toEqual([]);
});
