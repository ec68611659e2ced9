import type { NamedProblem } from "../build.ts";
import { COST_PARTS, type CostPart } from "../cost.ts";

/** Why this person: what the edge costs, part by part, in cost units; parts that cost nothing are left out. */
export function partsOf({ edgeParts }: NamedProblem, edge: number): { part: CostPart; cost: number }[] {
  return COST_PARTS.map((part, at) => ({ part, cost: edgeParts[edge * COST_PARTS.length + at]! })).filter(
    ({ cost }) => cost > 0,
  );
}
