import type { Person, RosterProblem } from "./problem.ts";
import { type ProblemFault, RosterProblemError } from "./problem-error.ts";

/** Refuses a problem that cannot be planned as written. Throws RosterProblemError; what is merely too tight is the search's to tell. */
export function checkProblem(problem: RosterProblem): void {
  if (!isWhole(problem.days) || problem.days === 0) throw new RosterProblemError("emptyHorizon", `${problem.days}`);
  if (problem.people.length === 0) throw new RosterProblemError("noPeople", "-");
  if (problem.shifts.length === 0) throw new RosterProblemError("noShifts", "-");
  if (problem.shifts.length > 250) throw new RosterProblemError("tooManyShifts", `${problem.shifts.length}`);
  const shifts = uniqueIds(problem.shifts);
  const people = uniqueIds(problem.people);
  const known = (ids: Set<string>, id: string, fault: ProblemFault) => {
    if (!ids.has(id)) throw new RosterProblemError(fault, id);
  };
  for (const shift of problem.shifts) {
    whole(shift.minutes, shift.id);
    for (const id of shift.notFollowedBy) known(shifts, id, "unknownShift");
  }
  for (const person of problem.people) checkPerson(problem, person, shifts);
  for (const cover of problem.cover) {
    known(shifts, cover.shift, "unknownShift");
    inHorizon(problem, cover.day);
    for (const n of [cover.wanted, cover.floor ?? 0, cover.under, cover.over]) whole(n, `${cover.day} ${cover.shift}`);
  }
  for (const wish of problem.wishes) {
    known(people, wish.person, "unknownPerson");
    if (wish.shift !== undefined) known(shifts, wish.shift, "unknownShift");
    inHorizon(problem, wish.day);
    whole(wish.weight, wish.person);
  }
}

function checkPerson(problem: RosterProblem, person: Person, shifts: Set<string>): void {
  const { contract } = person;
  const known = (id: string) => {
    if (!shifts.has(id)) throw new RosterProblemError("unknownShift", id);
  };
  Object.keys(contract.mostOf).forEach(known);
  for (const id of person.history ?? []) if (id !== null) known(id);
  const crossed = (least: number, most: number) => {
    if (least > most) throw new RosterProblemError("limitsCross", person.id);
  };
  crossed(contract.shortestRun, contract.longestRun);
  if (contract.longestBreak !== undefined) crossed(contract.shortestBreak, contract.longestBreak);
  const longest = Math.max(...problem.shifts.map((shift) => shift.minutes));
  for (const limit of contract.minutes) {
    crossed(limit.least, limit.most);
    crossed(limit.from, limit.to);
    if (limit.least > (limit.to - limit.from) * longest) throw new RosterProblemError("minutesCannotFit", person.id);
  }
  checkPins(problem, person, known);
}

function checkPins(problem: RosterProblem, person: Person, known: (id: string) => void): void {
  const fixed = new Map<number, string | null>();
  for (const day of person.daysOff) {
    inHorizon(problem, day);
    fixed.set(day, null);
  }
  for (const pin of person.pins) {
    inHorizon(problem, pin.day);
    if (pin.shift !== null) known(pin.shift);
    if (fixed.has(pin.day) && fixed.get(pin.day) !== pin.shift)
      throw new RosterProblemError("contradictoryPins", `${person.id}, ${pin.day}`);
    fixed.set(pin.day, pin.shift);
  }
}

function uniqueIds(items: readonly { id: string }[]): Set<string> {
  const ids = new Set<string>();
  for (const { id } of items) {
    if (ids.has(id)) throw new RosterProblemError("duplicateId", id);
    ids.add(id);
  }
  return ids;
}

function inHorizon(problem: RosterProblem, day: number): void {
  if (!isWhole(day) || day >= problem.days) throw new RosterProblemError("dayOutside", `${day}`);
}

function whole(value: number, subject: string): void {
  if (!isWhole(value)) throw new RosterProblemError("notANumber", subject);
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
