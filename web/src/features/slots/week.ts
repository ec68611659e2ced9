import { dayKey, type Instant } from "../../lib/time.ts";

const DAY = 86_400_000;
/** The sites' zone has had no daylight saving time since 1991: a day there is always 24 hours at this offset. */
const OFFSET = "+08:00";

/** Monday to Sunday at the sites; `from` and `to` are instants, `to` belongs to the next week. */
export type Week = { days: readonly string[]; from: string; to: string };

/** The first moment of a day such as `2026-11-25`. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00${OFFSET}`);

export const addDays = (day: string, days: number): string => dayKey(startOf(day) + days * DAY);

/** The week that a day lies in. */
export function weekOf(day: string): Week {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(day, -sinceMonday);
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  return {
    days,
    from: new Date(startOf(monday)).toISOString(),
    to: new Date(startOf(addDays(monday, 7))).toISOString(),
  };
}

/** Minutes since midnight at the sites. */
export const minuteOf = (at: Instant): number => (new Date(at).getTime() - startOf(dayKey(at))) / 60_000;

/** The three days that a phone shows, from `first` on, kept inside the week. */
export function threeDays(week: Week, first: string): readonly string[] {
  const at = Math.max(0, Math.min(4, week.days.indexOf(first)));
  return week.days.slice(at, at + 3);
}
