import { DAY, type Instant, type Interval, minutesShared, overlaps } from "../../kernel/interval.ts";
import { dayOf, instantOf, mondayOf, wallAt } from "../../kernel/zone.ts";
import type { Case } from "./case.ts";

/** The first calendar day or ISO week that this work would fill beyond the limit (in minutes of duty). */
export function busiest(c: Case, unit: "day" | "week", limitMinutes: number) {
  if (limitMinutes === Infinity) return null;
  const zone = c.work.timeZone;
  for (const period of periodsOf(c.spans, zone, unit)) {
    const minutes = minutesWithin(period, c.spans) + minutesWithin(period, c.others);
    if (minutes > limitMinutes) return { minutes, limitMinutes, startsAt: period.startsAt, timeZone: zone };
  }
  return null;
}

/** The first ISO week in which this work would bring more duties than the limit. */
export function mostDuties(c: Case, limit: number) {
  if (limit === Infinity) return null;
  for (const week of periodsOf(c.spans, c.work.timeZone, "week")) {
    const duties = dutiesWithin(week, c.spans) + dutiesWithin(week, c.others);
    if (duties > limit) return { duties, limit, startsAt: week.startsAt, timeZone: c.work.timeZone };
  }
  return null;
}

export const dutiesWithin = (period: Interval, spans: readonly Interval[]): number =>
  spans.filter((span) => overlaps(span, period)).length;

/** The calendar day or ISO week around an instant; one day longer or shorter by an hour where the clock changes. */
export function periodAround(at: Instant, zone: string, unit: "day" | "week"): Interval {
  const day = dayOf(wallAt(zone, at));
  const first = unit === "day" ? day : mondayOf(day);
  return { startsAt: instantOf(zone, first * DAY), endsAt: instantOf(zone, (first + (unit === "day" ? 1 : 7)) * DAY) };
}

/** Every calendar period that one of the spans (in order of start) touches, once. */
function periodsOf(spans: readonly Interval[], zone: string, unit: "day" | "week"): Interval[] {
  const periods: Interval[] = [];
  for (const span of spans) {
    for (let at = Math.max(span.startsAt, periods.at(-1)?.endsAt ?? -Infinity); at < span.endsAt; ) {
      const period = periodAround(at, zone, unit);
      periods.push(period);
      at = period.endsAt;
    }
  }
  return periods;
}

function minutesWithin(period: Interval, spans: readonly Interval[]): number {
  let minutes = 0;
  for (const span of spans) minutes += minutesShared(period, span);
  return minutes;
}
