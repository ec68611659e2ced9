import { expect, test } from "vitest";
import { covers, intersect, type Range, type Ranges, subtract, total, union } from "./ranges.ts";

/** The same sets as plain lists of numbers, to compare with. */
const points = (ranges: Ranges) =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i)).sort((a, b) => a - b);
const next = (seed: number) => (Math.imul(seed, 1664525) + 1013904223) >>> 0;

test("union, intersection and difference are those of plain sets (300 random pairs)", () => {
  let seed = 7;
  const random = (below: number) => {
    seed = next(seed);
    return Math.floor((seed / 2 ** 32) * below);
  };
  const some = () => union(Array.from({ length: random(6) }, (): Range => [random(40), random(40)]));
  for (let i = 0; i < 300; i++) {
    const [a, b] = [some(), some()];
    const [left, right] = [points(a), points(b)];
    const all = Array.from({ length: 40 }, (_, i) => i);
    expect(points(union([...a, ...b]))).toEqual(all.filter((i) => left.includes(i) || right.includes(i)));
    expect(points(intersect(a, b))).toEqual(left.filter((i) => right.includes(i)));
    expect(points(subtract(a, b))).toEqual(left.filter((i) => !right.includes(i)));
    expect(total(a)).toBe(left.length);
  }
});

test("ranges that touch become one, empty and reversed ones vanish", () => {
  expect(
    union([
      [5, 7],
      [1, 3],
      [3, 5],
      [9, 9],
      [12, 10],
    ]),
  ).toEqual([[1, 7]]);
  expect(covers([[1, 7]], [1, 7])).toBe(true);
  expect(
    covers(
      [
        [1, 3],
        [4, 7],
      ],
      [2, 5],
    ),
  ).toBe(false);
});
