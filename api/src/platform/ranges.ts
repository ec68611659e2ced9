import type { Range } from "../kernel/ranges.ts";
import type { WeeklyWindow } from "../kernel/weekly.ts";

const dayMinutes = 24 * 60;

/** Reads PostgreSQL's text of an int4range or int4multirange: half-open ranges of minutes. */
export const readRanges = (text: string): Range[] =>
  [...text.matchAll(/[[(](\d+),(\d+)[)\]]/g)].map(([, from, to]) => [Number(from), Number(to)] as const);

export const writeRanges = (ranges: readonly Range[]): string =>
  `{${ranges.map(([from, to]) => `[${from},${to})`).join(",")}}`;

/** Minutes since Monday 00:00 as windows of single weekdays, which is how people say them. */
export const windowsOf = (ranges: readonly Range[]): WeeklyWindow[] =>
  ranges.flatMap(([from, to]) => {
    const windows: WeeklyWindow[] = [];
    for (let start = from; start < to; ) {
      const day = Math.floor(start / dayMinutes);
      const end = Math.min(to, (day + 1) * dayMinutes);
      windows.push({ weekday: day + 1, fromMinute: start - day * dayMinutes, toMinute: end - day * dayMinutes });
      start = end;
    }
    return windows;
  });
