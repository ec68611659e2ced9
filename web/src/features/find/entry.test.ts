import { expect, test } from "vitest";
import { matching } from "./entry.ts";

const entries = [
  { label: "Board" },
  { label: "Waiting · R-2041 junior high 2 mathematics", note: "waiting for 3 days" },
  { label: "Chaoyang hotline A seat · 2 missing", note: "Tonight, 20:00–22:00 · in 9 h" },
];
const found = (typed: string) => matching(entries, typed).map((entry) => entries.indexOf(entry));

test("every word typed has to stand in the name or the note, in any order", () => {
  expect(found("")).toEqual([0, 1, 2]);
  expect(found("r-2041")).toEqual([1]);
  expect(found("tonight HOTLINE")).toEqual([2]);
  expect(found("hotline tomorrow")).toEqual([]);
});

test("no more than twelve are shown", () => {
  expect(
    matching(
      Array.from({ length: 40 }, (_, n) => ({ label: `site ${n}` })),
      "site",
    ),
  ).toHaveLength(12);
});
