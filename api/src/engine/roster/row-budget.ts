import { type Model, weekendsTouched } from "./model.ts";
import type { RowShape } from "./row-shape.ts";
import type { Span } from "./row-span.ts";

/** What the days being rebuilt may hold. While a row is still being built its least minutes over the horizon do not count yet. */
export interface Quota {
  readonly least: number;
  readonly most: number;
  readonly weekends: number;
  readonly building: boolean;
}

/** What is left of a contract for the span, and so the size of the search. */
export interface Budget {
  /** One more than the weekends, and one more than the units of minutes, that may be served. */
  readonly weekends: number;
  readonly units: number;
  readonly leastUnits: number;
  /** Most duties of each counted shift; a tally is such counts in one number, below `tallies`. */
  readonly tallyCaps: readonly number[];
  readonly tallies: number;
  /** tallyAfter[level][tally * loads + load]: the tally after a run, or -1 where a count would go over. */
  readonly tallyAfter: readonly Int32Array[];
  readonly keptMinutes: number;
}

/** Undefined when the kept days alone break the contract. */
export function budgetOf(
  model: Model,
  p: number,
  shape: RowShape,
  span: Span,
  row: Uint8Array,
  [from, to]: readonly [number, number],
  quota: Quota | undefined,
): Budget | undefined {
  const limits = model.limits[p]!;
  const { first, last } = span;
  let minutes = 0;
  let weekends = 0;
  const tally = shape.counted.map(() => 0);
  let weekend = -1;
  for (let d = 0; d < model.days; d++) {
    if (d === first) d = last;
    if (d >= model.days) break;
    const duty = row[d]!;
    if (duty === 0) continue;
    minutes += model.minutesOf[duty - 1]!;
    const i = shape.counted.indexOf(duty - 1);
    if (i >= 0) tally[i]!++;
    if (weekendsTouched(model, d, d + 1) > 0 && model.weekendsBegun[d + 1] !== weekend) {
      weekend = model.weekendsBegun[d + 1]!;
      weekends++;
    }
  }
  let open = Math.min(limits.mostWeekends - weekends, weekendsTouched(model, first, last)) + 1;
  let most = limits.most - minutes;
  let least = limits.least - minutes;
  if (quota) {
    let edges = 0;
    for (let d = first; d < last; d++)
      if ((d < from || d >= to) && row[d] !== 0) edges += model.minutesOf[row[d]! - 1]!;
    most = Math.min(most, quota.most + edges);
    least = quota.building ? quota.least + edges : Math.max(least, quota.least + edges);
    const allowed = quota.weekends + weekendsTouched(model, first, from) + weekendsTouched(model, to, last);
    open = Math.min(open, allowed + 1);
  }
  const longest = Math.max(0, ...(shape.levels[0]?.units ?? []));
  const units = Math.min(Math.floor(most / shape.unit), longest * (last - first)) + 1;
  const leastUnits = Math.max(0, Math.ceil(least / shape.unit));
  const tallyCaps = shape.counted.map((s, i) => Math.min(limits.mostOf[s]! - tally[i]!, last - first));
  const tallies = tallyCaps.reduce((product, cap) => product * (cap + 1), 1);
  if (open < 1 || units < 1 || tallyCaps.some((cap) => cap < 0)) return undefined;
  const tallyAfter = sumTallies(shape, tallyCaps, tallies);
  return { weekends: open, units, leastUnits, tallyCaps, tallies, tallyAfter, keptMinutes: minutes };
}

function sumTallies({ counted, levels }: RowShape, tallyCaps: readonly number[], tallies: number): Int32Array[] {
  const sums: Int32Array[] = [];
  if (counted.length === 0) return sums;
  for (const level of levels) {
    const after = new Int32Array(tallies * level.loads);
    for (let tally = 0; tally < tallies; tally++)
      for (let load = 0; load < level.loads; load++) {
        let rest = tally;
        let stride = 1;
        let sum = 0;
        for (let i = 0; i < counted.length && sum >= 0; i++) {
          const radix = tallyCaps[i]! + 1;
          const n = (rest % radix) + level.counts[load * counted.length + i]!;
          sum = n < radix ? sum + n * stride : -1;
          rest = (rest / radix) | 0;
          stride *= radix;
        }
        after[tally * level.loads + load] = sum;
      }
    sums.push(after);
  }
  return sums;
}
