import { Temporal } from "temporal-polyfill";
import { DAY, type Instant, type Interval, MINUTE } from "./interval.ts";

/**
 * What the clock on the wall shows, written as the milliseconds an UTC clock would have at that reading.
 * It runs backwards at a fold and jumps at a gap, so it orders nothing across a transition.
 */
export type Wall = number;

/** A stretch of time through which a zone keeps one offset: `wall = instant + offset`. */
export interface OffsetSpan extends Interval {
  readonly offset: number;
}

const known = new Map<string, OffsetSpan[]>();

/** The stretch of constant offset around an instant. Throws RangeError for a zone that is not in the IANA list. */
export function offsetSpanAt(zone: string, at: Instant): OffsetSpan {
  const spans = known.get(zone) ?? [];
  for (const span of spans) if (span.startsAt <= at && at < span.endsAt) return span;
  const span = findSpan(zone, at);
  known.set(zone, [...spans, span]);
  return span;
}

function findSpan(zone: string, at: Instant): OffsetSpan {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  // "previous" is strictly before, so a transition at this very instant is looked for one step later.
  const previous = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  const next = zoned.getTimeZoneTransition("next");
  return {
    startsAt: previous?.epochMilliseconds ?? -Infinity,
    endsAt: next?.epochMilliseconds ?? Infinity,
    offset: zoned.offsetNanoseconds / 1e6,
  };
}

export const wallAt = (zone: string, at: Instant): Wall => at + offsetSpanAt(zone, at).offset;

/** A span of time as the wall clock shows it: one piece, or one more for every transition inside. */
export function wallPieces(zone: string, { startsAt, endsAt }: Interval): [from: Wall, to: Wall][] {
  const pieces: [Wall, Wall][] = [];
  for (let at = startsAt; at < endsAt; ) {
    const span = offsetSpanAt(zone, at);
    const until = Math.min(endsAt, span.endsAt);
    pieces.push([at + span.offset, until + span.offset]);
    at = until;
  }
  return pieces;
}

/** How to read a wall time that the clock shows twice, or never. */
export type Fold = "first" | "second";

/**
 * The instant at which the clock shows this. In a fold, the first or the second time as asked.
 * In a gap, the instant of the jump: what was to start at 02:30 starts when the clock leaps past it.
 */
export function instantOf(zone: string, wall: Wall, fold: Fold = "first"): Instant {
  // No zone is more than a day off UTC, and none has two transitions within two days.
  const before = offsetSpanAt(zone, wall - DAY);
  const after = offsetSpanAt(zone, wall + DAY);
  const early = wall - before.offset;
  const late = wall - after.offset;
  if (before.offset === after.offset) return early;
  const shownBefore = early < before.endsAt;
  const shownAfter = late >= after.startsAt;
  if (shownBefore && shownAfter) return fold === "first" ? early : late;
  if (shownBefore) return early;
  return shownAfter ? late : after.startsAt;
}

/** Whole days since 1970-01-01 on the wall. */
export const dayOf = (wall: Wall): number => Math.floor(wall / DAY);

/** ISO weekday of a wall day: 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The wall day on which the ISO week of this wall day begins. */
export const mondayOf = (day: number): number => day - (weekdayOf(day) - 1);

/** Whole minutes since midnight on the wall. */
export const minuteOf = (wall: Wall): number => Math.floor((wall - dayOf(wall) * DAY) / MINUTE);

/** Wall day of a calendar date `YYYY-MM-DD`. */
export const dayOfDate = (date: string): number => Date.parse(`${date}T00:00Z`) / DAY;

const dates = new Map<number, string>();

/** Calendar date `YYYY-MM-DD` of a wall day. Remembered: ages are asked of a million people for the same few days. */
export function dateOfDay(day: number): string {
  const known = dates.get(day);
  if (known) return known;
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}
