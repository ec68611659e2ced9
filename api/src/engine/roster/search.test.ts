import { describe, expect, test } from "vitest";
import { standing } from "./compare.ts";
import { early, late, personOf, problemOf } from "./given-problem.ts";
import { breachesOf } from "./policy.ts";
import type { RosterProblem, Shift } from "./problem.ts";
import { NoRosterError, type Progress, type RosterResult, RosterSearch } from "./search.ts";

function solve(problem: RosterProblem, seed = 1, slices = 20): RosterResult {
  const search = new RosterSearch(problem, seed);
  const run = search.run();
  for (let slice = 0; slice < slices && !run.next(slice / slices).done; slice++);
  return search.result;
}

const people = ["Lin", "Mei", "Tao", "Wen", "Yan"].map((id) =>
  personOf(id, 14, { minutes: [{ from: 0, to: 14, least: 2400, most: 4320 }], shortestRun: 2, shortestBreak: 2 }),
);
const cover = Array.from({ length: 14 }, (_, day) => [
  { day, shift: "E", wanted: 2, under: 100, over: 1 },
  { day, shift: "L", wanted: 1, under: 100, over: 1 },
]).flat();
const wishes = [
  { person: "Lin", day: 3, want: "off" as const, weight: 5 },
  { person: "Mei", day: 4, shift: "E", want: "on" as const, weight: 3 },
];
const fortnight = problemOf(14, { people, cover, wishes });

describe("a roster search", () => {
  test("keeps every rule and states a bound that its cost does not pass", () => {
    const { roster, cost, bound } = solve(fortnight, 1, 80);
    fortnight.people.forEach((person, p) => {
      expect(breachesOf(fortnight, person, roster[p]!)).toEqual([]);
    });
    const { wishCost, coverCost } = standing(fortnight, roster);
    expect(cost).toBe(wishCost + coverCost);
    expect(bound).toBeLessThanOrEqual(cost);
  });

  test("gives the same roster for the same seed and the same slices", () => {
    expect(solve(fortnight, 7)).toEqual(solve(fortnight, 7));
  });

  test("never gets worse as it goes on, and can be left at any slice with a lawful roster", () => {
    const search = new RosterSearch(fortnight, 3);
    const run = search.run();
    let last = Number.POSITIVE_INFINITY;
    for (let slice = 0; slice < 10; slice++) {
      const { cost } = run.next(slice / 100).value as Progress;
      expect(cost).toBeLessThanOrEqual(last);
      last = cost;
      search.result.roster.forEach((row, p) => {
        expect(breachesOf(fortnight, fortnight.people[p]!, row)).toEqual([]);
      });
    }
  });

  test("says at once who has no row that keeps all rules", () => {
    const busy = personOf("Mei", 14, { minutes: [{ from: 0, to: 14, least: 4800, most: 6000 }], longestRun: 2 }, {});
    const problem = { ...fortnight, people: [people[0]!, { ...busy, daysOff: [2, 3, 4, 5, 6, 7, 8] }], wishes: [] };
    expect(() => new RosterSearch(problem, 1)).toThrow(new NoRosterError(["Mei"]));
  });
});

test("a hotline gets its two seats and a supervisor before anybody's wish counts", () => {
  const seat: Shift = { ...early, id: "seat" };
  const lead: Shift = { ...early, id: "lead", role: "supervisor" };
  const crew = ["Lin", "Mei", "Tao"].map((id) => personOf(id, 2, {}, id === "Mei" ? { roles: ["supervisor"] } : {}));
  const hotline = problemOf(2, {
    shifts: [seat, lead],
    people: crew,
    cover: [0, 1].flatMap((day) => [
      { day, shift: "seat", floor: 2, wanted: 2, under: 1, over: 1 },
      { day, shift: "lead", floor: 1, wanted: 1, under: 1, over: 1 },
    ]),
    wishes: crew.map(({ id }) => ({ person: id, day: 0, want: "off" as const, weight: 50 })),
  });
  const { roster, cost } = solve(hotline);
  expect(roster).toEqual([
    ["seat", "seat"],
    ["lead", "lead"],
    ["seat", "seat"],
  ]);
  expect(cost).toBe(150);
});

test("minutes are kept in each period of a contract, not only over the horizon", () => {
  const weekly = { minutes: [0, 7].map((from) => ({ from, to: from + 7, least: 960, most: 1440 })) };
  const crew = ["Lin", "Mei", "Tao"].map((id) => personOf(id, 14, weekly));
  const problem = problemOf(14, { people: crew, cover });
  const { roster } = solve(problem);
  crew.forEach((person, p) => {
    expect(breachesOf(problem, person, roster[p]!)).toEqual([]);
  });
});

test("what was served before the horizon counts: rest after a late duty, and a run that is already long", () => {
  const tired = personOf("Lin", 3, { longestRun: 3 }, { history: ["L", "L", "L"] });
  const fresh = personOf("Mei", 3, {}, { history: [null, null, "L"] });
  const wanted = [{ day: 0, shift: "E", wanted: 2, under: 100, over: 1 }];
  const { roster } = solve(problemOf(3, { shifts: [early, late], people: [tired, fresh], cover: wanted }));
  expect(roster.map((row) => row[0])).toEqual([null, null]);
});
