import { compile } from "./compile.ts";
import { firstRow } from "./construct.ts";
import type { Contract, Person, RosterProblem } from "./problem.ts";
import { RowSearch } from "./row-search.ts";

/** A run this long stands for "as long as you like": the exact search grows with it. */
const LIFTED_RUN = 42;

/** A rule that can be lifted, named as in policy.ts, with the day or the shift where it is about one. */
export interface ClashingRule {
  readonly rule: string;
  readonly subject?: number | string;
}

/**
 * A smallest set of one person's rules that no row keeps together: lift any one of them and there is a row. Empty when there is
 * a row anyway. (Each rule is lifted in turn and left out for good when the rest still clashes.)
 */
export function smallestClash(problem: RosterProblem, personId: string): ClashingRule[] {
  const person = problem.people.find((each) => each.id === personId);
  if (!person) return [];
  const rules = rulesOf(person, problem);
  if (hasRow(problem, keepOnly(problem, person, rules))) return [];
  let needed = rules;
  for (const rule of rules) {
    const fewer = needed.filter((each) => each !== rule);
    if (!hasRow(problem, keepOnly(problem, person, fewer))) needed = fewer;
  }
  return needed;
}

function rulesOf(person: Person, problem: RosterProblem): ClashingRule[] {
  const { contract } = person;
  const named: [string, boolean][] = [
    ["succession", problem.shifts.some((shift) => shift.notFollowedBy.length > 0)],
    ["rest", contract.rest !== undefined],
    ["longestBreak", contract.longestBreak !== undefined],
    ["nightsInARow", contract.longestNights !== undefined],
    ["shortestRun", contract.shortestRun > 1],
    ["shortestBreak", contract.shortestBreak > 1],
    ["weekends", true],
    ["longestRun", true],
    ["history", (person.history ?? []).length > 0],
  ];
  return [
    ...named.filter(([, there]) => there).map(([rule]) => ({ rule })),
    ...problem.shifts
      .filter((shift) => shift.role !== undefined)
      .map((shift) => ({ rule: "rolesHeld", subject: shift.id })),
    ...Object.keys(contract.mostOf).map((subject) => ({ rule: "mostOfShift", subject })),
    ...person.daysOff.map((subject) => ({ rule: "daysOff", subject })),
    ...person.pins.map((pin) => ({ rule: "pinnedDecisions", subject: pin.day })),
    ...contract.minutes.flatMap((limit) => [
      { rule: "mostMinutes", subject: limit.from },
      { rule: "leastMinutes", subject: limit.from },
    ]),
  ];
}

/** The problem with this person alone, and only these rules. */
function keepOnly(problem: RosterProblem, person: Person, rules: readonly ClashingRule[]): RosterProblem {
  const keeps = (rule: string, subject?: number | string) =>
    rules.some((each) => each.rule === rule && each.subject === subject);
  const { rest, longestBreak, longestNights, ...plain } = person.contract;
  const contract: Contract = {
    ...plain,
    minutes: plain.minutes.map((limit) => ({
      ...limit,
      least: keeps("leastMinutes", limit.from) ? limit.least : 0,
      most: keeps("mostMinutes", limit.from) ? limit.most : 1440 * (limit.to - limit.from),
    })),
    mostOf: Object.fromEntries(Object.entries(plain.mostOf).filter(([id]) => keeps("mostOfShift", id))),
    shortestRun: keeps("shortestRun") ? plain.shortestRun : 1,
    shortestBreak: keeps("shortestBreak") ? plain.shortestBreak : 1,
    longestRun: keeps("longestRun") ? plain.longestRun : Math.min(problem.days, LIFTED_RUN),
    mostWeekends: keeps("weekends") ? plain.mostWeekends : problem.days,
    ...(keeps("rest") && rest !== undefined ? { rest } : {}),
    ...(keeps("longestBreak") && longestBreak !== undefined ? { longestBreak } : {}),
    ...(keeps("nightsInARow") && longestNights !== undefined ? { longestNights } : {}),
  };
  const { history, ...rest_ } = person;
  const lone: Person = {
    ...rest_,
    contract,
    roles: [
      ...(person.roles ?? []),
      ...problem.shifts.flatMap((shift) => (shift.role && !keeps("rolesHeld", shift.id) ? [shift.role] : [])),
    ],
    daysOff: person.daysOff.filter((day) => keeps("daysOff", day)),
    pins: person.pins.filter((pin) => keeps("pinnedDecisions", pin.day)),
    ...(keeps("history") && history ? { history } : {}),
  };
  const shifts = keeps("succession")
    ? problem.shifts
    : problem.shifts.map((shift) => ({ ...shift, notFollowedBy: [] }));
  return { ...problem, shifts, people: [lone], cover: [], wishes: [] };
}

function hasRow(problem: RosterProblem, relaxed: RosterProblem): boolean {
  const model = compile(relaxed);
  const prices = new Float64Array(model.days * model.shifts);
  return firstRow(model, new RowSearch(model), 0, prices) !== undefined || problem.days === 0;
}
