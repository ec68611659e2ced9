import type { Contract, Person, RosterProblem, Shift } from "./problem.ts";
import type { Random } from "./random.ts";

/** Problems for tests: small, and strange enough to meet every rule. */
export const early: Shift = { id: "E", minutes: 480, start: 420, notFollowedBy: [] };
export const late: Shift = { id: "L", minutes: 480, start: 840, notFollowedBy: ["E"] };
export const night: Shift = { id: "N", minutes: 600, start: 1320, night: true, notFollowedBy: ["E", "L"] };

export function contractOf(days: number, change: Partial<Contract> = {}): Contract {
  return {
    minutes: [{ from: 0, to: days, least: 0, most: 600 * days }],
    mostOf: {},
    longestRun: 5,
    shortestRun: 1,
    shortestBreak: 1,
    mostWeekends: days,
    ...change,
  };
}

export function personOf(id: string, days: number, change: Partial<Contract> = {}, rest: Partial<Person> = {}): Person {
  return { id, contract: contractOf(days, change), daysOff: [], pins: [], ...rest };
}

export function problemOf(days: number, change: Partial<RosterProblem> = {}): RosterProblem {
  const people = [personOf("Lin", days)];
  return { days, firstWeekday: 0, shifts: [early, late], people, cover: [], wishes: [], ...change };
}

/** One person with a random contract, history, pins, days off and wishes. */
export function randomProblem(random: Random): RosterProblem {
  const days = 4 + random.below(3);
  const shifts = [early, late, night].slice(0, 2 + random.below(2));
  const ids = shifts.map((shift) => shift.id);
  const some = <T>(value: T) => (random.below(2) === 0 ? value : undefined);
  const longestRun = 2 + random.below(4);
  const shortestBreak = 1 + random.below(3);
  const optional = {
    longestBreak: some(shortestBreak + random.below(2)),
    longestNights: some(1 + random.below(2)),
    rest: some(600),
    share: some({ minutes: 1500, costPerHour: 1 }),
  };
  const contract = contractOf(days, {
    minutes: [{ from: 0, to: days, least: 480 * random.below(3), most: 480 * (2 + random.below(days)) }],
    mostOf: { [ids[random.below(ids.length)]!]: random.below(3) },
    longestRun,
    shortestRun: 1 + random.below(Math.min(3, longestRun)),
    shortestBreak,
    mostWeekends: random.below(3),
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<Contract>),
  });
  const duty = () => (random.below(2) === 0 ? null : ids[random.below(ids.length)]!);
  const dayOff = random.below(days);
  const pinned = (dayOff + 1 + random.below(days - 1)) % days;
  const person: Person = {
    id: "Lin",
    contract,
    daysOff: random.below(2) === 0 ? [dayOff] : [],
    pins: random.below(3) === 0 ? [{ day: pinned, shift: duty() }] : [],
    history: Array.from({ length: random.below(3) }, duty),
  };
  const wishes = Array.from({ length: 6 }, () => ({
    person: "Lin",
    day: random.below(days),
    want: random.below(2) === 0 ? ("on" as const) : ("off" as const),
    weight: 1 + random.below(9),
    ...(random.below(4) === 0 ? {} : { shift: ids[random.below(ids.length)]! }),
  }));
  return { days, firstWeekday: random.below(7), shifts, people: [person], cover: [], wishes };
}

/** Every row of one person, for problems small enough to try them all. */
export function* everyRow(problem: RosterProblem): Generator<(string | null)[]> {
  const choices = [null, ...problem.shifts.map((shift) => shift.id)];
  const row: number[] = new Array<number>(problem.days).fill(0);
  for (;;) {
    yield row.map((choice) => choices[choice]!);
    let day = 0;
    while (day < problem.days && ++row[day]! === choices.length) row[day++] = 0;
    if (day === problem.days) return;
  }
}
