import type { Person, RosterProblem, Shift } from "./problem.ts";

/** Where a rule is broken, with the figures that say how. */
export interface Breach {
  readonly rule: string;
  readonly day?: number;
  readonly found: number | string;
  readonly limit: number | string;
  /** The limit is one of an ISO week. */
  readonly perWeek?: true;
}

/** One person's duties: history first (negative days), then the horizon. */
export interface Row {
  readonly problem: RosterProblem;
  readonly person: Person;
  readonly shiftOn: (day: number) => Shift | undefined;
  /** First day known: 0, or less with history. */
  readonly begins: number;
}

export function rowOf(problem: RosterProblem, person: Person, duties: readonly (string | null)[]): Row {
  const history = person.history ?? [];
  const byId = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const shiftOn = (day: number) => {
    const id = day < 0 ? history[history.length + day] : duties[day];
    return id === null || id === undefined ? undefined : byId.get(id);
  };
  return { problem, person, shiftOn, begins: -history.length };
}

export function horizon(row: Row): number[] {
  return Array.from({ length: row.problem.days }, (_, day) => day);
}
