import type { Locale } from "../../lib/preferences.ts";
import { weekday } from "../../lib/time.ts";

/** Minutes since midnight, the end exclusive; 1 is Monday. */
export type WeeklyWindow = { weekday: number; fromMinute: number; toMinute: number };

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** First hours of the two-hour bands of a day; noon and supper are left free. */
export const bands = [8, 10, 14, 16, 19] as const;
const BAND = 120;

/** One box of the table: `2/19` is Tuesday from 19:00. */
export type Cell = `${number}/${number}`;
export const cellOf = (day: number, hour: number): Cell => `${day}/${hour}`;
export const cellsOfDay = (day: number): Cell[] => bands.map((hour) => cellOf(day, hour));
export const cellsOfBand = (hour: number): Cell[] => weekdays.map((day) => cellOf(day, hour));

/** Ticks all of them, or none when all were ticked. */
export function toggled(chosen: readonly Cell[], cells: readonly Cell[]): Cell[] {
  const rest = chosen.filter((cell) => !cells.includes(cell));
  return cells.every((cell) => chosen.includes(cell)) ? rest : [...rest, ...cells];
}

/** Boxes as windows, in order of the week, joined where they touch. */
export function windowsOf(chosen: readonly Cell[]): WeeklyWindow[] {
  const windows: WeeklyWindow[] = [];
  for (const day of weekdays) {
    for (const hour of bands.filter((one) => chosen.includes(cellOf(day, one)))) {
      const fromMinute = hour * 60;
      const last = windows.at(-1);
      if (last?.weekday === day && last.toMinute === fromMinute) last.toMinute += BAND;
      else windows.push({ weekday: day, fromMinute, toMinute: fromMinute + BAND });
    }
  }
  return windows;
}

/** The boxes that these windows cover whole. */
export const cellsIn = (windows: readonly WeeklyWindow[]): Cell[] =>
  windows.flatMap(({ weekday: day, fromMinute, toMinute }) =>
    bands.filter((hour) => fromMinute <= hour * 60 && hour * 60 + BAND <= toMinute).map((hour) => cellOf(day, hour)),
  );

/** How many sessions of this length the windows have room for. */
export const roomFor = (windows: readonly WeeklyWindow[], minutes: number): number =>
  windows.reduce((sum, { fromMinute, toMinute }) => sum + Math.floor((toMinute - fromMinute) / minutes), 0);

const pad = (value: number) => String(value).padStart(2, "0");
const clockOf = (minute: number) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
export const hoursOf = (fromMinute: number, toMinute: number) => `${clockOf(fromMinute)}–${clockOf(toMinute)}`;
export const bandHours = (hour: number) => hoursOf(hour * 60, hour * 60 + BAND);

/** `周二`, `Tue`. The first of January 2024 was a Monday; noon keeps clear of any zone. */
export const weekdayName = (day: number, locale: Locale) => weekday(Date.UTC(2024, 0, day, 4), locale);

/** `周二、周四 19:00–21:00`: one line for each span of hours, its days together. */
export function windowLines(windows: readonly WeeklyWindow[], locale: Locale): string[] {
  const days = new Map<string, string[]>();
  for (const { weekday: day, fromMinute, toMinute } of windows) {
    const hours = hoursOf(fromMinute, toMinute);
    days.set(hours, [...(days.get(hours) ?? []), weekdayName(day, locale)]);
  }
  return [...days].map(([hours, names]) => `${names.join(locale === "en" ? ", " : "、")} ${hours}`);
}
