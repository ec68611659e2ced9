import { isRested } from "../fitness/rules/rest-too-short.ts";
import type { Contract, Person, RosterProblem, Shift } from "./problem.ts";

/** Added to a cost it means "not allowed"; every real cost of a roster stays far below. */
export const FORBIDDEN = 1e9;
/** Costs at or above this hold at least one FORBIDDEN. */
export const REFUSED = 5e8;

/**
 * The problem as flat arrays. A place p, d, s has the index (p * days + d) * shifts + s; a slot d, s has d * shifts + s.
 * History is made of `past` extra days in front, pinned and without cover: no rule needs to know about it.
 */
export interface Model {
  readonly problem: RosterProblem;
  readonly past: number;
  readonly days: number;
  readonly shifts: number;
  readonly people: number;
  readonly minutesOf: Int32Array;
  /** Cost of serving a place by wishes, or FORBIDDEN. */
  readonly duty: Int32Array;
  /** Cost of a day off per person and day, or FORBIDDEN where duty is pinned. */
  readonly off: Int32Array;
  /** Wishes "on" are stored as savings; this is what they cost when none is granted. */
  readonly base: number;
  readonly wanted: Int32Array;
  readonly floor: Int32Array;
  readonly under: Int32Array;
  readonly over: Int32Array;
  /** Cost of one person missing below a floor: more than all wishes and wanted cover together, as far as integers allow. */
  readonly floorCost: number;
  /** weekendsBegun[d] and weekendsEnded[d]: weekends whose first (last) day lies before day d. */
  readonly weekendsBegun: Int32Array;
  readonly weekendsEnded: Int32Array;
  readonly limits: readonly Limits[];
}

/** A contract with history counted in, indexed by shift. */
export interface Limits {
  readonly key: string;
  readonly least: number;
  readonly most: number;
  readonly longestRun: number;
  readonly shortestRun: number;
  readonly shortestBreak: number;
  readonly longestBreak: number;
  readonly mostWeekends: number;
  readonly longestNights: number;
  readonly mostOf: Int32Array;
  /** Shifts whose `mostOf` can be reached at all. */
  readonly scarce: readonly number[];
  /** follows[a * shifts + b] is 1 when b may be served the day after a. */
  readonly follows: Uint8Array;
  readonly night: Uint8Array;
  readonly shareMinutes: number;
  readonly shareCost: number;
  /** Further minutes limits (days with the past counted in); the fast row search leaves them to `breaksPeriod`. */
  readonly periods: readonly { from: number; to: number; least: number; most: number }[];
}

/** Weekends touched by the days from (inclusive) to (exclusive). */
export function weekendsTouched(model: Model, from: number, to: number): number {
  return model.weekendsBegun[to]! - model.weekendsEnded[from]!;
}

export function compile(problem: RosterProblem): Model {
  const past = Math.max(0, ...problem.people.map((person) => person.history?.length ?? 0));
  const days = past + problem.days;
  const shifts = problem.shifts.length;
  const people = problem.people.length;
  const shiftIndex = new Map(problem.shifts.map((shift, s) => [shift.id, s]));
  const duty = new Int32Array(people * days * shifts);
  const off = new Int32Array(people * days);
  problem.people.forEach((person, p) => {
    restrict(problem, person, p, past, shiftIndex, duty, off);
  });
  const base = applyWishes(problem, past, shiftIndex, duty, off);
  const cover = compileCover(problem, past, shiftIndex);
  return {
    problem,
    past,
    days,
    shifts,
    people,
    minutesOf: Int32Array.from(problem.shifts, (shift) => shift.minutes),
    duty,
    off,
    base,
    ...cover,
    ...countWeekends(days, (problem.firstWeekday + 6 * past) % 7),
    limits: problem.people.map((person) => limitsOf(problem, person, past)),
  };
}

function restrict(
  problem: RosterProblem,
  person: Person,
  p: number,
  past: number,
  shiftIndex: Map<string, number>,
  duty: Int32Array,
  off: Int32Array,
): void {
  const shifts = problem.shifts.length;
  const days = past + problem.days;
  const forbid = (day: number, s: number) => {
    duty[(p * days + day) * shifts + s] = FORBIDDEN;
  };
  const pin = (day: number, shift: string | null) => {
    for (let s = 0; s < shifts; s++) if (shift === null || s !== shiftIndex.get(shift)) forbid(day, s);
    if (shift !== null) off[p * days + day] = FORBIDDEN;
  };
  problem.shifts.forEach((shift, s) => {
    const mayServe = shift.role === undefined || (person.roles?.includes(shift.role) ?? false);
    if (mayServe && person.contract.mostOf[shift.id] !== 0) return;
    for (let day = past; day < days; day++) forbid(day, s);
  });
  for (const day of person.daysOff) pin(past + day, null);
  for (const { day, shift } of person.pins) pin(past + day, shift);
  const history = person.history ?? [];
  for (let day = 0; day < past; day++) pin(day, history[day - (past - history.length)] ?? null);
}

function applyWishes(
  problem: RosterProblem,
  past: number,
  shiftIndex: Map<string, number>,
  duty: Int32Array,
  off: Int32Array,
): number {
  const shifts = problem.shifts.length;
  const days = past + problem.days;
  const personIndex = new Map(problem.people.map((person, p) => [person.id, p]));
  let base = 0;
  for (const wish of problem.wishes) {
    const day = personIndex.get(wish.person)! * days + past + wish.day;
    const on = wish.want === "on";
    if (wish.shift === undefined && on) off[day]! += wish.weight;
    else if (wish.shift === undefined) for (let s = 0; s < shifts; s++) duty[day * shifts + s]! += wish.weight;
    else duty[day * shifts + shiftIndex.get(wish.shift)!]! += on ? -wish.weight : wish.weight;
    if (wish.shift !== undefined && on) base += wish.weight;
  }
  return base;
}

function compileCover(problem: RosterProblem, past: number, shiftIndex: Map<string, number>) {
  const shifts = problem.shifts.length;
  const slots = (past + problem.days) * shifts;
  const wanted = new Int32Array(slots);
  const floor = new Int32Array(slots);
  const under = new Int32Array(slots);
  const over = new Int32Array(slots);
  let atStake = 1;
  for (const cover of problem.cover) {
    const slot = (past + cover.day) * shifts + shiftIndex.get(cover.shift)!;
    wanted[slot] = Math.max(cover.wanted, cover.floor ?? 0);
    floor[slot] = cover.floor ?? 0;
    under[slot] = cover.under;
    over[slot] = cover.over;
    atStake += cover.wanted * cover.under;
  }
  for (const wish of problem.wishes) atStake += wish.weight;
  return { wanted, floor, under, over, floorCost: Math.min(atStake, 100_000) };
}

function countWeekends(days: number, firstWeekday: number) {
  const weekendsBegun = new Int32Array(days + 1);
  const weekendsEnded = new Int32Array(days + 1);
  for (let day = 0; day < days; day++) {
    const weekday = (firstWeekday + day) % 7;
    const begins = weekday === 5 || (weekday === 6 && day === 0);
    weekendsBegun[day + 1] = weekendsBegun[day]! + (begins ? 1 : 0);
    weekendsEnded[day + 1] = weekendsEnded[day]! + (weekday === 6 ? 1 : 0);
  }
  return { weekendsBegun, weekendsEnded };
}

function limitsOf(problem: RosterProblem, person: Person, past: number): Limits {
  const { contract } = person;
  const history = (person.history ?? []).map((id) => problem.shifts.find((shift) => shift.id === id));
  const served = history.filter((shift): shift is Shift => shift !== undefined);
  const days = past + problem.days;
  const isHorizon = (limit: { from: number; to: number }) => limit.from === 0 && limit.to === problem.days;
  const whole = contract.minutes.find(isHorizon);
  const before = served.reduce((sum, shift) => sum + shift.minutes, 0);
  const most = mostOf(problem, contract, served, days);
  const limits = {
    least: whole ? whole.least + before : 0,
    most: Math.min(whole ? whole.most + before : Infinity, 1440 * days),
    longestRun: Math.min(contract.longestRun, days),
    shortestRun: contract.shortestRun,
    shortestBreak: Math.max(1, contract.shortestBreak),
    longestBreak: contract.longestBreak ?? Infinity,
    mostWeekends: contract.mostWeekends + weekendsServed(problem, history),
    longestNights: contract.longestNights ?? Infinity,
    mostOf: most,
    scarce: [...most.keys()].filter((s) => most[s]! > 0 && most[s]! < days),
    follows: successions(problem.shifts, contract.rest),
    night: Uint8Array.from(problem.shifts, (shift) => (shift.night ? 1 : 0)),
    shareMinutes: (contract.share?.minutes ?? 0) + before,
    shareCost: contract.share?.costPerHour ?? 0,
    periods: contract.minutes
      .filter((limit) => !isHorizon(limit))
      .map((limit) => ({ ...limit, from: limit.from + past, to: limit.to + past })),
  };
  return {
    ...limits,
    key: JSON.stringify({ ...limits, mostOf: [...limits.mostOf], follows: limits.follows.join("") }),
  };
}

/** Weekends of the history that were served: they are allowed on top, and a weekend begun before day 0 is not counted twice. */
function weekendsServed(problem: RosterProblem, history: readonly (Shift | undefined)[]): number {
  const weekends = new Set<number>();
  history.forEach((shift, i) => {
    const day = i - history.length;
    const weekday = (((problem.firstWeekday + day) % 7) + 7) % 7;
    if (shift && weekday >= 5) weekends.add(day - weekday);
  });
  return weekends.size;
}

function mostOf(problem: RosterProblem, contract: Contract, served: readonly Shift[], days: number): Int32Array {
  return Int32Array.from(problem.shifts, (shift) => {
    const most = contract.mostOf[shift.id];
    return most === undefined ? days : most + served.filter((before) => before === shift).length;
  });
}

function successions(shifts: readonly Shift[], rest: number | undefined): Uint8Array {
  const follows = new Uint8Array(shifts.length ** 2);
  shifts.forEach((first, a) => {
    shifts.forEach((next, b) => {
      const known = rest !== undefined && first.start !== undefined && next.start !== undefined;
      const tooSoon = known && !isRested(next.start! + 1440 - first.start! - first.minutes, rest);
      follows[a * shifts.length + b] = first.notFollowedBy.includes(next.id) || tooSoon ? 0 : 1;
    });
  });
  return follows;
}
