import { objectiveOf } from "./plan.ts";
import { PINNED, type Problem } from "./problem.ts";
import { LivePlan } from "./repair/live-plan.ts";
import { type SolveOptions, solve } from "./solve.ts";

/** A plan in which some requests are filled whole or not at all. */
export interface WholePlan {
  /** Edge numbers, rising. */
  readonly assigned: Int32Array;
  readonly unfilled: Int32Array;
  readonly objective: number;
  /** No plan at all can cost less: the best one without the all-or-nothing rule. The rule costs at most the difference. */
  readonly bound: number;
  /** Requests left empty because they could not be filled whole. */
  readonly givenUp: readonly number[];
}

/**
 * All-or-nothing requests (a team that goes as a whole, a post that is useless half manned) are not a flow. This layer solves
 * without the rule, gives up what came out half filled, the least urgent and emptiest first, and then tries each again.
 * The result is a good plan, not a proven one: `bound` says how far from the best it can be.
 * A request with a pin is never given up.
 */
export function solveWhole(problem: Problem, whole: readonly number[], options: SolveOptions = {}): WholePlan {
  const relaxed = solve(problem, options);
  const live = new LivePlan(problem, relaxed);
  const rule = whole.filter((r) => problem.need[r]! > 0 && !hasPin(problem, r));
  const givenUp = giveUpHalfFilled(live, problem, rule);
  for (const r of [...givenUp].sort((a, b) => problem.urgency[b]! - problem.urgency[a]!)) {
    live.requestGrows(r, problem.need[r]!);
    if (rule.some((other) => (other === r || !givenUp.has(other)) && live.openPlaces(other) > 0)) {
      live.requestShrinks(r, problem.need[r]!);
    } else {
      givenUp.delete(r);
    }
  }
  const { assigned, unfilled } = live.snapshot();
  for (const r of givenUp) unfilled[r] = problem.need[r]!;
  const objective = objectiveOf(problem, assigned, unfilled);
  return { assigned, unfilled, objective, bound: relaxed.objective, givenUp: [...givenUp].sort((a, b) => a - b) };
}

function giveUpHalfFilled(live: LivePlan, problem: Problem, rule: readonly number[]): Set<number> {
  const givenUp = new Set<number>();
  const emptiness = (r: number) => live.openPlaces(r) / problem.need[r]!;
  for (;;) {
    const short = rule.filter((r) => !givenUp.has(r) && live.openPlaces(r) > 0);
    if (short.length === 0) return givenUp;
    const worst = short.reduce((a, b) => {
      const byUrgency = problem.urgency[a]! - problem.urgency[b]!;
      return (byUrgency === 0 ? emptiness(b) - emptiness(a) : byUrgency) <= 0 ? a : b;
    });
    live.requestShrinks(worst, problem.need[worst]!);
    givenUp.add(worst);
  }
}

function hasPin({ edgeStart, hold }: Problem, r: number): boolean {
  return hold.subarray(edgeStart[r]!, edgeStart[r + 1]!).includes(PINNED);
}
