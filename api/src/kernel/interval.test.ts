import { expect, test } from "vitest";
import { HOUR, interval, MINUTE, minutesOf, minutesShared, overlaps, pauseBetween } from "./interval.ts";

const from = (start: number, end: number) => interval(start * HOUR, end * HOUR);

test("back-to-back does not overlap, one millisecond more does", () => {
  expect(overlaps(from(8, 10), from(10, 12))).toBe(false);
  expect(overlaps(interval(8 * HOUR, 10 * HOUR + 1), from(10, 12))).toBe(true);
});

test("minutes are whole, and a started one does not count", () => {
  expect(minutesOf(interval(0, 2 * MINUTE - 1))).toBe(1);
  expect(minutesShared(from(8, 10), from(9, 12))).toBe(60);
  expect(minutesShared(from(8, 10), from(10, 12))).toBe(0);
});

test("the pause between two is the same seen from either side", () => {
  expect(pauseBetween(from(8, 10), from(13, 14))).toBe(3 * HOUR);
  expect(pauseBetween(from(13, 14), from(8, 10))).toBe(3 * HOUR);
  expect(pauseBetween(from(8, 10), from(9, 14))).toBe(0);
});

test("an interval without length, or of unknown ends, is refused", () => {
  expect(() => interval(HOUR, HOUR)).toThrow(RangeError);
  expect(() => interval(new Date("never"), HOUR)).toThrow(RangeError);
  expect(interval(new Date(0), new Date(HOUR))).toEqual({ startsAt: 0, endsAt: HOUR });
});
