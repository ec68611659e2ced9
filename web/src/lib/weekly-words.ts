import type { Locale } from "./preferences.ts";
import { weekday } from "./time.ts";

/** `weekday` 1 is Monday; minutes since midnight. */
export type Weekly = { weekday: number; fromMinute: number; toMinute: number };

const DAY = 86_400_000;
const someMonday = Date.parse("2024-01-01T12:00:00+08:00");

/** `周二`, `Tue`; 1 is Monday. */
export const weekdayName = (number: number, locale: Locale): string => weekday(someMonday + (number - 1) * DAY, locale);

/** `19:00`; the day's end is `24:00`. */
export const minuteClock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

export const minuteSpan = (from: number, to: number): string => `${minuteClock(from)}–${minuteClock(to)}`;

/** `周二、周四 19:00–21:00`, `Tue, Thu 19:00–21:00`: days that share their hours stand together. */
export function weeklyWords(windows: readonly Weekly[], locale: Locale): string {
  const daysByHours = new Map<string, string[]>();
  for (const { weekday: number, fromMinute, toMinute } of windows) {
    const hours = minuteSpan(fromMinute, toMinute);
    daysByHours.set(hours, [...(daysByHours.get(hours) ?? []), weekdayName(number, locale)]);
  }
  const [comma, pause] = locale === "en" ? [", ", "; "] : ["、", "，"];
  return [...daysByHours].map(([hours, days]) => `${days.join(comma)} ${hours}`).join(pause);
}
