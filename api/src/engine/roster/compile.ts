import { limitsOf } from "./limits.ts";
import { FORBIDDEN, type Model } from "./model.ts";
import type { Person, RosterProblem } from "./problem.ts";

/** Works a problem out into the flat arrays that the search reads. */
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
