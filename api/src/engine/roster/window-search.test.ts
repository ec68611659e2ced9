import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { encode } from "./explain.ts";
import { early, everyRow, late, personOf, problemOf } from "./given-problem.ts";
import type { Model } from "./model.ts";
import { Plan, rowCost, slotCost } from "./plan.ts";
import type { RosterProblem } from "./problem.ts";
import { Random } from "./random.ts";
import { rowAllowed } from "./row-allowed.ts";
import { RowSearch } from "./row-search.ts";
import { RosterSearch } from "./search.ts";
import type { Window } from "./window.ts";
import { type Outcome, WindowSearch } from "./window-search.ts";

const days = 8;

function twoPeople(seed: number): RosterProblem {
  const random = new Random(seed);
  const people = ["Lin", "Mei"].map((id) =>
    personOf(
      id,
      days,
      {
        minutes: [{ from: 0, to: days, least: 960, most: 1920 + 480 * random.below(3) }],
        longestRun: 3 + random.below(2),
        shortestRun: 1 + random.below(2),
        shortestBreak: 1 + random.below(2),
      },
      { daysOff: [random.below(days)] },
    ),
  );
  const cover = Array.from({ length: days }, (_, day) => [
    { day, shift: "E", wanted: 1, under: 20, over: 1 + random.below(3) },
    { day, shift: "L", wanted: random.below(2), under: 15, over: 2 },
  ]).flat();
  const wishes = Array.from({ length: 8 }, () => ({
    person: random.below(2) === 0 ? "Lin" : "Mei",
    day: random.below(days),
    want: random.below(2) === 0 ? ("on" as const) : ("off" as const),
    weight: 1 + random.below(9),
    shift: random.below(2) === 0 ? "E" : "L",
  }));
  return problemOf(days, { shifts: [early, late], people, cover, wishes });
}

/** The least cost of all pairs of lawful rows. */
function leastCost(model: Model): number {
  const lawful = [0, 1].map((p) =>
    [...everyRow(model.problem)].map((row) => encode(model, p, row)).filter((row) => rowAllowed(model, p, row)),
  );
  let least = Number.POSITIVE_INFINITY;
  const count = new Int16Array(model.wanted.length);
  const shift = (row: Uint8Array, by: number) => {
    for (let d = 0; d < days; d++) if (row[d] !== 0) count[d * 2 + row[d]! - 1]! += by;
  };
  for (const lin of lawful[0]!) {
    shift(lin, 1);
    const own = model.base + rowCost(model, 0, lin);
    for (const mei of lawful[1]!) {
      shift(mei, 1);
      let cost = own + rowCost(model, 1, mei);
      for (let slot = 0; slot < count.length; slot++) cost += slotCost(model, slot, count[slot]!);
      least = Math.min(least, cost);
      shift(mei, -1);
    }
    shift(lin, -1);
  }
  return least;
}

const seeds = [1, 2, 3, 4, 5, 6];

test.each(seeds)("seed %i: the search reaches the best of all rosters, and its bound never passes it", (seed) => {
  const problem = twoPeople(seed);
  const least = leastCost(compile(problem));
  const search = new RosterSearch(problem, seed);
  const run = search.run();
  for (let slice = 0; slice < 150; slice++) {
    const step = run.next(slice / 150);
    if (step.value.bound !== undefined) expect(step.value.bound).toBeLessThanOrEqual(least);
    if (step.done) break;
  }
  expect(search.result.cost).toBe(least);
});

/** Both people avoid what is wanted most. */
function poorPlan(model: Model, search: RowSearch): Plan {
  const prices = Float64Array.from(model.wanted, (_, slot) => (slot % 2 === 0 ? 9 : -9));
  const rows = [0, 1].map((p) => {
    const row = new Uint8Array(days);
    search.rebuild(p, row, 0, days, prices);
    return row;
  });
  return new Plan(model, rows);
}

function improve(windows: WindowSearch, plan: Plan, window: Window): Outcome {
  const steps = windows.improve(plan, window, plan.cost);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

test("a window changes nothing outside itself, and says what the roster then costs", () => {
  const model = compile(twoPeople(7));
  const search = new RowSearch(model);
  const plan = poorPlan(model, search);
  const before = plan.rows.map((row) => row.slice());
  const cost = plan.cost;
  expect(improve(new WindowSearch(model, search, new Random(1)), plan, { people: [0], from: 2, to: 8 })).toBe("better");
  expect(plan.cost).toBeLessThan(cost);
  expect(plan.cost).toBe(new Plan(model, plan.rows).cost);
  expect(plan.rows[1]).toEqual(before[1]);
  expect(plan.rows[0]!.subarray(0, 2)).toEqual(before[0]!.subarray(0, 2));
  expect(rowAllowed(model, 0, plan.rows[0]!)).toBe(true);
});

test("the bound of a window says nothing about the next one", () => {
  const model = compile(twoPeople(7));
  const search = new RowSearch(model);
  const plan = poorPlan(model, search);
  const windows = new WindowSearch(model, search, new Random(1));
  improve(windows, plan, { people: [0], from: 0, to: 5 });
  expect(windows.bound).toBeGreaterThan(leastCost(model));
  windows.improve(plan, { people: [0, 1], from: 0, to: days }, plan.cost).next();
  expect(windows.bound).toBeLessThanOrEqual(leastCost(model));
});
