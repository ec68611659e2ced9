import type { RunFiguresFragment } from "./match.generated.ts";

type Figures = Pick<RunFiguresFragment, "objective" | "dual" | "lossAtMost">;

/**
 * How good a plan is, in cost points: no plan of the pairs weighed costs less than `bound`. Equal figures prove the best plan only where
 * no pair had to be given up before the proof, because two new assignments of one person would clash. Null: nothing is planned.
 */
export function optimality({ objective, dual, lossAtMost }: Figures) {
  if (objective === null || dual === null || lossAtMost === null) return null;
  const bound = dual - lossAtMost;
  return { cost: objective, bound, loss: objective - bound, proven: objective === bound };
}
