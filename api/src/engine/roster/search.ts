import { Annealing } from "./annealing.ts";
import { compile } from "./compile.ts";
import { construct } from "./construct.ts";
import type { Model } from "./model.ts";
import { Plan } from "./plan.ts";
import type { Roster, RosterProblem } from "./problem.ts";
import { Random } from "./random.ts";
import { RowSearch } from "./row-search.ts";
import type { Window } from "./window.ts";
import { WindowChoice } from "./window-choice.ts";
import { WindowSearch } from "./window-search.ts";

/** Temperatures, in units of cost: a missing person usually costs 100, a wish 1 to 3. */
const HOT = 12;
const WARM = 7;
/** Part of the budget for a first annealing. */
const FIRST_ANNEALING = 0.04;
/** Part of what is left for the annealing where the whole horizon cannot be rebuilt at once; windows gain little on a year. */
const LONG_ANNEALING = { weeks: 0.5, year: 0.9 } as const;
/** The mix is rounded at the latest when this part of the budget is spent. */
const MIX_UNTIL = 0.7;

export interface Progress {
  readonly stage: "start" | "anneal" | "bound" | "rebuild";
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
  private readonly windows: WindowSearch;

  constructor(problem: RosterProblem, seed: number) {
    this.model = compile(problem);
    this.rows = new RowSearch(this.model);
    this.random = new Random(seed);
    this.windows = new WindowSearch(this.model, this.rows, this.random);
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
    let spent = yield this.progress("start");
    const choice = new WindowChoice(this.model, this.random);
    spent = yield* this.anneal(spent, FIRST_ANNEALING, HOT, this.copyOfBest());
    let plan = this.best;
    if (choice.wholeFits) spent = yield* this.rebuild(spent, this.everything(), plan);
    else {
      const rounded = choice.wholeMixFits ? yield* this.roundMix(spent) : undefined;
      spent = rounded?.spent ?? spent;
      plan = rounded?.plan ?? plan;
      const share = LONG_ANNEALING[choice.wholeMixFits ? "weeks" : "year"];
      if (!rounded?.plan) spent = yield* this.anneal(spent, spent + share * (1 - spent), HOT, this.copyOfBest());
    }
    if (plan === this.best) plan = this.copyOfBest();
    while (spent < 1 && !this.proven()) {
      if (choice.exhausted) {
        plan = this.copyOfBest();
        spent = yield* this.anneal(spent, Math.min(1, spent + 0.02), WARM, plan);
        choice.wake();
      }
      spent = yield* this.rebuild(spent, choice.next(), plan, choice);
    }
    return this.result;
  }

  private copyOfBest(): Plan {
    return new Plan(this.model, this.best.rows);
  }

  /** The rounded mix of everybody's whole horizon, unless the budget is too short for a mix better than the best roster. */
  private *roundMix(start: number): Generator<Progress, { spent: number; plan?: Plan }, number> {
    const steps = this.windows.mix(this.best, this.everything());
    let spent = start;
    for (let step = steps.next(); !step.done && spent < MIX_UNTIL; step = steps.next()) {
      this.raiseBound();
      spent = yield this.progress("bound");
    }
    this.raiseBound();
    return this.windows.mixCost < this.best.cost ? { spent, plan: this.windows.rounded() } : { spent };
  }

  /** Costs are never negative: a bound below zero says nothing and is not told. */
  private raiseBound(): void {
    if (this.windows.bound >= (this.bound ?? 0)) this.bound = this.windows.bound;
  }

  private everything(): Window {
    return { people: Array.from({ length: this.model.people }, (_, p) => p), from: 0, to: this.model.days };
  }

  /** Rebuilds one window of the plan, unless the budget ends before that. */
  private *rebuild(
    start: number,
    window: Window,
    plan: Plan,
    choice?: WindowChoice,
  ): Generator<Progress, number, number> {
    const { model, windows } = this;
    const whole = window.people.length === model.people && window.to - window.from === model.days;
    const steps = windows.improve(plan, window, plan.cost);
    let spent = start;
    for (let step = steps.next(); ; step = steps.next()) {
      if (whole) this.raiseBound();
      if (step.done) {
        choice?.told(step.value);
        this.keep(plan);
        return yield this.progress("rebuild");
      }
      spent = yield this.progress(whole ? "bound" : "rebuild");
      if (spent >= 1) return spent;
    }
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

  /** Anneals a plan until the given part of the budget is spent, cooling from `hot`. */
  private *anneal(start: number, until: number, hot: number, from: Plan): Generator<Progress, number, number> {
    const plan = from;
    const annealing = new Annealing(plan, this.rows, this.random, (better) => this.keep(better));
    const large = this.model.people * this.model.days > 5000;
    let spent = start;
    while (spent < until && !this.proven()) {
      const left = Math.max(0, (until - spent) / (until - start));
      for (let i = 0; i < (large ? 1 : 4); i++) annealing.batch(hot * left * left + 0.2, Math.min(10, hot) * left);
      spent = yield this.progress("anneal");
    }
    return spent;
  }
}
