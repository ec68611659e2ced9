import { DAY, type Instant, type Interval } from "../../kernel/interval.ts";
import { intersect, type Range, type Ranges, subtract, union } from "../../kernel/ranges.ts";
import { expandWeekly, foldOntoWeek, weekMinutes } from "../../kernel/weekly.ts";
import type { Availability, Commitment, PersonFacts } from "./person.ts";
import type { WeeklyTime, WorkFacts } from "./work.ts";

/** Where weekly work and a person's week meet, in minutes of the week on the work's clock (0 is Monday 00:00). */
export interface Standing {
  /** Hours that suit both, exceptions taken out. */
  readonly suited: Ranges;
  /** Those of them that no commitment touches in any week of the horizon. */
  readonly free: Ranges;
  /** The sessions chosen: fewer than asked for where there is no room. */
  readonly sessions: readonly Range[];
  /** The chosen sessions as instants, week by week through the horizon. */
  readonly spans: readonly Interval[];
}

/**
 * The weekly times that a person could keep. A session must be free in *every* week of the horizon
 * (`Policy.standingWeeks`): an arrangement that begins with a cancelled session is not one.
 */
export function standing(
  person: PersonFacts,
  work: WorkFacts,
  time: WeeklyTime,
  asked: boolean,
  now: Instant,
): Standing {
  const horizon = horizonOf(time, work.policy.standingWeeks, now);
  const zone = work.timeZone;
  const suited = suitedWeek(person.availability, time, zone, horizon, asked);
  const near = person.commitments.filter((c) => c.workId !== work.id && touches(c, horizon));
  const free = subtract(suited, foldAll(zone, near));
  const sessions = spread(free, time.sessionMinutes, time.sessionsPerWeek);
  return { suited, free, sessions, spans: spansOf(sessions, zone, horizon) };
}

/** Minutes of the chosen sessions fit into these hours? */
export const roomFor = (ranges: Ranges, time: WeeklyTime): boolean =>
  pieces(ranges, time.sessionMinutes).length >= time.sessionsPerWeek;

function horizonOf(time: WeeklyTime, weeks: number, now: Instant): Interval {
  const startsAt = Math.max(now, time.period.startsAt);
  return { startsAt, endsAt: Math.min(time.period.endsAt, startsAt + weeks * 7 * DAY) };
}

/** `asked` is false where a person picks for herself: then her own pattern does not stand in her way. */
function suitedWeek(her: Availability, time: WeeklyTime, zone: string, horizon: Interval, asked: boolean): Ranges {
  const wanted = weekMinutes(time.windows);
  if (!asked) return wanted;
  if (her.weekly === null) return [];
  const away = her.exceptions.filter((e) => !e.free && touches(e, horizon));
  return subtract(intersect(wanted, weekOn(zone, her, horizon)), foldAll(zone, away));
}

/** A week of another zone is carried over through instants of the horizon's first week. */
function weekOn(zone: string, her: Availability, horizon: Interval): Ranges {
  const week = weekMinutes(her.weekly ?? []);
  if (her.timeZone === zone) return week;
  const first = { startsAt: horizon.startsAt, endsAt: horizon.startsAt + 7 * DAY };
  return foldAll(
    zone,
    expandWeekly(week, her.timeZone, first).map(([startsAt, endsAt]) => ({ startsAt, endsAt })),
  );
}

const touches = (a: Interval, horizon: Interval): boolean => a.endsAt > horizon.startsAt && a.startsAt < horizon.endsAt;

const foldAll = (zone: string, spans: readonly (Interval | Commitment)[]): Ranges =>
  spans.length === 0 ? [] : union(spans.flatMap((span) => foldOntoWeek(zone, span)));

/** Ranges cut into sessions, end to end from each start. */
function pieces(ranges: Ranges, minutes: number): Range[] {
  const cut: Range[] = [];
  for (const [from, to] of ranges) for (let at = from; at + minutes <= to; at += minutes) cut.push([at, at + minutes]);
  return cut;
}

/** One a day first, then more on the same days: five sessions on a Saturday are no week of lessons. */
function spread(free: Ranges, minutes: number, count: number): Range[] {
  const left = pieces(free, minutes);
  const chosen: Range[] = [];
  while (chosen.length < count && left.length > 0) {
    const days = new Set<number>();
    for (let i = 0; i < left.length && chosen.length < count; ) {
      const day = Math.floor(left[i]![0] / 1440);
      if (days.has(day)) i++;
      else {
        days.add(day);
        chosen.push(...left.splice(i, 1));
      }
    }
  }
  return chosen.sort((a, b) => a[0] - b[0]);
}

function spansOf(sessions: readonly Range[], zone: string, horizon: Interval): Interval[] {
  // Wider than the horizon, so that a session at its edge is left out whole instead of being cut short.
  const wide = { startsAt: horizon.startsAt - DAY, endsAt: horizon.endsAt + DAY };
  return sessions
    .flatMap((session) => expandWeekly([session], zone, wide))
    .filter(([from, to]) => from >= horizon.startsAt && to <= horizon.endsAt)
    .map(([startsAt, endsAt]) => ({ startsAt, endsAt }))
    .sort((a, b) => a.startsAt - b.startsAt);
}
