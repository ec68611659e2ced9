import { type Limits, type Model, weekendsTouched } from "./model.ts";
import { Plan, price, weekendsServed } from "./plan.ts";
import { periodsAllowed, rowAllowed } from "./row-allowed.ts";
import type { Quota } from "./row-budget.ts";
import type { RowSearch } from "./row-search.ts";

/** Horizons up to this many days are searched as a whole; longer ones in windows of whole weeks. */
export const WHOLE_HORIZON = 84;
const WINDOW = 28;

/** A first roster: one person after the other takes the row that helps most. `without` lists people who have no row at all. */
export function construct(model: Model, search: RowSearch): { plan: Plan; without: number[] } {
  const plan = new Plan(model);
  const without: number[] = [];
  for (let p = 0; p < model.people; p++) {
    const row = firstRow(model, search, p, marginalPrices(plan));
    if (row) plan.rows[p]!.set(row);
    else without.push(p);
    plan.drop(p, 0, model.days);
  }
  return { plan: new Plan(model, plan.rows), without };
}

/** What one more person on each slot would cost now. */
export function marginalPrices(plan: Plan): Float64Array {
  const prices = new Float64Array(plan.count.length);
  for (let slot = 0; slot < prices.length; slot++) prices[slot] = price(plan.model, slot, plan.count[slot]!);
  return prices;
}

export function firstRow(model: Model, search: RowSearch, p: number, prices: Float64Array): Uint8Array | undefined {
  const limits = model.limits[p]!;
  const row = new Uint8Array(model.days);
  if (model.days <= WHOLE_HORIZON && limits.periods.length === 0)
    return search.rebuild(p, row, 0, model.days, prices) < Number.POSITIVE_INFINITY ? row : undefined;
  for (const slack of [1, 3, 8]) {
    row.fill(0);
    if (buildInWindows(model, search, p, row, prices, slack) && rowAllowed(model, p, row)) return row;
  }
  row.fill(0);
  const whole = search.rebuild(p, row, 0, model.days, prices);
  return whole < Number.POSITIVE_INFINITY && periodsAllowed(model, p, row) ? row : undefined;
}

/** Each window gets its share of the minutes and weekends that are left, give or take `slack` duties. */
function buildInWindows(
  model: Model,
  search: RowSearch,
  p: number,
  row: Uint8Array,
  prices: Float64Array,
  slack: number,
): boolean {
  const limits = model.limits[p]!;
  for (const [from, to] of windows(model, limits)) {
    const quota = shareOf(model, limits, row, from, to, slack);
    if (search.rebuild(p, row, from, to, prices, quota) === Number.POSITIVE_INFINITY) return false;
  }
  return true;
}

/** Windows end where a period of minutes ends. */
export function windows(model: Model, limits: Limits): [number, number][] {
  const edges = new Set([0, model.days]);
  for (let d = WINDOW; d < model.days; d += WINDOW) edges.add(d);
  for (const period of limits.periods) edges.add(period.from).add(period.to);
  const sorted = [...edges].filter((d) => d >= 0 && d <= model.days).sort((a, b) => a - b);
  return sorted.slice(1).map((to, i) => [sorted[i]!, to]);
}

function shareOf(model: Model, limits: Limits, row: Uint8Array, from: number, to: number, slack: number): Quota {
  let served = 0;
  for (let d = 0; d < from; d++) if (row[d] !== 0) served += model.minutesOf[row[d]! - 1]!;
  const duty = Math.max(...model.minutesOf);
  const isLast = to === model.days;
  const part = (total: number) => (total * to) / model.days - served;
  const weekends = Math.ceil((limits.mostWeekends * to) / model.days) - weekendsServed(model, row);
  const quota = periodQuota(model, limits, row, from, to);
  return {
    least: Math.max(quota?.least ?? 0, isLast ? limits.least - served : part(limits.least) - (slack - 1) * duty),
    most: Math.min(quota?.most ?? Infinity, isLast ? limits.most - served : part(limits.most) + (slack - 1) * duty),
    weekends: Math.max(0, Math.min(weekends + slack - 1, weekendsTouched(model, from, to))),
    building: true,
  };
}

/** What the tightest period around from..to leaves for these days, or undefined when no period holds them. */
export function periodQuota(
  model: Model,
  limits: Limits,
  row: Uint8Array,
  from: number,
  to: number,
): Quota | undefined {
  let least = 0;
  let most = Number.POSITIVE_INFINITY;
  for (const period of limits.periods) {
    if (period.to <= from || period.from >= to) continue;
    let kept = 0;
    for (let d = period.from; d < period.to; d++)
      if ((d < from || d >= to) && row[d] !== 0) kept += model.minutesOf[row[d]! - 1]!;
    most = Math.min(most, period.most - kept);
    if (period.from >= from || period.to <= to) least = Math.max(least, period.least - kept);
  }
  return limits.periods.length === 0 ? undefined : { least, most, weekends: model.days, building: false };
}
