import { expect, test } from "vitest";
import { spanOf, ticksOf } from "./wait-scale.ts";

const figures = (short: number, median: number, long: number) => ({
  basis: 40,
  shortMinutes: short,
  medianMinutes: median,
  longMinutes: long,
});

test("a wait is said in the largest unit that says enough", () => {
  expect(spanOf(0)).toEqual({ unit: "minutes", count: 1 });
  expect(spanOf(45)).toEqual({ unit: "minutes", count: 45 });
  expect(spanOf(35 * 60)).toEqual({ unit: "hours", count: 35 });
  expect(spanOf(36 * 60)).toEqual({ unit: "days", count: 2 });
});

test("the scale ends at a round number beyond the long end", () => {
  expect(ticksOf(figures(1_440, 2_880, 5_760))).toEqual([0, 2_880, 5_760, 10_080]);
});

test("labels that would overlap are left out", () => {
  expect(ticksOf(figures(60, 500, 5_000))).toEqual([0, 5_000, 10_080]);
});
