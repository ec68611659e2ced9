import { FORBIDDEN, type Model } from "./model.ts";
import type { RowShape } from "./row-shape.ts";
import type { Span } from "./row-span.ts";

/** What each day of a span costs, by class of shift and off. */
export class DayPrices {
  /** Cost and shift + 1 per day and class, counted from the first day of the span. */
  dayCost = new Float64Array(0);
  dayShift = new Int16Array(0);
  restCost = new Float64Array(0);
  /** restSum[i]: days off from the first day of the span to day i. */
  restSum = new Float64Array(0);
  private readonly model: Model;

  constructor(model: Model) {
    this.model = model;
  }

  /** The cheapest shift of each class on each day; kept days allow only what they hold. */
  set(
    p: number,
    shape: RowShape,
    span: Span,
    row: Uint8Array,
    [from, to]: readonly [number, number],
    prices: Float64Array,
  ): void {
    const { model } = this;
    const { first, last } = span;
    this.reserve(last - first, shape.classes);
    const { dayCost, dayShift } = this;
    const { classes, classOf } = shape;
    const { shifts, days, duty, off } = model;
    dayCost.fill(FORBIDDEN, 0, (last - first) * classes);
    this.restSum[0] = 0;
    for (let d = first; d < last; d++) {
      const kept = d < from || d >= to;
      const holds = row[d]!;
      const at = (d - first) * classes;
      const place = (p * days + d) * shifts;
      for (let s = 0; s < shifts; s++) {
        const k = classOf[s]!;
        if (k < 0 || (kept && holds !== s + 1)) continue;
        const cost = duty[place + s]! + prices[d * shifts + s]!;
        if (cost < dayCost[at + k]!) {
          dayCost[at + k] = cost;
          dayShift[at + k] = s + 1;
        }
      }
      this.restCost[d - first] = kept && holds !== 0 ? FORBIDDEN : off[p * days + d]!;
      this.restSum[d - first + 1] = this.restSum[d - first]! + this.restCost[d - first]!;
    }
  }

  private reserve(length: number, classes: number): void {
    if (this.dayCost.length < length * classes) {
      this.dayCost = new Float64Array(length * classes * 2);
      this.dayShift = new Int16Array(length * classes * 2);
    }
    if (this.restCost.length < length + 1) {
      this.restCost = new Float64Array(length * 2 + 1);
      this.restSum = new Float64Array(length * 2 + 1);
    }
  }
}
