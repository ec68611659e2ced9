import type { Interval } from "../../kernel/interval.ts";
import { MINUTE } from "../../kernel/interval.ts";
import { intersect, type Range, type Ranges, subtract, union } from "../../kernel/ranges.ts";
import { expandWeekly, weekMinutes } from "../../kernel/weekly.ts";
import type { Case, Room } from "./case.ts";
import type { Availability } from "./person.ts";
import type { FlexibleTime } from "./work.ts";

export function room({ person, work, now, others, bindsAvailability }: Case, time: FlexibleTime): Room {
  const period = { ...time.period, startsAt: Math.max(now, time.period.startsAt) };
  const whole: Ranges = union([[period.startsAt, period.endsAt]]);
  const wanted = time.windows.length === 0 ? whole : expandWeekly(weekMinutes(time.windows), work.timeZone, period);
  const suited = bindsAvailability ? intersect(wanted, freeInstants(person.availability, period)) : wanted;
  const busy = others.map((c): Range => [c.startsAt, c.endsAt]);
  return {
    suitedMinutes: usable(suited, time.sessionMinutes),
    freeMinutes: usable(subtract(suited, union(busy)), time.sessionMinutes),
  };
}

/** The weekly pattern with its dated exceptions laid over it; "not free" wins. */
export function freeInstants(her: Availability, period: Interval): Ranges {
  const pattern = expandWeekly(weekMinutes(her.weekly ?? []), her.timeZone, period);
  const dated = (free: boolean) =>
    union(her.exceptions.filter((e) => e.free === free).map((e): Range => [e.startsAt, e.endsAt]));
  return subtract(union([...pattern, ...dated(true)]), dated(false));
}

function usable(ranges: Ranges, sessionMinutes: number): number {
  let minutes = 0;
  for (const [from, to] of ranges) {
    const length = Math.floor((to - from) / MINUTE);
    if (length >= sessionMinutes) minutes += length;
  }
  return minutes;
}
