import { expect, test } from "vitest";
import { type Pick, pickedIds, tally } from "./picks.ts";

const pick = (id: string, over: Partial<Pick> = {}): Pick => ({
  __typename: "Proposal",
  id,
  kind: "ADDED",
  state: "OPEN",
  checked: true,
  ...over,
});
const picks = [
  pick("a"),
  pick("b"),
  pick("moved", { kind: "MOVED", checked: false }),
  pick("stale", { state: "STALE", checked: false }),
  pick("open", { kind: "UNFILLED", checked: false }),
];

test("everything stands as proposed until somebody says otherwise", () => {
  expect(pickedIds(picks, new Map())).toEqual(["a", "b"]);
});

test("a tick of one's own counts, either way", () => {
  expect(
    pickedIds(
      picks,
      new Map([
        ["a", false],
        ["moved", true],
      ]),
    ),
  ).toEqual(["b", "moved"]);
});

test("what has gone stale and what stays open cannot be picked", () => {
  expect(
    pickedIds(
      picks,
      new Map([
        ["stale", true],
        ["open", true],
      ]),
    ),
  ).toEqual(["a", "b"]);
});

test("the bar counts what is picked, what is stale and what would move somebody", () => {
  expect(tally(picks, new Map())).toEqual({ picked: 2, stale: 1, moving: 1 });
});
