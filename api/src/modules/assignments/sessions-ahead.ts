import { DAY, type Instant, type Interval } from "../../kernel/interval.ts";
import type { Ranges } from "../../kernel/ranges.ts";
import { expandWeekly } from "../../kernel/weekly.ts";

export interface Agreed {
  /** The weekly times, in minutes of the week. */
  readonly weekly: Ranges;
  readonly timeZone: string;
  /** When the last session begins that has been decided on. */
  readonly decided: Instant;
  /** First moment at which the request is over; null: until further notice. */
  readonly endsAt: Instant | null;
}

/** The sessions that come after those decided on, through so many weeks from now. One at the edge waits until it is whole. */
export function sessionsAhead(agreed: Agreed, now: Instant, weeks: number): Interval[] {
  const horizon = Math.min(now + weeks * 7 * DAY, agreed.endsAt ?? Number.POSITIVE_INFINITY);
  const from = Math.max(now, agreed.decided);
  if (horizon <= from) return [];
  const within = { startsAt: from - DAY, endsAt: horizon + DAY };
  return expandWeekly(agreed.weekly, agreed.timeZone, within)
    .map(([startsAt, endsAt]) => ({ startsAt, endsAt }))
    .filter(({ startsAt, endsAt }) => startsAt > from && endsAt <= horizon);
}
