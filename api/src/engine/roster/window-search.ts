import { Dive } from "./dive.ts";
import { Master } from "./master.ts";
import type { Model } from "./model.ts";
import { Plan, rowCost, slotCost } from "./plan.ts";
import type { Random } from "./random.ts";
import type { RowSearch } from "./row-search.ts";
import { sow } from "./sow-rows.ts";
import type { Window } from "./window.ts";
import { WindowPricing } from "./window-pricing.ts";

/** "proven": no rows for the window cost less than it costs now. "worse": the rows found cost more and were not taken. */
export type Outcome = "proven" | "worse" | "same" | "better";

const MOST_ROUNDS = 80;
const SMOOTHING = 0.6;

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
  private window!: Window;
  private master!: Master;
  private outside = 0;
  private rows: Uint8Array[] = [];
  private pricing!: WindowPricing;

  constructor(model: Model, search: RowSearch, random: Random) {
    this.model = model;
    this.search = search;
    this.random = random;
  }

  /** Only the best mix of rows for the window; `rounded` can be asked at any step. */
  *mix(plan: Plan, window: Window): Generator<undefined, void, unknown> {
    this.open(plan, window);
    this.outside = plan.cost - this.costInside();
    yield* this.generate(this.outside, plan.cost);
  }

  /** What the mix costs so far, fractions of rows included. */
  get mixCost(): number {
    return this.outside + this.master.value - this.model.base;
  }

  /** Each person's largest row of the mix, for a window of everybody: lawful, but with gaps. */
  rounded(): Plan {
    return new Plan(
      this.model,
      this.master.mix().map((rows, i) => rows[0]?.row ?? this.rows[i]!),
    );
  }

  /** Takes the new rows into the plan when the roster then costs at most `most`; dives only if less than `most` is possible. */
  *improve(plan: Plan, window: Window, most: number): Generator<undefined, Outcome, unknown> {
    this.open(plan, window);
    const outside = plan.cost - this.costInside();
    if (yield* this.generate(outside, most)) return "proven";
    const dive = new Dive(this.pricing, this.master, this.rows, this.random);
    if (!(yield* dive.run(most - outside))) return "worse";
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

  private open(plan: Plan, window: Window): void {
    const { model } = this;
    this.window = window;
    this.bound = Number.NEGATIVE_INFINITY;
    this.rows = window.people.map((p) => plan.rows[p]!.slice());
    const given = plan.count.slice();
    for (const row of this.rows)
      for (let d = window.from; d < window.to; d++) if (row[d] !== 0) given[d * model.shifts + row[d]! - 1]!--;
    this.pricing = new WindowPricing(model, this.search, window, given);
    this.master = new Master(model, window, this.rows, given, this.random);
  }

  /** Cost of the window's rows and of the cover on its days. */
  private costInside(): number {
    const { model, window, rows } = this;
    const { shifts } = model;
    const count = this.pricing.given.slice(window.from * shifts, window.to * shifts);
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
    const { master, window, pricing, model } = this;
    const found = this.rows.map((row) => row.slice());
    const center = new Float64Array(pricing.prices.length);
    let bound = Number.NEGATIVE_INFINITY;
    if (window.to - window.from === model.days) yield* sow(pricing, master, this.rows, outside, most);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const isBest = master.optimise();
      let added = 0;
      // Prices smoothed towards the best ones known give better bounds; when they give no new row, the plain ones must.
      for (let smooth = bound > Number.NEGATIVE_INFINITY ? SMOOTHING : 0; ; smooth = 0) {
        for (let slot = 0; slot < center.length; slot++)
          pricing.prices[slot] = smooth * center[slot]! + (1 - smooth) * master.prices[slot]!;
        const here = outside + pricing.all(found);
        if (here > bound) {
          bound = here;
          center.set(pricing.prices);
        }
        added = addAll(master, found);
        if (added > 0 || smooth === 0) break;
      }
      this.bound = Math.ceil(bound - 1e-6);
      if (this.bound >= most) return true;
      if ((added === 0 && isBest) || Math.ceil(bound - 1e-3) >= outside + master.value - model.base - 0.4) break;
      yield;
    }
    return false;
  }
}

/** How many of the rows the master did not know. */
function addAll(master: Master, rows: readonly Uint8Array[]): number {
  const before = master.size;
  rows.forEach((row, i) => {
    master.add(i, row);
  });
  return master.size - before;
}
