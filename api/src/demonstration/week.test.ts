import { expect, test } from "vitest";
import { total, union } from "../kernel/ranges.ts";
import { WEEK_MINUTES } from "../kernel/weekly.ts";
import { Random } from "./random.ts";
import { weekOf, windowAt } from "./week.ts";

const parts = ["counsellor", "guard", "waiting_counsellor", "tutor", "helper", "family", "neighbour"] as const;

test("a window is minutes since Monday 00:00", () => {
  expect(windowAt(2, 19, 21)).toEqual([1440 + 19 * 60, 1440 + 21 * 60]);
});

test("everybody's week is sorted, disjoint and within the week, as a multirange wants it", () => {
  for (const part of parts) {
    for (let index = 0; index < 300; index++) {
      const week = weekOf(part, new Random(1, part, index));
      expect(union(week)).toEqual(week);
      for (const [from, to] of week) expect(from >= 0 && to <= WEEK_MINUTES).toBe(true);
    }
  }
});

test("tutors have four lesson hours, families none, and some neighbours never said", () => {
  const weeks = (part: (typeof parts)[number]) =>
    Array.from({ length: 200 }, (_, index) => weekOf(part, new Random(2, part, index)));
  for (const week of weeks("tutor")) expect([week.length, total(week)]).toEqual([4, 480]);
  for (const week of weeks("family")) expect(week).toEqual([]);
  const silent = weeks("neighbour").filter((week) => week.length === 0).length;
  expect(silent).toBeGreaterThan(40);
  expect(silent).toBeLessThan(100);
});
