import { isRested } from "../fitness/rules/rest-too-short.ts";
import type { Limits } from "./model.ts";
import type { Contract, Person, RosterProblem, Shift } from "./problem.ts";

/** A contract for the search, with the days before the horizon counted in. */
export function limitsOf(problem: RosterProblem, person: Person, past: number): Limits {
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
