import { Annealing } from "./annealing.ts";
import { boundAt } from "./bound.ts";
import { construct, WHOLE_HORIZON } from "./construct.ts";
import { Master } from "./master.ts";
import { compile, type Model } from "./model.ts";
import { Plan } from "./plan.ts";
import type { Roster, RosterProblem } from "./problem.ts";
import { Random } from "./random.ts";
import { RowSearch } from "./row-search.ts";

/** A master with more rows than this takes longer than it is worth. */
const LARGEST_MASTER = 900;
/** Up to this many rows the master ends within a few seconds. */
const QUICK_MASTER = 320;
/** Slices of annealing that make a budget long enough for a slow master. */
const LONG_BUDGET = 2000;
/** Temperatures, in units of cost: a missing person usually costs 100, a wish 1 to 3. */
const HOT = 12;
const WARM = 7;
/** Part of the people a dive leaves to the annealing: with fewer people open the mix no longer says much. */
const LEFT_OPEN = 0.25;

export interface Progress {
  readonly stage: "start" | "anneal" | "bound" | "dive" | "polish";
  readonly cost: number;
  /** No roster can cost less; undefined when none has been found yet. */
  readonly bound: number | undefined;
}

export interface RosterResult {
  readonly roster: Roster;
  readonly cost: number;
  readonly bound: number | undefined;
  /** (cost - bound) / cost; undefined without a bound. */
  readonly gap: number | undefined;
}

/** People for whom no row keeps all their rules; `smallestClash` says which rules. */
export class NoRosterError extends Error {
  override readonly name = "NoRosterError";
  readonly people: readonly string[];
  constructor(people: readonly string[]) {
    super(`no row keeps every rule for ${people.join(", ")}`);
    this.people = people;
  }
}

/**
 * Searches for a good roster, a slice at a time: `next(spent)` takes the part of the budget spent so far (0 to 1), works for some
 * milliseconds and yields how it stands. Whoever drives it owns the clock; stop whenever you like. With the same seed and the same
 * numbers passed in, the result is the same. Throws NoRosterError at once where somebody has no row.
 */
export class RosterSearch {
  private readonly model: Model;
  private readonly rows: RowSearch;
  private readonly random: Random;
  private best: Plan;
  private bound: number | undefined;
  private readonly center: Float64Array;
  private master: Master | undefined;

  constructor(problem: RosterProblem, seed: number) {
    this.model = compile(problem);
    this.rows = new RowSearch(this.model);
    this.random = new Random(seed);
    this.center = new Float64Array(this.model.days * this.model.shifts);
    const { plan, without } = construct(this.model, this.rows);
    if (without.length > 0) throw new NoRosterError(without.map((p) => problem.people[p]!.id));
    this.best = plan;
  }

  get result(): RosterResult {
    const { best, model } = this;
    const shifts = model.problem.shifts;
    const gap =
      this.bound === undefined ? undefined : best.cost === 0 ? 0 : (best.cost - this.bound) / Math.abs(best.cost);
    return {
      roster: best.rows.map((row) =>
        [...row.subarray(model.past)].map((duty) => (duty === 0 ? null : shifts[duty - 1]!.id)),
      ),
      cost: best.cost,
      bound: this.bound,
      gap,
    };
  }

  *run(): Generator<Progress, RosterResult, number> {
    const start = yield this.progress("start");
    const rows = this.masterRows();
    if (rows > LARGEST_MASTER) yield* this.anneal("anneal", start, 1, HOT);
    else if (rows > QUICK_MASTER) yield* this.annealFirst(start);
    else yield* this.boundFirst(start);
    return this.result;
  }

  /** Where the linear master is quick: half the budget to the annealing, then the bound, then dives. */
  private *boundFirst(start: number): Generator<Progress, void, number> {
    let spent = yield* this.anneal("anneal", start, 0.5, HOT);
    spent = yield* this.generate(spent, 0.8);
    while (spent < 1 && !this.proven()) {
      const before = this.best.cost;
      spent = yield* this.diveAndPolish(spent);
      // A dive that found nothing new is a sign that the mix is far from any roster: then a long annealing does better.
      if (this.best.cost === before) spent = yield* this.anneal("anneal", spent, spent + 0.4 * (1 - spent), HOT);
    }
  }

  /** Where the master is slow, it comes last, and only when the budget is long enough for it to end. */
  private *annealFirst(start: number): Generator<Progress, void, number> {
    let spent = start;
    let slices = 0;
    const annealing = this.anneal("anneal", start, 0.6, HOT);
    let step = annealing.next();
    while (!step.done) {
      spent = yield step.value;
      slices++;
      if (slices === 20 && slices < LONG_BUDGET * (spent - start)) break;
      step = annealing.next(spent);
    }
    if (!step.done) {
      yield* this.anneal("anneal", spent, 1, HOT);
      return;
    }
    spent = yield* this.generate(spent, 0.9);
    while (spent < 1 && !this.proven()) spent = yield* this.diveAndPolish(spent);
  }

  private progress(stage: Progress["stage"]): Progress {
    return { stage, cost: this.best.cost, bound: this.bound };
  }

  private proven(): boolean {
    return this.bound !== undefined && this.best.cost <= this.bound;
  }

  private keep(plan: Plan): void {
    if (plan.cost < this.best.cost) this.best = new Plan(this.model, plan.rows);
    if (this.best.cost === 0) this.bound = 0;
  }

  /** Size of the linear master, or Infinity where it cannot help. */
  private masterRows(): number {
    const { model } = this;
    if (model.days > WHOLE_HORIZON || model.limits.some((limits) => limits.periods.length > 0))
      return Number.POSITIVE_INFINITY;
    let rows = model.people;
    for (let slot = 0; slot < model.wanted.length; slot++) if (model.wanted[slot]! > 0) rows++;
    return rows;
  }

  /** Anneals the best roster until the given part of the budget is spent, cooling from `hot`. */
  private *anneal(
    stage: "anneal" | "polish",
    start: number,
    until: number,
    hot: number,
    plan = new Plan(this.model, this.best.rows),
  ): Generator<Progress, number, number> {
    const annealing = new Annealing(plan, this.rows, this.random, (better) => this.keep(better));
    const large = this.model.people * this.model.days > 5000;
    let spent = start;
    while (spent < until && !this.proven()) {
      const left = Math.max(0, (until - spent) / (until - start));
      for (let i = 0; i < (large ? 1 : 4); i++) annealing.batch(hot * left * left + 0.2, Math.min(10, hot) * left);
      spent = yield this.progress(stage);
    }
    return spent;
  }

  /** Column generation at the root, prices smoothed towards the best ones known. */
  private *generate(start: number, until: number): Generator<Progress, number, number> {
    const { model, rows, random, center } = this;
    const everyone = Array.from({ length: model.people }, (_, p) => p);
    const master = new Master(model, everyone, this.best.rows, new Int16Array(center.length), random);
    this.master = master;
    const found = this.best.rows.map((row) => row.slice());
    const prices = new Float64Array(center.length);
    let bound = Number.NEGATIVE_INFINITY;
    let spent = start;
    while (spent < until) {
      master.optimise(3000);
      let added = 0;
      for (let smooth = bound > Number.NEGATIVE_INFINITY ? 0.8 : 0; ; smooth = 0) {
        for (let slot = 0; slot < prices.length; slot++)
          prices[slot] = smooth * center[slot]! + (1 - smooth) * master.prices[slot]!;
        const here = boundAt(model, rows, prices, found);
        if (here > bound) {
          bound = here;
          center.set(prices);
        }
        const before = master.columns;
        found.forEach((row, p) => {
          master.add(p, row);
        });
        added = master.columns - before;
        if (added > 0 || smooth === 0) break;
      }
      // Costs are never negative: a bound well below zero says nothing and is not told.
      if (bound > -0.5) this.bound = Math.max(0, Math.ceil(bound - 1e-6));
      spent = yield this.progress("bound");
      if (added === 0 || Math.ceil(bound - 1e-3) >= master.value - 0.4) break;
    }
    return spent;
  }

  /**
   * Fixes rows of the mix one after the other, with new columns in between, until few people are left; the annealing finishes.
   * After the first time, some people start fixed at the best roster known.
   */
  private *diveAndPolish(start: number): Generator<Progress, number, number> {
    const { model, random } = this;
    const master = this.master!;
    const state = master.snapshot();
    const rows = this.best.rows.map((row) => row.slice());
    const open = new Set(rows.keys());
    if (this.dived && random.below(10) < 7) {
      const keep = 0.3 + 0.4 * random.unit();
      for (const p of [...open])
        if (random.unit() < keep) {
          master.fix(p, rows[p]!);
          open.delete(p);
        }
    }
    let spent = start;
    while (open.size > model.people * LEFT_OPEN && spent < 1) {
      this.price(open, rows, open.size > model.people / 2 ? 2 : 5);
      if (master.value > this.best.cost + 150) break;
      this.fixSurest(open, rows);
      spent = yield this.progress("dive");
    }
    const mix = master.mix();
    for (const p of open) rows[p]!.set(mix[p]![0]!.row);
    master.restore(state);
    this.dived = true;
    const plan = new Plan(model, rows);
    this.keep(plan);
    return yield* this.anneal("polish", spent, Math.min(1, spent + 0.12), WARM, plan);
  }
  private dived = false;

  private price(open: Set<number>, rows: readonly Uint8Array[], rounds: number): void {
    const master = this.master!;
    const row = new Uint8Array(this.model.days);
    for (let round = 0; round < rounds; round++) {
      master.optimise();
      const before = master.columns;
      for (const p of open) {
        row.set(rows[p]!);
        const cost = this.rows.rebuild(p, row, 0, this.model.days, master.prices);
        if (cost - master.dualOf(p) < -0.01) master.add(p, row);
      }
      if (master.columns === before) return;
    }
    master.optimise();
  }

  private fixSurest(open: Set<number>, rows: readonly Uint8Array[]): void {
    const master = this.master!;
    const mix = master.mix();
    const shake = this.dived ? 0.15 : 0;
    const order = [...open].map((p) => ({ p, ...mix[p]![0]!, rank: mix[p]![0]!.share + shake * this.random.unit() }));
    order.sort((a, b) => b.rank - a.rank);
    order.forEach(({ p, row, share }, i) => {
      if (i > 0 && share < 0.97) return;
      master.fix(p, row);
      open.delete(p);
      rows[p]!.set(row);
    });
  }
}
