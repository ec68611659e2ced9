/**
 * A moment: whole milliseconds since 1970-01-01T00:00Z. A number and not a Date, because the engine compares
 * hundreds of millions of them and hands them to worker threads; rows are turned once, with `interval()`.
 */
export type Instant = number;

/** Half-open: a shift that ends at noon does not touch one that starts at noon. */
export interface Interval {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** From rows (`Date`) or instants. Throws RangeError where nothing lies between start and end. */
export function interval(startsAt: Date | Instant, endsAt: Date | Instant): Interval {
  const result = { startsAt: Number(startsAt), endsAt: Number(endsAt) };
  if (!(result.startsAt < result.endsAt)) throw new RangeError("An interval must end after it starts.");
  return result;
}

export const overlaps = (a: Interval, b: Interval): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

export const contains = (outer: Interval, inner: Interval): boolean =>
  outer.startsAt <= inner.startsAt && inner.endsAt <= outer.endsAt;

/** Whole minutes, a started minute does not count: nobody is credited with time that was not served. */
export const minutesOf = (a: Interval): number => Math.floor((a.endsAt - a.startsAt) / MINUTE);

/** Whole minutes that both share; 0 where they only touch. */
export const minutesShared = (a: Interval, b: Interval): number =>
  Math.max(0, Math.floor((Math.min(a.endsAt, b.endsAt) - Math.max(a.startsAt, b.startsAt)) / MINUTE));

/** Milliseconds of pause between two; 0 where they touch or overlap. */
export const pauseBetween = (a: Interval, b: Interval): number =>
  Math.max(0, a.startsAt - b.endsAt, b.startsAt - a.endsAt);
