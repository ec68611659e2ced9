import { compile } from "./compile.ts";
import { type Model, REFUSED } from "./model.ts";
import { Plan, price, rowCost } from "./plan.ts";
import { breachesOf } from "./policy.ts";
import type { Roster, RosterProblem, Wish } from "./problem.ts";
import type { Breach } from "./row.ts";
import { RowSearch } from "./row-search.ts";

/** Why something was not done, and what it would take. */
export interface Explanation {
  /** Rules the plain change would break; empty when only the cost speaks against it. */
  readonly inTheWay: readonly Breach[];
  /** The cheapest new row that makes it happen, or undefined when no row of this person can. */
  readonly cure?: Cure;
}

export interface Cure {
  readonly person: string;
  /** What the whole roster would cost more (or less). */
  readonly extraCost: number;
  readonly changes: readonly Change[];
}

export interface Change {
  readonly person: string;
  readonly day: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Why a wish was not granted. */
export function explainWish(problem: RosterProblem, roster: Roster, wish: Wish): Explanation {
  const shift = wish.want === "on" ? (wish.shift ?? problem.shifts[0]!.id) : null;
  const cure = cheapestCure(problem, roster, wish.person, wish.day, (duty) => grants(wish, duty));
  return { inTheWay: plainChange(problem, roster, wish.person, wish.day, shift), ...(cure ? { cure } : {}) };
}

/** Why nobody fills a gap: everyone's answer, those who could do it most cheaply first. */
export function explainGap(
  problem: RosterProblem,
  roster: Roster,
  day: number,
  shift: string,
): (Explanation & { person: string })[] {
  const answers = problem.people
    .filter((_, p) => roster[p]![day] !== shift)
    .map(({ id }) => {
      const cure = cheapestCure(problem, roster, id, day, (duty) => duty === shift);
      return { person: id, inTheWay: plainChange(problem, roster, id, day, shift), ...(cure ? { cure } : {}) };
    });
  const rank = (answer: Explanation) => answer.cure?.extraCost ?? Number.POSITIVE_INFINITY;
  return answers.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** Whether a day's duty is what the wish asks for. */
export function grants(wish: Wish, duty: string | null): boolean {
  const hit = wish.shift === undefined ? duty !== null : duty === wish.shift;
  return wish.want === "on" ? hit : !hit;
}

function plainChange(
  problem: RosterProblem,
  roster: Roster,
  personId: string,
  day: number,
  shift: string | null,
): Breach[] {
  const p = problem.people.findIndex((person) => person.id === personId);
  const person = problem.people[p]!;
  const before = new Set(breachesOf(problem, person, roster[p]!).map((breach) => JSON.stringify(breach)));
  const changed = roster[p]!.map((duty, d) => (d === day ? shift : duty));
  return breachesOf(problem, person, changed).filter((breach) => !before.has(JSON.stringify(breach)));
}

/** The exact search with every other duty of that day ruled out, at the prices of the roster without this person. */
function cheapestCure(
  problem: RosterProblem,
  roster: Roster,
  personId: string,
  day: number,
  accepts: (duty: string | null) => boolean,
): Cure | undefined {
  const model = compile(problem);
  const p = problem.people.findIndex((person) => person.id === personId);
  const plan = new Plan(
    model,
    roster.map((row, i) => encode(model, i, row)),
  );
  const before = plan.cost;
  const old = plan.rows[p]!.slice();
  plan.lift(p, 0, model.days);
  plan.cost -= rowCost(model, p, old);
  problem.shifts.forEach(({ id }, s) => {
    if (!accepts(id)) model.duty[(p * model.days + model.past + day) * model.shifts + s] = 2 * REFUSED;
  });
  if (!accepts(null)) model.off[p * model.days + model.past + day] = 2 * REFUSED;
  const prices = Float64Array.from(plan.count, (n, slot) => price(model, slot, n));
  if (new RowSearch(model).rebuild(p, plan.rows[p]!, 0, model.days, prices) === Number.POSITIVE_INFINITY)
    return undefined;
  plan.drop(p, 0, model.days);
  plan.cost += rowCost(model, p, plan.rows[p]!);
  const after = decode(model, plan.rows[p]!);
  return { person: personId, extraCost: plan.cost - before, changes: changesOf(personId, roster[p]!, after) };
}

/** A roster's row as the engine keeps it, with the history in front. */
export function encode(model: Model, p: number, row: readonly (string | null)[]): Uint8Array {
  const { shifts, people } = model.problem;
  const history = people[p]!.history ?? [];
  const unknown = new Array<null>(model.past - history.length).fill(null);
  return Uint8Array.from([...unknown, ...history, ...row], (id) => shifts.findIndex((shift) => shift.id === id) + 1);
}

export function decode(model: Model, row: Uint8Array): (string | null)[] {
  return [...row.subarray(model.past)].map((duty) => (duty === 0 ? null : model.problem.shifts[duty - 1]!.id));
}

export function changesOf(person: string, from: readonly (string | null)[], to: readonly (string | null)[]): Change[] {
  return to.flatMap((duty, day) => (duty === from[day] ? [] : [{ person, day, from: from[day] ?? null, to: duty }]));
}
