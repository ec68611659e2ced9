import { DAY, type Interval } from "../../kernel/interval.ts";
import type { Range, Ranges } from "../../kernel/ranges.ts";
import { expandWeekly } from "../../kernel/weekly.ts";
import type { WeeklyTime } from "./work.ts";

/** Sessions begin on a quarter of an hour, or where somebody's hours begin. */
const STEP_MINUTES = 15;

/** Would the sessions of one week go into these hours? */
export const roomFor = (hours: Ranges, { sessionMinutes, sessionsPerWeek }: WeeklyTime): boolean => {
  let count = 0;
  for (const [from, to] of hours) count += Math.floor((to - from) / sessionMinutes);
  return count >= sessionsPerWeek;
};

/** The same for hours that suit both sides, without making them a set first: asked of a million pairs. */
export function roomInBoth(a: Ranges, b: Ranges, { sessionMinutes, sessionsPerWeek }: WeeklyTime): boolean {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [aFrom, aTo] = a[i]!;
    const [bFrom, bTo] = b[j]!;
    const shared = Math.min(aTo, bTo) - Math.max(aFrom, bFrom);
    if (shared >= sessionMinutes) count += Math.floor(shared / sessionMinutes);
    if (count >= sessionsPerWeek) return true;
    if (aTo < bTo) i++;
    else j++;
  }
  return count >= sessionsPerWeek;
}

export interface Sessions {
  /** In minutes of the week, in order. */
  readonly sessions: readonly Range[];
  readonly spans: readonly Interval[];
}

/**
 * The sessions of a week, one a day first (five lessons on a Saturday are no week of lessons), each as early as no
 * rule forbids. Where the rules leave too few, the earliest free ones, so that the rules can say what is wrong.
 */
export function chooseSessions(
  free: Ranges,
  suited: Ranges,
  time: WeeklyTime,
  zone: string,
  horizon: Interval,
  keepsRules: (spans: readonly Interval[]) => boolean,
): Sessions {
  const starts = startsIn(free, suited, time.sessionMinutes);
  const choose = (accepts: (spans: readonly Interval[]) => boolean) => {
    const chosen: Range[] = [];
    let spans: readonly Interval[] = [];
    for (let perDay = 1; perDay <= time.sessionsPerWeek && chosen.length < time.sessionsPerWeek; perDay++) {
      for (const start of starts) {
        const session: Range = [start, start + time.sessionMinutes];
        if (chosen.length === time.sessionsPerWeek) break;
        if (sameDay(chosen, start) >= perDay || chosen.some((other) => start < other[1] && other[0] < session[1]))
          continue;
        const more = inOrder([...spans, ...spansOf(session, time, zone, horizon)]);
        if (!accepts(more)) continue;
        chosen.push(session);
        spans = more;
      }
    }
    return { sessions: chosen.sort((a, b) => a[0] - b[0]), spans };
  };
  const best = choose(keepsRules);
  return best.sessions.length === time.sessionsPerWeek ? best : choose(() => true);
}

/** Minutes of the week at which a session could begin. The grid is the clock's, so more free time never takes a start away. */
function startsIn(free: Ranges, suited: Ranges, minutes: number): number[] {
  const starts = new Set<number>();
  const add = (first: number, step: number, to: number) => {
    for (let start = first; start + minutes <= to; start += step) starts.add(start);
  };
  for (const [from, to] of free) {
    add(Math.ceil(from / STEP_MINUTES) * STEP_MINUTES, STEP_MINUTES, to);
    add(from, minutes, to);
    for (const [start] of suited) if (from <= start) add(start, minutes, to);
  }
  return [...starts].sort((a, b) => a - b);
}

const sameDay = (chosen: readonly Range[], start: number) =>
  chosen.filter(([other]) => Math.floor(other / 1440) === Math.floor(start / 1440)).length;

const inOrder = (spans: Interval[]) => spans.sort((a, b) => a.startsAt - b.startsAt);

interface Expanded {
  readonly key: string;
  readonly bySession: Map<number, readonly Interval[]>;
}
const expanded = new WeakMap<WeeklyTime, Expanded>();

/** Remembered per request: all candidates are tried on the same few sessions. */
function spansOf(session: Range, time: WeeklyTime, zone: string, horizon: Interval): readonly Interval[] {
  const key = `${zone} ${horizon.startsAt} ${horizon.endsAt}`;
  let known = expanded.get(time);
  if (known?.key !== key) {
    known = { key, bySession: new Map() };
    expanded.set(time, known);
  }
  let spans = known.bySession.get(session[0]);
  if (!spans) {
    spans = expand(session, zone, horizon);
    known.bySession.set(session[0], spans);
  }
  return spans;
}

/** One session in each week of the horizon; one at its edge is left out whole, not cut short. */
function expand(session: Range, zone: string, horizon: Interval): Interval[] {
  const wide = { startsAt: horizon.startsAt - DAY, endsAt: horizon.endsAt + DAY };
  return expandWeekly([session], zone, wide)
    .filter(([from, to]) => from >= horizon.startsAt && to <= horizon.endsAt)
    .map(([startsAt, endsAt]) => ({ startsAt, endsAt }));
}
