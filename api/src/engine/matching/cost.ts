import { ProblemError } from "./problem-error.ts";

/**
 * What a candidate costs, part by part. Every part is an amount to keep small, 0 being ideal:
 *
 * - distance: hundreds of metres to travel (0 online)
 * - specialism: steps between what is wanted and what the person offers
 * - wish: wishes of either side that are not met
 * - continuity: 1 unless the person has helped here before
 * - fairness: hours served in the last four weeks
 * - waiting: 1 unless the request has waited past its due time
 * - response: offers out of ten that the person let lapse
 * - change: 1 where the plan would differ from what is already confirmed
 */
export const COST_PARTS = [
  "distance",
  "specialism",
  "wish",
  "continuity",
  "fairness",
  "waiting",
  "response",
  "change",
] as const;
export type CostPart = (typeof COST_PARTS)[number];

/** Amounts in the parts' own units; a part left out is 0. */
export type CostAmounts = Readonly<Partial<Record<CostPart, number>>>;

/** Cost units for one unit of each part: a project's policy. Whole numbers from 0 to 2^20. */
export type Weights = Readonly<Record<CostPart, number>>;

/** A day's reading of what people ask for: 1 km of travel weighs like one unmet wish. */
export const DEFAULT_WEIGHTS: Weights = {
  distance: 10,
  specialism: 200,
  wish: 100,
  continuity: 150,
  fairness: 5,
  waiting: 50,
  response: 20,
  change: 400,
};

const MAX_AMOUNT = 2 ** 28;
const MAX_WEIGHT = 2 ** 20;

export function checkWeights(weights: Weights): void {
  for (const part of COST_PARTS) {
    const weight = weights[part];
    if (!Number.isInteger(weight) || weight < 0 || weight > MAX_WEIGHT)
      throw new ProblemError("weight", { part }, weight);
  }
}

/** Amount × weight of one part, in cost units. */
export function weighted(amounts: CostAmounts, part: CostPart, weights: Weights): number {
  const amount = amounts[part] ?? 0;
  if (!Number.isInteger(amount) || amount < 0 || amount > MAX_AMOUNT)
    throw new ProblemError("cost-part", { part }, amount);
  return amount * weights[part];
}
