import type { Master } from "./master.ts";
import type { WindowPricing } from "./window-pricing.ts";

/** Steps, and how many of the last leave their rows to the master. */
const STEPS = 40;
const KEPT = 10;

/**
 * Rows to begin with: steps of the subgradient, where each slot's price moves by how far rows and cover disagree. The steps are
 * too wide to find good prices; the rows met on the way keep the linear master from circling around its first bad ones
 * (20 rounds instead of 44 on the largest public instance; rows of a noisy greedy construction did less).
 */
export function* sow(
  pricing: WindowPricing,
  master: Master,
  start: readonly Uint8Array[],
  outside: number,
  most: number,
): Generator<undefined, void, unknown> {
  const { model, window, prices, given } = pricing;
  const first = window.from * model.shifts;
  const last = window.to * model.shifts;
  const rows = start.map((row) => row.slice());
  const drift = new Float64Array(last);
  const excess = new Int16Array(last);
  for (let slot = first; slot < last; slot++)
    prices[slot] = given[slot]! < model.wanted[slot]! ? -0.3 * model.under[slot]! : 0.3 * model.over[slot]!;
  for (let step = 0; step < STEPS; step++) {
    let bound = outside + pricing.cheapestCover(excess);
    rows.forEach((row, i) => {
      bound += pricing.cheapestRow(window.people[i]!, row);
      for (let d = window.from; d < window.to; d++) if (row[d] !== 0) excess[d * model.shifts + row[d]! - 1]!--;
      if (step >= STEPS - KEPT) master.add(i, row);
    });
    let length = 1;
    for (let slot = first; slot < last; slot++) {
      drift[slot] = 0.6 * drift[slot]! - excess[slot]!;
      length += drift[slot]! ** 2;
    }
    const stride = (0.9 ** step * Math.max(1, most - bound)) / length;
    for (let slot = first; slot < last; slot++) {
      const floorCost = given[slot]! < model.floor[slot]! ? model.floorCost : 0;
      const moved = prices[slot]! + stride * drift[slot]!;
      prices[slot] = Math.min(model.over[slot]!, Math.max(-model.under[slot]! - floorCost, moved));
    }
    if (step % 8 === 7) yield;
  }
}
