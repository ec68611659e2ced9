import { FORBIDDEN, type Model } from "./model.ts";
import { type Plan, price, shareCost, wishCost } from "./plan.ts";
import type { Random } from "./random.ts";
import { rowAllowed } from "./row-allowed.ts";

const LONGEST_BLOCK = 8;

/**
 * The cheap moves of the annealing: two people swap a block of days, or one person's block is changed. Millions a second; the
 * exact search finds what these cannot reach.
 */
export class SwapMoves {
  private readonly model: Model;
  private readonly plan: Plan;
  private readonly random: Random;
  private readonly keptA: Uint8Array;
  private readonly keptB: Uint8Array;

  constructor(plan: Plan, random: Random) {
    this.model = plan.model;
    this.plan = plan;
    this.random = random;
    this.keptA = new Uint8Array(plan.model.days);
    this.keptB = new Uint8Array(plan.model.days);
  }

  /** Tries one move and keeps it if it costs at most `budget` more. */
  attempt(budget: number): boolean {
    const { random, model } = this;
    const from = random.below(model.days);
    const to = Math.min(model.days, from + 1 + random.below(random.below(3) === 0 ? LONGEST_BLOCK : 3));
    const a = random.below(model.people);
    if (model.people > 1 && random.below(4) !== 0) {
      const b = (a + 1 + random.below(model.people - 1)) % model.people;
      return this.swap(a, b, from, to, budget);
    }
    return this.change(a, from, to, budget);
  }

  /** The cover stays as it is: only wishes and rules speak. */
  private swap(a: number, b: number, from: number, to: number, budget: number): boolean {
    const { model, plan, keptA, keptB } = this;
    const rowA = plan.rows[a]!;
    const rowB = plan.rows[b]!;
    let same = true;
    for (let d = from; d < to; d++) if (rowA[d] !== rowB[d]) same = false;
    if (same) return false;
    let delta = -wishCost(model, a, rowA, from, to) - wishCost(model, b, rowB, from, to);
    delta += wishCost(model, a, rowB, from, to) + wishCost(model, b, rowA, from, to);
    if (delta > budget) return false;
    const shares = shareCost(model, a, rowA) + shareCost(model, b, rowB);
    for (let d = from; d < to; d++) {
      keptA[d] = rowA[d]!;
      keptB[d] = rowB[d]!;
      rowA[d] = keptB[d]!;
      rowB[d] = keptA[d]!;
    }
    delta += shareCost(model, a, rowA) + shareCost(model, b, rowB) - shares;
    if (delta <= budget && rowAllowed(model, a, rowA) && rowAllowed(model, b, rowB)) {
      plan.cost += delta;
      return true;
    }
    for (let d = from; d < to; d++) {
      rowA[d] = keptA[d]!;
      rowB[d] = keptB[d]!;
    }
    return false;
  }

  /** Puts one shift, or days off, in place of a block, or moves the block by a day. */
  private change(p: number, from: number, to: number, budget: number): boolean {
    const { model, plan, random, keptA } = this;
    const row = plan.rows[p]!;
    for (let d = from; d < to; d++) keptA[d] = row[d]!;
    const share = shareCost(model, p, row);
    let delta = -wishCost(model, p, row, from, to);
    const duty = random.below(3) === 0 ? 0 : 1 + random.below(model.shifts);
    let same = true;
    for (let d = from; d < to; d++) if (row[d] !== duty) same = false;
    if (same) return false;
    for (let d = from; d < to; d++) {
      delta += this.coverChange(d, row[d]!, duty);
      row[d] = duty;
    }
    delta += wishCost(model, p, row, from, to) + shareCost(model, p, row) - share;
    if (delta <= budget && delta < FORBIDDEN / 2 && rowAllowed(model, p, row)) {
      for (let d = from; d < to; d++) this.moveCover(d, keptA[d]!, duty);
      plan.cost += delta;
      return true;
    }
    for (let d = from; d < to; d++) row[d] = keptA[d]!;
    return false;
  }

  private coverChange(d: number, before: number, after: number): number {
    if (before === after) return 0;
    const { model, plan } = this;
    let delta = 0;
    const day = d * model.shifts - 1;
    if (before !== 0) delta -= price(model, day + before, plan.count[day + before]! - 1);
    if (after !== 0) delta += price(model, day + after, plan.count[day + after]!);
    return delta;
  }

  private moveCover(d: number, before: number, after: number): void {
    const day = d * this.model.shifts - 1;
    if (before !== 0) this.plan.count[day + before]!--;
    if (after !== 0) this.plan.count[day + after]!++;
  }
}
