import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import { decode, encode } from "./explain.ts";
import { everyRow, randomProblem } from "./given-problem.ts";
import type { Model } from "./model.ts";
import { rowCost } from "./plan.ts";
import { breachesOf } from "./policy.ts";
import { Random } from "./random.ts";
import { rowAllowed } from "./row-allowed.ts";
import { RowSearch } from "./row-search.ts";

const problems = Array.from({ length: 60 }, (_, seed) => ({ seed, problem: randomProblem(new Random(seed)) }));

function randomPrices(model: Model, seed: number): Float64Array {
  const random = new Random(seed + 1000);
  return Float64Array.from({ length: model.days * model.shifts }, () => random.below(41) - 20);
}

function priced(model: Model, row: Uint8Array, prices: Float64Array): number {
  let cost = rowCost(model, 0, row);
  row.forEach((duty, d) => {
    if (duty !== 0) cost += prices[d * model.shifts + duty - 1]!;
  });
  return cost;
}

describe("the exact row search", () => {
  test("finds the cheapest of all rows that the policy allows, or says that there is none", () => {
    let without = 0;
    for (const { seed, problem } of problems) {
      const model = compile(problem);
      const prices = randomPrices(model, seed);
      let cheapest = Number.POSITIVE_INFINITY;
      for (const row of everyRow(problem)) {
        if (breachesOf(problem, problem.people[0]!, row).length > 0 || historyBroken(model)) continue;
        cheapest = Math.min(cheapest, priced(model, encode(model, 0, row), prices));
      }
      const found = new Uint8Array(model.days);
      const cost = new RowSearch(model).rebuild(0, found, 0, model.days, prices);
      expect({ seed, cost }).toEqual({ seed, cost: cheapest });
      if (cost === Number.POSITIVE_INFINITY) without++;
      else expect({ seed, cost: priced(model, found, prices) }).toEqual({ seed, cost });
    }
    expect(without).toBeGreaterThan(3);
    expect(without).toBeLessThan(40);
  });

  test("rebuilds a part of a row no worse than it was and within the rules", () => {
    for (const { seed, problem } of problems) {
      const model = compile(problem);
      const search = new RowSearch(model);
      const row = new Uint8Array(model.days);
      if (search.rebuild(0, row, 0, model.days, randomPrices(model, seed)) === Number.POSITIVE_INFINITY) continue;
      const prices = randomPrices(model, seed + 7);
      const before = priced(model, row, prices);
      const monday = (7 - ((problem.firstWeekday + 6 * model.past) % 7)) % 7;
      search.rebuild(0, row, 0, Math.min(monday, model.days), prices);
      expect({ seed, breaches: breachesOf(problem, problem.people[0]!, decode(model, row)) }).toEqual({
        seed,
        breaches: [],
      });
      expect(priced(model, row, prices)).toBeLessThanOrEqual(before);
    }
  });
});

test("the quick check of a row agrees with the policy on every row", () => {
  for (const { seed, problem } of problems.slice(0, 30)) {
    const model = compile(problem);
    for (const row of everyRow(problem)) {
      const allowed = breachesOf(problem, problem.people[0]!, row).length === 0 && !historyBroken(model);
      const quick = rowAllowed(model, 0, encode(model, 0, row));
      if (quick !== allowed) expect({ seed, row, quick }).toEqual({ seed, row, quick: allowed });
    }
  }
});

/** A history that breaks a rule by itself leaves no row at all; the policy speaks only of what can still be changed. */
function historyBroken(model: Model): boolean {
  return model.past > 0 && !historyPossible(model);
}

const possible = new WeakMap<Model, boolean>();

function historyPossible(model: Model): boolean {
  let known = possible.get(model);
  if (known === undefined) {
    known = false;
    for (const row of everyRow(model.problem)) if (rowAllowed(model, 0, encode(model, 0, row))) known = true;
    possible.set(model, known);
  }
  return known;
}
