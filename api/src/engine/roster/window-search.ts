import { periodQuota } from "./construct.ts";
import { Master } from "./master.ts";
import type { Model } from "./model.ts";
import { type Plan, rowCost, slotCost } from "./plan.ts";
import type { Random } from "./random.ts";
import { periodsAllowed } from "./row-allowed.ts";
import type { RowSearch } from "./row-search.ts";

/** Some people and the days from (inclusive) to (exclusive) in which their rows may change. Never cut between Saturday and Sunday. */
export interface Window {
  readonly people: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** "proven": no rows for the window cost less than it costs now. "worse": the rows found cost more and were not taken. */
export type Outcome = "proven" | "worse" | "same" | "better";

const MOST_ROUNDS = 80;
/** A person's row of the mix with this share is fixed without further thought. */
const SURE = 0.97;
const SMOOTHING = 0.6;
const ROUNDS_AFTER_FIXING = 8;

/**
 * Rebuilds the rows of a window together, everything else as it is: column generation finds the best mix of rows, a dive fixes
 * them one after the other with new columns in between. Yields between steps of some milliseconds; whoever stops asking leaves
 * the plan as it was.
 */
export class WindowSearch {
  /** Lower bound on the cost of the whole roster with everything outside the latest window as it is. */
  bound = Number.NEGATIVE_INFINITY;
  private readonly model: Model;
  private readonly search: RowSearch;
  private readonly random: Random;
  private plan!: Plan;
  private window!: Window;
  private master!: Master;
  private rows: Uint8Array[] = [];
  private given = new Int16Array(0);
  private center = new Float64Array(0);
  private prices = new Float64Array(0);

  constructor(model: Model, search: RowSearch, random: Random) {
    this.model = model;
    this.search = search;
    this.random = random;
    this.prices = new Float64Array(model.days * model.shifts);
    this.center = new Float64Array(model.days * model.shifts);
  }

  /** Takes the new rows into the plan when the roster then costs at most `most`; dives only if less than `most` is possible. */
  *improve(plan: Plan, window: Window, most: number): Generator<undefined, Outcome, unknown> {
    const { model } = this;
    this.plan = plan;
    this.window = window;
    this.rows = window.people.map((p) => plan.rows[p]!.slice());
    this.given = plan.count.slice();
    for (const row of this.rows)
      for (let d = window.from; d < window.to; d++) if (row[d] !== 0) this.given[d * model.shifts + row[d]! - 1]!--;
    this.master = new Master(model, window.people, this.rows, this.given, this.random, window.from, window.to);
    const outside = plan.cost - this.costInside();
    if (yield* this.generate(outside, most)) return "proven";
    if (!(yield* this.dive(most - outside))) return "worse";
    const cost = outside + this.costInside();
    if (cost > most) return "worse";
    const better = cost < plan.cost;
    for (const p of window.people) plan.lift(p, window.from, window.to);
    window.people.forEach((p, i) => {
      plan.rows[p]!.set(this.rows[i]!);
      plan.drop(p, window.from, window.to);
    });
    plan.cost = cost;
    return better ? "better" : "same";
  }

  /** Cost of the window's rows and of the cover on its days. */
  private costInside(): number {
    const { model, window, rows, given } = this;
    const { shifts } = model;
    const count = given.slice(window.from * shifts, window.to * shifts);
    let cost = 0;
    rows.forEach((row, i) => {
      cost += rowCost(model, window.people[i]!, row);
      for (let d = window.from; d < window.to; d++)
        if (row[d] !== 0) count[(d - window.from) * shifts + row[d]! - 1]!++;
    });
    count.forEach((n, slot) => {
      cost += slotCost(model, window.from * shifts + slot, n);
    });
    return cost;
  }

  /** The best mix of rows; true when it shows that nothing below `most` is possible. */
  private *generate(outside: number, most: number): Generator<undefined, boolean, unknown> {
    const { master, window, center, prices } = this;
    const found = this.rows.map((row) => row.slice());
    let bound = Number.NEGATIVE_INFINITY;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      master.optimise();
      let added = 0;
      for (let smooth = bound > Number.NEGATIVE_INFINITY ? SMOOTHING : 0; ; smooth = 0) {
        for (let slot = 0; slot < prices.length; slot++)
          prices[slot] = smooth * center[slot]! + (1 - smooth) * master.prices[slot]!;
        let here = outside + this.cheapestCover();
        window.people.forEach((p, i) => {
          here += this.cheapestRow(p, found[i]!);
        });
        if (here > bound) {
          bound = here;
          center.set(prices);
        }
        const before = master.columns;
        found.forEach((row, i) => {
          master.add(i, row);
        });
        added = master.columns - before;
        if (added > 0 || smooth === 0) break;
      }
      this.bound = Math.ceil(bound - 1e-6);
      if (this.bound >= most) return true;
      if (added === 0 || Math.ceil(bound - 1e-3) >= outside + master.value - this.model.base - 0.4) break;
      yield;
    }
    return false;
  }

  private cheapestRow(p: number, row: Uint8Array): number {
    const { model, window, prices } = this;
    const { from, to } = window;
    const limits = model.limits[p]!;
    if (limits.periods.length === 0) this.search.rebuild(p, row, from, to, prices);
    else {
      const kept = row.slice();
      const quota = periodQuota(model, limits, row, from, to);
      this.search.rebuild(p, row, from, to, prices, quota);
      if (!periodsAllowed(model, p, row)) row.set(kept);
    }
    let cost = rowCost(model, p, row);
    for (let d = from; d < to; d++) if (row[d] !== 0) cost += prices[d * model.shifts + row[d]! - 1]!;
    return cost;
  }

  private cheapestCover(): number {
    const { model, window, prices, given } = this;
    const most = window.people.length;
    let bound = 0;
    for (let slot = window.from * model.shifts; slot < window.to * model.shifts; slot++) {
      const price = prices[slot]!;
      const wanted = Math.min(most, Math.max(0, model.wanted[slot]! - given[slot]!));
      const floor = Math.min(most, Math.max(0, model.floor[slot]! - given[slot]!));
      let least = Number.POSITIVE_INFINITY;
      for (const n of [0, floor, wanted, most]) least = Math.min(least, slotCost(model, slot, given[slot]! + n) - price * n);
      bound += least;
    }
    return bound;
  }

  /** Fixes rows of the mix until everybody has one; false when the mix no longer promises to cost `most` or less. */
  private *dive(most: number): Generator<undefined, boolean, unknown> {
    const { master, model } = this;
    const open = new Set(this.rows.keys());
    for (;;) {
      this.fixSurest(open);
      if (open.size === 0) return true;
      if (!master.expel()) return false;
      for (let round = 0; round < ROUNDS_AFTER_FIXING; round++) {
        master.optimise();
        if (!this.addRows(open)) break;
      }
      if (master.value - model.base > most + 1e-3) return false;
      yield;
    }
  }

  private addRows(open: Set<number>): boolean {
    const { master, window, prices } = this;
    prices.set(master.prices);
    const before = master.columns;
    for (const i of open) {
      const row = this.rows[i]!;
      if (this.cheapestRow(window.people[i]!, row) - master.dualOf(i) < -0.01) master.add(i, row);
    }
    return master.columns > before;
  }

  private fixSurest(open: Set<number>): void {
    const { master, random } = this;
    const mix = master.mix();
    const order = [...open].map((i) => ({ i, ...mix[i]![0]!, rank: mix[i]![0]!.share + 0.1 * random.unit() }));
    order.sort((a, b) => b.rank - a.rank);
    order.forEach(({ i, row, share }, n) => {
      if (n > 0 && share < SURE) return;
      master.ban(i, row);
      open.delete(i);
      this.rows[i]!.set(row);
    });
  }
}
