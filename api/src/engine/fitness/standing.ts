import { DAY, type Interval } from "../../kernel/interval.ts";
import { intersect, type Ranges, subtract, union } from "../../kernel/ranges.ts";
import { expandWeekly, foldOntoWeek, weekMinutes } from "../../kernel/weekly.ts";
import type { Case, Standing } from "./case.ts";
import type { Availability } from "./person.ts";
import { chooseSessions, roomFor } from "./sessions.ts";
import type { WeeklyTime } from "./work.ts";

/**
 * The weekly times that a person could keep. A session must be free in *every* week of the horizon
 * (`Policy.standingWeeks`): an arrangement that begins with a cancelled session is not one.
 */
export function standing(c: Case, time: WeeklyTime, keepsRules: (spans: readonly Interval[]) => boolean): Standing {
  const horizon = horizonOf(c, time);
  const zone = c.work.timeZone;
  const suited = suitedWeek(c, time, horizon);
  const free = subtract(
    suited,
    foldAll(
      zone,
      c.others.filter((other) => touches(other, horizon)),
    ),
  );
  const suits = roomFor(suited, time);
  const isFree = suits && roomFor(free, time);
  if (!isFree) return { suits, isFree, sessions: [], spans: [] };
  return { suits, isFree, ...chooseSessions(free, suited, time, zone, horizon, keepsRules) };
}

function horizonOf({ now, policy }: Case, { period }: WeeklyTime): Interval {
  const startsAt = Math.max(now, period.startsAt);
  return { startsAt, endsAt: Math.min(period.endsAt, startsAt + policy.standingWeeks * 7 * DAY) };
}

function suitedWeek(c: Case, time: WeeklyTime, horizon: Interval): Ranges {
  const wanted = weekMinutes(time.windows);
  if (!c.bindsAvailability) return wanted;
  const her = c.person.availability;
  if (her.weekly === null) return [];
  const both = intersect(wanted, weekOn(c.work.timeZone, her, horizon));
  const away = her.exceptions.filter((e) => !e.free && touches(e, horizon));
  return away.length === 0 ? both : subtract(both, foldAll(c.work.timeZone, away));
}

/** A week of another zone is carried over through instants of the horizon's first week. */
function weekOn(zone: string, her: Availability, horizon: Interval): Ranges {
  const week = weekMinutes(her.weekly ?? []);
  if (her.timeZone === zone) return week;
  const first = { startsAt: horizon.startsAt, endsAt: horizon.startsAt + 7 * DAY };
  const instants = expandWeekly(week, her.timeZone, first);
  return foldAll(
    zone,
    instants.map(([startsAt, endsAt]) => ({ startsAt, endsAt })),
  );
}

const touches = (a: Interval, horizon: Interval): boolean => a.endsAt > horizon.startsAt && a.startsAt < horizon.endsAt;

const foldAll = (zone: string, spans: readonly Interval[]): Ranges =>
  spans.length === 0 ? [] : union(spans.flatMap((span) => foldOntoWeek(zone, span)));
