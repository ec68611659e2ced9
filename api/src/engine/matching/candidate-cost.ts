import { type PartName, parts } from "../cost/parts.ts";
import type { Weights } from "../cost/weights.ts";
import { MAX_EDGE_COST } from "./problem.ts";
import { ProblemError } from "./problem-error.ts";

type Part = PartName | "change";

/** What a candidate costs in the units of each part (engine/cost says what they are); a part left out is 0. */
export type CostUnits = Readonly<Partial<Record<Part, number>>>;

const names: readonly Part[] = [...parts.map(({ name }) => name), "change"];
const MAX_UNITS = 2 ** 28;
const MAX_WEIGHT = 2 ** 20;

/** Refuses a policy whose weights a problem could not be built on. */
export function checkWeights(weights: Weights): void {
  for (const part of names) {
    const weight = weights[part];
    if (!Number.isInteger(weight) || weight < 0 || weight > MAX_WEIGHT)
      throw new ProblemError("weight", { part }, weight);
  }
}

/** Units × weights, in cost units. */
export function candidateCost(
  { requestId, personId, cost }: { readonly requestId: string; readonly personId: string; readonly cost: CostUnits },
  weights: Weights,
): number {
  let total = 0;
  for (const part of names) {
    const units = cost[part] ?? 0;
    if (!Number.isInteger(units) || units < 0 || units > MAX_UNITS)
      throw new ProblemError("cost-part", { part }, units);
    total += units * weights[part];
  }
  if (total > MAX_EDGE_COST) throw new ProblemError("edge-cost", { request: requestId, person: personId }, total);
  return total;
}
