import { createRequire } from "node:module";
import { BARRED, PINNED, type Problem } from "../../../api/src/engine/matching/problem.ts";

type Solver = (options?: object) => Promise<{
  solve(model: string, options?: object): { Status: string; ObjectiveValue: number };
}>;
const loadHighs = createRequire(import.meta.url)("highs") as Solver;

export interface Highs {
  /** Least cost of the problem, by linear programming. */
  objective(problem: Problem): number;
}

/** HiGHS compiled to WebAssembly: an independent solver to compare with. */
export async function highs(): Promise<Highs> {
  const solver = await loadHighs();
  return {
    objective(problem) {
      const model = linearProgramme(problem);
      if (model === undefined) return 0;
      const { Status, ObjectiveValue } = solver.solve(model, { output_flag: false });
      if (Status !== "Optimal") throw new Error(`HiGHS says ${Status}`);
      return Math.round(ObjectiveValue);
    },
  };
}

/** The problem in the LP file format; undefined when there is nothing to decide. */
function linearProgramme({
  need,
  unfilledCost,
  capacity,
  edgeStart,
  edgePerson,
  edgeCost,
  hold,
}: Problem): string | undefined {
  const cost: string[] = [];
  const fill: string[] = [];
  const bounds: string[] = [];
  const takers: string[][] = Array.from(capacity, () => []);
  for (let r = 0; r < need.length; r++) {
    const terms = [`u${r}`];
    cost.push(`${unfilledCost[r]} u${r}`);
    for (let e = edgeStart[r]!; e < edgeStart[r + 1]!; e++) {
      terms.push(`x${e}`);
      cost.push(`${edgeCost[e]} x${e}`);
      takers[edgePerson[e]!]!.push(`x${e}`);
      bounds.push(`${hold[e] === PINNED ? 1 : 0} <= x${e} <= ${hold[e] === BARRED ? 0 : 1}`);
    }
    fill.push(`r${r}: ${terms.join(" + ")} = ${need[r]}`);
  }
  if (cost.length === 0) return undefined;
  const limits = takers.flatMap((terms, p) =>
    terms.length > 0 ? [`p${p}: ${terms.join(" + ")} <= ${capacity[p]}`] : [],
  );
  return `Minimize\n obj: ${cost.join("\n + ")}\nSubject To\n ${[...fill, ...limits].join("\n ")}\nBounds\n ${bounds.join("\n ")}\nEnd\n`;
}
