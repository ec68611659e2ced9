import { BARRED, type Problem } from "./problem.ts";
import { type SolveOptions, solve } from "./solve.ts";

/** A span of the week in minutes from Monday 00:00, local time, half open. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface WeeklyTimes {
  /** When each request's lesson could be, how long it is in minutes, and when each person is free. */
  readonly ofRequest: readonly (readonly Window[])[];
  readonly minutes: readonly number[];
  readonly ofPerson: readonly (readonly Window[])[];
}

export interface StandingPair {
  readonly request: number;
  readonly person: number;
  readonly edge: number;
  /** The weekly time chosen for the two: no lesson of either overlaps another. */
  readonly time: Window;
}

export interface PairPlan {
  readonly pairs: readonly StandingPair[];
  readonly unfilled: Int32Array;
  readonly objective: number;
  /** The best cost if everybody could be in two places; the chosen times cost at most the difference. */
  readonly bound: number;
}

/** Lessons begin on the quarter of an hour. */
const STEP = 15;
/** Ways tried to seat one group of pairs before its dearest pair is parted. */
const PATIENCE = 20_000;

/**
 * Standing pairs, such as learning partners: both sides have capacities, and each pair meets at one time every week. The flow
 * decides who meets; where the times of those who share somebody cannot be chosen without overlap, the dearest pair of
 * the group is parted and the flow solved again.
 */
export function solvePairs(problem: Problem, times: WeeklyTimes, options: SolveOptions = {}): PairPlan {
  const hold = problem.hold.slice();
  const ways = new Map<number, Window[]>();
  forEachEdge(problem, (edge, request, person) => {
    const common = commonTimes(times, request, person);
    if (common.length === 0) hold[edge] = BARRED;
    ways.set(edge, common);
  });
  let bound: number | undefined;
  for (;;) {
    const plan = solve({ ...problem, hold }, options);
    bound ??= plan.objective;
    const pairs = pairsOf(problem, plan.assigned);
    const seated: StandingPair[] = [];
    const parted = groupsOf(pairs)
      .map((group) => seat(group, ways, seated) ?? dearest(problem, group))
      .filter((edge) => edge >= 0);
    if (parted.length === 0) {
      seated.sort((a, b) => a.edge - b.edge);
      return { pairs: seated, unfilled: plan.unfilled, objective: plan.objective, bound };
    }
    for (const edge of parted) hold[edge] = BARRED;
  }
}

type Pair = Omit<StandingPair, "time">;

function forEachEdge(
  { edgeStart, edgePerson, need }: Problem,
  visit: (edge: number, request: number, person: number) => void,
): void {
  for (let request = 0; request < need.length; request++) {
    for (let edge = edgeStart[request]!; edge < edgeStart[request + 1]!; edge++)
      visit(edge, request, edgePerson[edge]!);
  }
}

/** Every time at which both could meet. */
function commonTimes({ ofRequest, ofPerson, minutes }: WeeklyTimes, request: number, person: number): Window[] {
  const length = minutes[request]!;
  const found = new Map<number, Window>();
  for (const one of ofRequest[request]!) {
    for (const other of ofPerson[person]!) {
      const last = Math.min(one.to, other.to) - length;
      const first = Math.ceil(Math.max(one.from, other.from) / STEP) * STEP;
      for (let from = first; from <= last; from += STEP) found.set(from, { from, to: from + length });
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from);
}

function pairsOf(problem: Problem, assigned: Int32Array): Pair[] {
  const chosen = new Set(assigned);
  const pairs: Pair[] = [];
  forEachEdge(problem, (edge, request, person) => {
    if (chosen.has(edge)) pairs.push({ edge, request, person });
  });
  return pairs;
}

/** Pairs that share somebody, directly or through others. */
function groupsOf(pairs: readonly Pair[]): Pair[][] {
  const groups: Pair[][] = [];
  const grouped = new Set<Pair>();
  for (const pair of pairs) {
    if (grouped.has(pair)) continue;
    const group = [pair];
    grouped.add(pair);
    for (const member of group) {
      for (const other of pairs) {
        if (grouped.has(other) || (other.person !== member.person && other.request !== member.request)) continue;
        grouped.add(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Chooses times for a group, earliest first and the pair with fewest times first; -1 when done, undefined when there is no way. */
function seat(
  group: readonly Pair[],
  ways: ReadonlyMap<number, readonly Window[]>,
  seated: StandingPair[],
): -1 | undefined {
  const order = group.toSorted((a, b) => ways.get(a.edge)!.length - ways.get(b.edge)!.length);
  const chosen: StandingPair[] = [];
  let tries = 0;
  const place = (at: number): boolean => {
    const pair = order[at];
    if (pair === undefined) return true;
    for (const time of ways.get(pair.edge)!) {
      if (++tries > PATIENCE) return false;
      if (chosen.some((other) => sharesSomebody(other, pair) && overlaps(other.time, time))) continue;
      chosen.push({ ...pair, time });
      if (place(at + 1)) return true;
      chosen.pop();
    }
    return false;
  };
  if (!place(0)) return undefined;
  seated.push(...chosen);
  return -1;
}

function sharesSomebody(a: Pair, b: Pair): boolean {
  return a.person === b.person || a.request === b.request;
}

function overlaps(a: Window, b: Window): boolean {
  return a.from < b.to && b.from < a.to;
}

function dearest({ edgeCost }: Problem, group: readonly Pair[]): number {
  return group.reduce((a, b) => (edgeCost[b.edge]! > edgeCost[a.edge]! ? b : a)).edge;
}
