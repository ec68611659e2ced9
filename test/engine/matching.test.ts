import { beforeAll, describe, expect, test } from "@jest/globals";
import { dualOf, objectiveOf } from "../../api/src/engine/matching/plan.ts";
import { PINNED } from "../../api/src/engine/matching/problem.ts";
import { LivePlan } from "../../api/src/engine/matching/repair/live-plan.ts";
import { solve } from "../../api/src/engine/matching/solve.ts";
import { type Highs, highs } from "../bench/matching/highs.ts";
import { randomFrom } from "../bench/matching/random.ts";
import { happen } from "./events.ts";
import { smallProblem } from "./small-problem.ts";

const FIRST_SEED = Number(process.env.SEED ?? 1);

describe("a matching plan", () => {
  let solver: Highs;
  beforeAll(async () => {
    solver = await highs();
  });

  test("costs what HiGHS says, on 1,200 small problems with ties, empty sides, zero places and pins", () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 1200; seed++) {
      const problem = smallProblem(seed);
      const plan = solve(problem, { seed });
      expect({ seed, cost: plan.objective }).toEqual({ seed, cost: solver.objective(problem) });
      expect({ seed, proof: plan.dual }).toEqual({ seed, proof: plan.objective });
    }
  });

  test("fills no more places than there are, and keeps every pin", () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 300; seed++) {
      const problem = smallProblem(seed);
      const { assigned, unfilled } = solve(problem, { seed });
      const chosen = new Set(assigned);
      const used = new Int32Array(problem.capacity.length);
      for (const e of assigned) used[problem.edgePerson[e]!]! += 1;
      for (const [p, places] of problem.capacity.entries())
        expect({ seed, over: used[p]! > places }).toEqual({ seed, over: false });
      for (let r = 0; r < problem.need.length; r++) {
        const filled = assigned.filter((e) => e >= problem.edgeStart[r]! && e < problem.edgeStart[r + 1]!).length;
        expect({ seed, r, places: filled + unfilled[r]! }).toEqual({ seed, r, places: problem.need[r] });
      }
      for (const [e, hold] of problem.hold.entries()) if (hold === PINNED) expect(chosen.has(e)).toBe(true);
    }
  });

  test("is the same for the same seed", () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 50; seed++) {
      const problem = smallProblem(seed);
      expect(solve(problem, { seed: 7 })).toEqual(solve(problem, { seed: 7 }));
    }
  });
});

describe("a live plan", () => {
  test("costs what a solve from scratch does after each of 12,000 events in 400 sequences", () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 400; seed++) {
      const problem = smallProblem(seed);
      const live = new LivePlan(problem, solve(problem));
      const random = randomFrom(seed);
      for (let step = 0; step < 30; step++) {
        const event = happen(live, random);
        const now = live.snapshot();
        const cost = objectiveOf(now.problem, now.assigned, now.unfilled);
        const proof = dualOf(now.problem, now.requestPrice, now.personPrice);
        const scratch = solve(now.problem).objective;
        expect({ seed, step, event, cost, proof }).toEqual({ seed, step, event, cost: scratch, proof: scratch });
      }
    }
  });
});
