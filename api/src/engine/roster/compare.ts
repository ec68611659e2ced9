import { type Change, changesOf, grants } from "./explain.ts";
import type { Cover, Roster, RosterProblem, Wish } from "./problem.ts";

export interface Comparison {
  readonly changes: readonly Change[];
  readonly before: Standing;
  readonly after: Standing;
  readonly wishesGained: readonly Wish[];
  readonly wishesLost: readonly Wish[];
  readonly gapsClosed: readonly Gap[];
  readonly gapsOpened: readonly Gap[];
}

/** What a roster leaves undone. */
export interface Standing {
  readonly wishesDenied: number;
  readonly wishCost: number;
  readonly missing: number;
  readonly belowFloor: number;
  readonly tooMany: number;
  readonly coverCost: number;
  readonly minutes: Readonly<Record<string, number>>;
}

export interface Gap {
  readonly day: number;
  readonly shift: string;
  readonly missing: number;
}

/** Two rosters side by side: what moves, and who gains or loses by it. */
export function compareRosters(problem: RosterProblem, before: Roster, after: Roster): Comparison {
  const had = problem.wishes.filter((wish) => granted(problem, before, wish));
  const has = problem.wishes.filter((wish) => granted(problem, after, wish));
  const gapsBefore = gapsOf(problem, before);
  const gapsAfter = gapsOf(problem, after);
  return {
    changes: problem.people.flatMap(({ id }, p) => changesOf(id, before[p]!, after[p]!)),
    before: standing(problem, before),
    after: standing(problem, after),
    wishesGained: has.filter((wish) => !had.includes(wish)),
    wishesLost: had.filter((wish) => !has.includes(wish)),
    gapsClosed: less(gapsBefore, gapsAfter),
    gapsOpened: less(gapsAfter, gapsBefore),
  };
}

export function standing(problem: RosterProblem, roster: Roster): Standing {
  const denied = problem.wishes.filter((wish) => !granted(problem, roster, wish));
  const length = new Map(problem.shifts.map((shift) => [shift.id, shift.minutes]));
  let [missing, belowFloor, tooMany, coverCost] = [0, 0, 0, 0];
  for (const cover of problem.cover) {
    const gap = cover.wanted - present(roster, cover);
    missing += Math.max(0, gap);
    tooMany += Math.max(0, -gap);
    belowFloor += Math.max(0, (cover.floor ?? 0) - present(roster, cover));
    coverCost += gap > 0 ? gap * cover.under : -gap * cover.over;
  }
  return {
    wishesDenied: denied.length,
    wishCost: denied.reduce((sum, wish) => sum + wish.weight, 0),
    missing,
    belowFloor,
    tooMany,
    coverCost,
    minutes: Object.fromEntries(
      problem.people.map(({ id }, p) => [id, roster[p]!.reduce((sum, duty) => sum + (length.get(duty ?? "") ?? 0), 0)]),
    ),
  };
}

export function gapsOf(problem: RosterProblem, roster: Roster): Gap[] {
  return problem.cover
    .map((cover) => ({ day: cover.day, shift: cover.shift, missing: cover.wanted - present(roster, cover) }))
    .filter((gap) => gap.missing > 0);
}

function less(from: readonly Gap[], other: readonly Gap[]): Gap[] {
  return from.flatMap((gap) => {
    const still = other.find((each) => each.day === gap.day && each.shift === gap.shift)?.missing ?? 0;
    return gap.missing > still ? [{ ...gap, missing: gap.missing - still }] : [];
  });
}

function present(roster: Roster, cover: Cover): number {
  return roster.reduce((n, row) => n + (row[cover.day] === cover.shift ? 1 : 0), 0);
}

function granted(problem: RosterProblem, roster: Roster, wish: Wish): boolean {
  const p = problem.people.findIndex((person) => person.id === wish.person);
  return grants(wish, roster[p]![wish.day] ?? null);
}
