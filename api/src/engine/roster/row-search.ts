import { DayPrices } from "./day-prices.ts";
import { FORBIDDEN, type Limits, type Model, REFUSED } from "./model.ts";
import { budgetOf, type Quota } from "./row-budget.ts";
import { type RowShape, rowShape } from "./row-shape.ts";
import { type Span, spanAround } from "./row-span.ts";
import { RowTable } from "./row-table.ts";
import { RunPrices } from "./run-prices.ts";

/** A limit this small is broken often enough to count it from the start once it has been broken. */
const OFTEN_BINDING = 6;

/**
 * Finds the cheapest row a person can serve, exactly, for given prices of the slots: the one tool of construction, improvement
 * and bounds.
 *
 * Dynamic program over days; a row alternates breaks and runs of duty. The inside
 * of a run (which shift on which day) is solved on the side, per first day. A day-by-day program with the shift in its state was
 * some twenty times slower on four weeks with ten shifts.
 *
 * Part of a row can be rebuilt: the days from..to, whole weeks. What lies around is kept; runs and breaks that reach across the
 * edges are taken in as pinned days, so that no rule has a special case at an edge.
 */
export class RowSearch {
  private readonly model: Model;
  private readonly days: DayPrices;
  private readonly runs: RunPrices;
  private readonly table: RowTable;
  private readonly shapes = new Map<string, RowShape>();
  private readonly countedOf: number[][];
  private shape!: RowShape;
  private limits!: Limits;
  private latest: Span = { first: 0, last: 0, startsRested: true, endsRested: false };

  constructor(model: Model) {
    this.model = model;
    this.days = new DayPrices(model);
    this.runs = new RunPrices(this.days);
    this.table = new RowTable(model, this.days, this.runs);
    this.countedOf = model.limits.map(() => []);
  }

  /**
   * Rebuilds the days from..to of `row` (one entry a day: 0 for off, shift + 1) at the least cost of wishes, fair share and
   * prices (per slot), within a quota for those days if one is given. Returns that cost over the days it looked at, or Infinity with the row unchanged when no row is allowed.
   */
  rebuild(p: number, row: Uint8Array, from: number, to: number, prices: Float64Array, quota?: Quota): number {
    this.limits = this.model.limits[p]!;
    let counted = this.countedOf[p]!;
    for (;;) {
      this.shape = this.shapeOf(p, counted);
      const cost = this.solve(p, row, [from, to], prices, quota);
      if (cost >= REFUSED) return Number.POSITIVE_INFINITY;
      const broken = this.overCount(row);
      if (broken < 0) {
        const { first, last } = this.latest;
        for (let d = first; d < last; d++) row[d] = this.table.found[d]!;
        return cost;
      }
      counted = [...counted, broken];
      if (this.limits.mostOf[broken]! <= OFTEN_BINDING) this.countedOf[p] = counted;
    }
  }

  private shapeOf(p: number, counted: readonly number[]): RowShape {
    const key = `${p}/${counted}`;
    let shape = this.shapes.get(key);
    if (!shape) {
      shape = rowShape(this.model, p, counted);
      this.shapes.set(key, shape);
    }
    return shape;
  }

  private overCount(row: Uint8Array): number {
    const { shifts, days } = this.model;
    const { first, last } = this.latest;
    const { found } = this.table;
    for (let s = 0; s < shifts; s++) {
      const most = this.limits.mostOf[s]!;
      if (most >= days || this.shape.counted.includes(s)) continue;
      let n = 0;
      for (let d = 0; d < days; d++) if ((d >= first && d < last ? found[d] : row[d]) === s + 1) n++;
      if (n > most) return s;
    }
    return -1;
  }

  private solve(
    p: number,
    row: Uint8Array,
    days: readonly [number, number],
    prices: Float64Array,
    quota: Quota | undefined,
  ): number {
    const { model, limits, shape } = this;
    this.latest = spanAround(model.days, limits, row, ...days);
    const budget = budgetOf(model, p, shape, this.latest, row, days, quota);
    if (!budget) return FORBIDDEN;
    this.days.set(p, shape, this.latest, row, days, prices);
    this.runs.set(shape);
    return this.table.solve(limits, shape, this.latest, budget);
  }
}
