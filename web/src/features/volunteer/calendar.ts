import { dayKey, type Instant } from "../../lib/time.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** The city's clocks are never changed. */
const OFFSET = 8 * HOUR;

/** Midnight at the sites, in ms. */
export const startOfDay = (at: Instant): number => Date.parse(`${dayKey(at)}T00:00:00+08:00`);

/** The week starts on Monday. */
export function startOfWeek(at: Instant): number {
  const midnight = startOfDay(at);
  const sinceMonday = (new Date(midnight + OFFSET).getUTCDay() + 6) % 7;
  return midnight - sinceMonday * DAY;
}

export const iso = (at: number): string => new Date(at).toISOString();

/** `2026-11-25T20:00`, what a field for date and time holds, by the clock at the sites. */
export const toField = (at: Instant): string => iso(new Date(at).getTime() + OFFSET).slice(0, 16);
export const fromField = (text: string): string => iso(Date.parse(`${text}:00+08:00`));

export type PartOfDay = "night" | "morning" | "afternoon" | "evening";
export function partOfDay(at: Instant): PartOfDay {
  const hour = new Date(new Date(at).getTime() + OFFSET).getUTCHours();
  if (hour < 5) return "night";
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}
