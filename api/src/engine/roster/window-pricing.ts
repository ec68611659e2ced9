import { periodQuota } from "./construct.ts";
import type { Model } from "./model.ts";
import { rowCost, slotCost } from "./plan.ts";
import { periodsAllowed } from "./row-allowed.ts";
import type { RowSearch } from "./row-search.ts";
import type { Window } from "./window.ts";

/** What rows and cover of a window cost at least at given prices of the slots: the two halves of its bound. */
export class WindowPricing {
  readonly model: Model;
  readonly window: Window;
  /** People on each slot from outside the window. */
  readonly given: Int16Array;
  readonly prices: Float64Array;
  private readonly search: RowSearch;

  constructor(model: Model, search: RowSearch, window: Window, given: Int16Array) {
    this.model = model;
    this.search = search;
    this.window = window;
    this.given = given;
    this.prices = new Float64Array(model.days * model.shifts);
  }

  /** What the window costs at least; `rows` receives everybody's cheapest row. */
  all(rows: readonly Uint8Array[]): number {
    let cost = this.cheapestCover();
    this.window.people.forEach((p, i) => {
      cost += this.cheapestRow(p, rows[i]!);
    });
    return cost;
  }

  /** Writes the cheapest row of this person over the window's days, and returns its cost. */
  cheapestRow(p: number, row: Uint8Array): number {
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

  /** What the cover costs at least at these prices; `taken` receives how many people each slot then takes. */
  cheapestCover(taken?: Int16Array): number {
    const { model, window, prices, given } = this;
    const most = window.people.length;
    let bound = 0;
    for (let slot = window.from * model.shifts; slot < window.to * model.shifts; slot++) {
      const value = prices[slot]!;
      const wanted = Math.min(most, Math.max(0, model.wanted[slot]! - given[slot]!));
      const floor = Math.min(most, Math.max(0, model.floor[slot]! - given[slot]!));
      let least = Number.POSITIVE_INFINITY;
      for (const n of [0, floor, wanted, most]) {
        const cost = slotCost(model, slot, given[slot]! + n) - value * n;
        if (cost >= least) continue;
        least = cost;
        if (taken) taken[slot] = n;
      }
      bound += least;
    }
    return bound;
  }
}
