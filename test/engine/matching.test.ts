import { beforeAll, describe, expect, test } from "vitest";
import { solveFromAuction } from "../../api/src/engine/matching/auction-start.ts";
import { IN_PLAN, networkOf, OPEN, PINNED_EDGE, PRICE, RECORD } from "../../api/src/engine/matching/network.ts";
import { pinsOf } from "../../api/src/engine/matching/pins.ts";
import { dualOf, objectiveOf } from "../../api/src/engine/matching/plan.ts";
import { PINNED } from "../../api/src/engine/matching/problem.ts";
import { LivePlan } from "../../api/src/engine/matching/repair/live-plan.ts";
import { Search } from "../../api/src/engine/matching/search.ts";
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

describe("a plan that starts from an auction", () => {
  test("costs what the searches alone find, with its proof, on 600 small problems", () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 600; seed++) {
      const problem = smallProblem(seed);
      const net = networkOf(problem);
      const pins = pinsOf(problem)?.ofRequest;
      const wanted = problem.need.map((need, r) => need - (pins?.[r] ?? 0));
      solveFromAuction(net, wanted, new Search(net), () => false);
      const chosen = [...net.shut.keys()].filter((e) => net.shut[e] === IN_PLAN || net.shut[e] === PINNED_EDGE);
      const unfilled = problem.need.map((_, r) => net.request[r * RECORD + OPEN]!);
      const price = problem.need.map((_, r) => net.request[r * RECORD + PRICE]!);
      const cost = objectiveOf(problem, Int32Array.from(chosen), unfilled);
      const scratch = solve(problem).objective;
      expect({ seed, cost, proof: dualOf(problem, price, net.personPrice) }).toEqual({
        seed,
        cost: scratch,
        proof: scratch,
      });
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
