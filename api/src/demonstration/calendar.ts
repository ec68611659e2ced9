import { cityZone } from "../kernel/city.ts";
import { DAY, type Instant, MINUTE } from "../kernel/interval.ts";
import { dateOfDay, dayOf, instantOf, minuteOf, mondayOf, wallAt } from "../kernel/zone.ts";

/** Days are counted since 1970-01-01 on the city's clocks. */
export interface Calendar {
  readonly now: Instant;
  readonly today: number;
  /** Minutes since the city's midnight. */
  readonly minute: number;
  /** The Monday of this week. */
  readonly monday: number;
}

export function calendarAt(now: Date): Calendar {
  const wall = wallAt(cityZone, now.getTime());
  const today = dayOf(wall);
  return { now: now.getTime(), today, minute: minuteOf(wall), monday: mondayOf(today) };
}

/** `minute` may pass 1440: the early morning after. */
export const instantAt = (day: number, minute: number): Instant => instantOf(cityZone, day * DAY + minute * MINUTE);

export const dayAt = (at: Instant): number => dayOf(wallAt(cityZone, at));

export const dateText = dateOfDay;

export const instantText = (at: Instant): string => new Date(at).toISOString();
