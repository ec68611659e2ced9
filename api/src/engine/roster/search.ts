import { Annealing } from "./annealing.ts";
import { construct } from "./construct.ts";
import { compile, type Model } from "./model.ts";
import { Plan } from "./plan.ts";
import type { Roster, RosterProblem } from "./problem.ts";
import { Random } from "./random.ts";
import { RowSearch } from "./row-search.ts";
import { WindowChoice } from "./window-choice.ts";
import { type Window, WindowSearch } from "./window-search.ts";

/** Temperatures, in units of cost: a missing person usually costs 100, a wish 1 to 3. */
const HOT = 12;
const WARM = 7;
/** Part of the budget for the annealing that the windows start from. */
const FIRST_ANNEALING = 0.04;

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
    const start = yield this.progress("start");
    const choice = new WindowChoice(this.model, this.random);
    let spent = yield* this.anneal(start, start + FIRST_ANNEALING * (1 - start), HOT, this.best);
    if (choice.wholeFits) spent = yield* this.rebuild(spent, this.everything(), this.best);
    let plan = new Plan(this.model, this.best.rows);
    while (spent < 1 && !this.proven()) {
      if (choice.exhausted) {
        plan = new Plan(this.model, this.best.rows);
        spent = yield* this.anneal(spent, Math.min(1, spent + 0.02), WARM, plan);
        choice.wake();
      }
      spent = yield* this.rebuild(spent, choice.next(), plan, choice);
    }
    return this.result;
  }

  private everything(): Window {
    return { people: Array.from({ length: this.model.people }, (_, p) => p), from: 0, to: this.model.days };
  }

  /** Rebuilds one window of the plan, unless the budget ends before that. */
  private *rebuild(start: number, window: Window, plan: Plan, choice?: WindowChoice): Generator<Progress, number, number> {
    const { model, windows } = this;
    const whole = window.people.length === model.people && window.to - window.from === model.days;
    const steps = windows.improve(plan, window, plan.cost);
    let spent = start;
    for (let step = steps.next(); ; step = steps.next()) {
      if (whole && windows.bound > (this.bound ?? -1)) this.bound = windows.bound;
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
    const plan = from === this.best ? new Plan(this.model, from.rows) : from;
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
