import { DAY, type Interval, MINUTE } from "./interval.ts";
import { type Range, type Ranges, union } from "./ranges.ts";
import { dayOf, mondayOf, offsetSpanAt, wallPieces } from "./zone.ts";

/** Minutes of one week on the wall clock; minute 0 is Monday 00:00. */
export const WEEK_MINUTES = 7 * 24 * 60;

/**
 * A window that comes back each week, by the clock on the wall. `toMinute` may pass 1440 (to 2880) for a window
 * that runs over midnight: Friday 22:00–02:00 is `{ weekday: 5, fromMinute: 1320, toMinute: 1560 }`.
 */
export interface WeeklyWindow {
  /** ISO: 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  /** Minutes from midnight, 0–1439. */
  readonly fromMinute: number;
  readonly toMinute: number;
}

const compiled = new WeakMap<readonly WeeklyWindow[], Ranges>();

/** Windows as minutes of the week; what passes Sunday midnight continues on Monday. Remembered per array. */
export function weekMinutes(windows: readonly WeeklyWindow[]): Ranges {
  const known = compiled.get(windows);
  if (known) return known;
  const ranges = union(windows.flatMap(wrapped));
  compiled.set(windows, ranges);
  return ranges;
}

function wrapped({ weekday, fromMinute, toMinute }: WeeklyWindow): Range[] {
  const from = (weekday - 1) * 1440 + fromMinute;
  const to = (weekday - 1) * 1440 + toMinute;
  return to <= WEEK_MINUTES
    ? [[from, to]]
    : [
        [from, WEEK_MINUTES],
        [0, to - WEEK_MINUTES],
      ];
}

/** A span of time laid on the week it falls in, as the wall clock shows it (rounded outwards to minutes). */
export function foldOntoWeek(zone: string, span: Interval): Ranges {
  const ranges: Range[] = [];
  for (const [from, to] of wallPieces(zone, span)) {
    for (let monday = mondayOf(dayOf(from)) * DAY; monday < to; monday += 7 * DAY) {
      const start = Math.max(0, Math.floor((from - monday) / MINUTE));
      const end = Math.min(WEEK_MINUTES, Math.ceil((to - monday) / MINUTE));
      ranges.push([start, end]);
    }
  }
  return union(ranges);
}

/**
 * Every instant within `within` at which the wall clock shows a time inside the windows. A gap shortens a window
 * by what the clock skips; a fold gives it twice what the clock repeats.
 */
export function expandWeekly(week: Ranges, zone: string, within: Interval): Ranges {
  const instants: Range[] = [];
  for (let at = within.startsAt; at < within.endsAt; ) {
    const { endsAt, offset } = offsetSpanAt(zone, at);
    const until = Math.min(within.endsAt, endsAt);
    for (let monday = mondayOf(dayOf(at + offset)) * DAY; monday < until + offset; monday += 7 * DAY) {
      for (const [from, to] of week) {
        const start = monday + from * MINUTE - offset;
        const end = monday + to * MINUTE - offset;
        instants.push([Math.max(at, start), Math.min(until, end)]);
      }
    }
    at = until;
  }
  return union(instants);
}
