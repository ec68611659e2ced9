import { DAY, type Interval, minutesShared } from "../../kernel/interval.ts";
import { dayOf, instantOf, mondayOf, wallAt } from "../../kernel/zone.ts";
import type { Case } from "./case.ts";

/** The first calendar day or ISO week that this work would fill beyond the limit (in minutes of duty). */
export function busiest(c: Case, unit: "day" | "week", limitMinutes: number) {
  const zone = c.work.timeZone;
  const seen = new Set<number>();
  for (const span of c.spans) {
    for (const period of calendarPeriods(span, zone, unit)) {
      if (seen.has(period.startsAt)) continue;
      seen.add(period.startsAt);
      const minutes = minutesWithin(period, c.spans) + minutesWithin(period, c.others);
      if (minutes > limitMinutes) return { minutes, limitMinutes, startsAt: period.startsAt, timeZone: zone };
    }
  }
  return null;
}

/** The calendar days or weeks that a span touches; one of 23 or 25 hours where the clock changes. */
function calendarPeriods(span: Interval, zone: string, unit: "day" | "week"): Interval[] {
  const days = unit === "day" ? 1 : 7;
  const firstDay = dayOf(wallAt(zone, span.startsAt));
  const periods: Interval[] = [];
  for (let day = unit === "day" ? firstDay : mondayOf(firstDay); ; day += days) {
    const startsAt = instantOf(zone, day * DAY);
    if (startsAt >= span.endsAt) return periods;
    periods.push({ startsAt, endsAt: instantOf(zone, (day + days) * DAY) });
  }
}

function minutesWithin(period: Interval, spans: readonly Interval[]): number {
  let minutes = 0;
  for (const span of spans) minutes += minutesShared(period, span);
  return minutes;
}
