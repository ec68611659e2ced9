import { marginalPrices, periodQuota, WHOLE_HORIZON, windows } from "./construct.ts";
import type { Model } from "./model.ts";
import { type Plan, price, rowCost } from "./plan.ts";
import type { Random } from "./random.ts";
import { periodsAllowed } from "./row-allowed.ts";
import type { RowSearch } from "./row-search.ts";
import { SwapMoves } from "./swap-moves.ts";

/** Cheap moves between two ruins; together they take about as long as one. */
const MOVES_A_BATCH = 8000;

/**
 * Simulated annealing over two kinds of moves at one temperature: cheap swaps, and ruin-and-recreate: two or three people lose
 * their rows (or some weeks of them) and get new ones by the exact search, one after the other, at prices with some noise.
 */
export class Annealing {
  readonly plan: Plan;
  private readonly model: Model;
  private readonly search: RowSearch;
  private readonly random: Random;
  private readonly moves: SwapMoves;
  private readonly prices: Float64Array;
  private readonly kept: Uint8Array[];
  private readonly keepBest: (plan: Plan) => void;
  private known: number;

  constructor(plan: Plan, search: RowSearch, random: Random, keepBest: (plan: Plan) => void) {
    this.plan = plan;
    this.model = plan.model;
    this.search = search;
    this.random = random;
    this.moves = new SwapMoves(plan, random);
    this.prices = marginalPrices(plan);
    this.kept = [0, 1, 2].map(() => new Uint8Array(plan.model.days));
    this.keepBest = keepBest;
    this.known = plan.cost;
  }

  batch(temperature: number, noise: number): void {
    this.ruin(temperature, noise);
    for (let i = 0; i < MOVES_A_BATCH; i++) if (this.moves.attempt(this.budget(temperature))) this.note();
    this.note();
  }

  private budget(temperature: number): number {
    return -temperature * Math.log(this.random.unit() + 1e-12);
  }

  private note(): void {
    if (this.plan.cost >= this.known) return;
    this.known = this.plan.cost;
    this.keepBest(this.plan);
  }

  private ruin(temperature: number, noise: number): void {
    const { plan, model } = this;
    const chosen = this.choosePeople();
    const [from, to] = this.chooseDays(chosen[0]!);
    const before = plan.cost;
    chosen.forEach((p, i) => {
      this.kept[i]!.set(plan.rows[p]!);
      this.takeOut(p);
    });
    let allowed = true;
    for (const p of chosen) {
      allowed = this.rebuild(p, from, to, noise) && allowed;
      this.putIn(p);
    }
    if (allowed && plan.cost - before <= this.budget(temperature)) return;
    for (const p of chosen) this.takeOut(p);
    chosen.forEach((p, i) => {
      plan.rows[p]!.set(this.kept[i]!.subarray(0, model.days));
      this.putIn(p);
    });
  }

  private choosePeople(): number[] {
    const { random, model } = this;
    const chosen = new Set<number>();
    const wanted = Math.min(model.people, 2 + random.below(2));
    while (chosen.size < wanted) chosen.add(random.below(model.people));
    return [...chosen];
  }

  /** The whole row, or one to four whole weeks of it; within one period where a contract has periods. */
  private chooseDays(p: number): [number, number] {
    const { random, model } = this;
    const limits = model.limits[p]!;
    if (limits.periods.length > 0) {
      const parts = windows(model, limits);
      return parts[random.below(parts.length)]!;
    }
    if (model.days <= 14 || (model.days <= WHOLE_HORIZON / 2 && random.below(2) === 0)) return [0, model.days];
    const monday = (7 - ((model.problem.firstWeekday + 6 * model.past) % 7)) % 7;
    const weeks = 1 + random.below(model.days <= 28 ? 2 : 4);
    const from = monday + 7 * (random.below(Math.ceil((model.days - monday) / 7) + weeks - 1) - weeks + 1);
    return [Math.max(0, from), Math.min(model.days, from + 7 * weeks)];
  }

  private rebuild(p: number, from: number, to: number, noise: number): boolean {
    const { model, plan, prices, random } = this;
    const row = plan.rows[p]!;
    for (let slot = from * model.shifts; slot < to * model.shifts; slot++)
      prices[slot] = price(model, slot, plan.count[slot]!) + (random.unit() - 0.5) * noise;
    const quota = periodQuota(model, model.limits[p]!, row, from, to);
    return (
      this.search.rebuild(p, row, from, to, prices, quota) < Number.POSITIVE_INFINITY && periodsAllowed(model, p, row)
    );
  }

  private takeOut(p: number): void {
    this.plan.lift(p, 0, this.model.days);
    this.plan.cost -= rowCost(this.model, p, this.plan.rows[p]!);
  }

  private putIn(p: number): void {
    this.plan.drop(p, 0, this.model.days);
    this.plan.cost += rowCost(this.model, p, this.plan.rows[p]!);
  }
}
