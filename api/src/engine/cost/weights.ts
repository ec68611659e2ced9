import { type PartName, parts } from "./parts.ts";

/**
 * What one unit of each part costs, in points; belongs to a project's policy. Whole, 0 or more; 0 switches a part off.
 * `change` is what it costs to differ from what is already confirmed: known to a match run, not to a pair.
 */
export type Weights = Readonly<Record<PartName | "change", number>>;

/** No pair may cost more than this: the solver's penalty for an unfilled place is built on it. */
export const MAX_COST = 1_000_000;

/**
 * Points of the standard project. Read as trades: a helper known from before is worth 20 km;
 * an unmet wish 8 km; an hour served lately 1 km less; 10 % more likely to say yes 3 km.
 */
export const standardWeights: Weights = {
  distance: 10,
  specialism: 40,
  wish: 80,
  continuity: 200,
  fairness: 10,
  waiting: 5,
  response: 3,
  change: 300,
};

/** Throws RangeError naming the part that is not whole or is negative, or the total beyond MAX_COST. */
export function checkWeights(weights: Weights): void {
  let most = 0;
  for (const { name, maxUnits } of [...parts, { name: "change", maxUnits: 1 } as const]) {
    const weight = weights[name];
    if (!Number.isInteger(weight) || weight < 0)
      throw new RangeError(`Weight "${name}" must be a whole number from 0.`);
    most += weight * maxUnits;
  }
  if (most > MAX_COST) throw new RangeError(`Weights allow a cost of ${most}; at most ${MAX_COST} fits the solver.`);
}
