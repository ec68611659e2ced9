import type { Weekly } from "../../lib/weekly-words.ts";

/** The rows of the table: from and to, minutes since midnight. Together they are the whole day. */
export const bands = [
  [0, 480],
  [480, 600],
  [600, 720],
  [720, 840],
  [840, 960],
  [960, 1080],
  [1080, 1200],
  [1200, 1320],
  [1320, 1440],
] as const;
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export type Ticked = ReadonlySet<string>;
export const cellKey = (weekday: number, band: number): string => `${weekday}-${band}`;

export const rowKeys = (band: number): string[] => weekdays.map((weekday) => cellKey(weekday, band));
export const columnKeys = (weekday: number): string[] => bands.map((_, band) => cellKey(weekday, band));

/** All of them are on already: off; otherwise all on. */
export function toggleAll(ticked: Ticked, keys: readonly string[]): Ticked {
  const next = new Set(ticked);
  const all = keys.every((key) => ticked.has(key));
  for (const key of keys) all ? next.delete(key) : next.add(key);
  return next;
}

export function toggle(ticked: Ticked, key: string): Ticked {
  return toggleAll(ticked, [key]);
}

/** Which boxes windows fill, and what sticks out of them: hours told elsewhere must survive an edit made here. */
export function readBands(windows: readonly Weekly[]): { ticked: Ticked; rest: readonly Weekly[] } {
  const ticked = new Set<string>();
  const rest: Weekly[] = [];
  for (const { weekday, fromMinute, toMinute } of windows) {
    bands.forEach(([from, to], band) => {
      const start = Math.max(from, fromMinute);
      const end = Math.min(to, toMinute);
      if (start === from && end === to) ticked.add(cellKey(weekday, band));
      else if (start < end) rest.push({ weekday, fromMinute: start, toMinute: end });
    });
  }
  return { ticked, rest };
}

/** Boxes and the rest as windows, those that touch joined. */
export function writeBands(ticked: Ticked, rest: readonly Weekly[]): Weekly[] {
  return weekdays.flatMap((weekday) => {
    const boxes = bands.flatMap(([fromMinute, toMinute], band) =>
      ticked.has(cellKey(weekday, band)) ? [{ weekday, fromMinute, toMinute }] : [],
    );
    const others = rest.filter((window) => window.weekday === weekday);
    return joined([...boxes, ...others].sort((one, other) => one.fromMinute - other.fromMinute));
  });
}

function joined(sorted: readonly Weekly[]): Weekly[] {
  const windows: Weekly[] = [];
  for (const window of sorted) {
    const last = windows.at(-1);
    if (last && window.fromMinute <= last.toMinute)
      windows[windows.length - 1] = { ...last, toMinute: Math.max(last.toMinute, window.toMinute) };
    else windows.push(window);
  }
  return windows;
}
