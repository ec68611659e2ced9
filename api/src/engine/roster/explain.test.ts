import { expect, test } from "vitest";
import { compareRosters } from "./compare.ts";
import { explainGap, explainWish } from "./explain.ts";
import { early, late, personOf, problemOf } from "./given-problem.ts";
import type { Wish } from "./problem.ts";

const wish: Wish = { person: "Lin", day: 1, shift: "E", want: "on", weight: 3 };
const pair = problemOf(3, {
  shifts: [early, late],
  people: [personOf("Lin", 3, { longestRun: 2 }), personOf("Mei", 3, { mostOf: { L: 0 } })],
  cover: [
    { day: 0, shift: "L", wanted: 1, under: 10, over: 1 },
    { day: 1, shift: "E", wanted: 1, under: 10, over: 1 },
  ],
  wishes: [wish],
});
const roster = [
  ["L", null, null],
  [null, "E", null],
];

test("an unmet wish names the rule in its way and the cheapest change that would grant it", () => {
  expect(explainWish(pair, roster, wish)).toEqual({
    inTheWay: [{ rule: "succession", day: 1, found: "E", limit: "L" }],
    // Leaving the late duty open costs 10, a second early person costs 1, the wish saves 3.
    cure: {
      person: "Lin",
      extraCost: 8,
      changes: [
        { person: "Lin", day: 0, from: "L", to: null },
        { person: "Lin", day: 1, from: null, to: "E" },
      ],
    },
  });
});

test("a gap is explained for everybody, cheapest cure first, and without a cure for those who cannot", () => {
  const open = [[null, null, null], roster[1]!];
  expect(explainGap(pair, open, 0, "L")).toEqual([
    {
      person: "Lin",
      inTheWay: [],
      cure: { person: "Lin", extraCost: -10, changes: [{ person: "Lin", day: 0, from: null, to: "L" }] },
    },
    {
      person: "Mei",
      inTheWay: [
        { rule: "mostOfShift", found: "1 L", limit: 0 },
        { rule: "succession", day: 1, found: "E", limit: "L" },
      ],
    },
  ]);
});

test("two rosters are compared by what moves, which wishes turn and which gaps open or close", () => {
  const other = [
    [null, "E", null],
    [null, null, null],
  ];
  const { changes, wishesGained, wishesLost, gapsOpened, gapsClosed, before, after } = compareRosters(
    pair,
    roster,
    other,
  );
  expect(changes).toEqual([
    { person: "Lin", day: 0, from: "L", to: null },
    { person: "Lin", day: 1, from: null, to: "E" },
    { person: "Mei", day: 1, from: "E", to: null },
  ]);
  expect({ wishesGained, wishesLost, gapsOpened, gapsClosed }).toEqual({
    wishesGained: [wish],
    wishesLost: [],
    gapsOpened: [{ day: 0, shift: "L", missing: 1 }],
    gapsClosed: [],
  });
  expect([before.wishCost, before.coverCost, after.wishCost, after.coverCost]).toEqual([3, 0, 0, 10]);
});
