import type { Model } from "./model.ts";
import type { RowSearch } from "./row-search.ts";

/**
 * A cost no roster can beat, for any prices: everyone's cheapest row at these prices, plus the cheapest cover at these prices.
 * (Lagrange: the prices replace the rule that rows and cover must agree.) `rows` receives everyone's cheapest row.
 */
export function boundAt(model: Model, search: RowSearch, prices: Float64Array, rows: readonly Uint8Array[]): number {
  let bound = model.base;
  for (let slot = 0; slot < prices.length; slot++) bound += cheapestCover(model, slot, prices[slot]!);
  for (let p = 0; p < model.people; p++) bound += search.rebuild(p, rows[p]!, 0, model.days, prices);
  return bound;
}

/** Least of cost(n) - price × n over all n: convex, so it lies at a corner. */
function cheapestCover(model: Model, slot: number, price: number): number {
  const wanted = model.wanted[slot]!;
  const floor = model.floor[slot]!;
  const atWanted = -price * wanted;
  const atFloor = (wanted - floor) * model.under[slot]! - price * floor;
  const atNone = wanted * model.under[slot]! + floor * model.floorCost;
  const atAll = (model.people - wanted) * model.over[slot]! - price * model.people;
  return Math.min(atWanted, atFloor, atNone, model.people > wanted ? atAll : atWanted);
}
