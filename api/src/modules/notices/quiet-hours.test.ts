import { expect, test } from "vitest";
import { mailAt } from "./quiet-hours.ts";

/** A moment of 25 November 2026 on Beijing's clock. */
const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 10, 25, hour - 8, minute));

test.each([
  ["at noon a letter goes at once", at(12), null],
  ["at 07:00 sharp too", at(7), null],
  ["a minute to seven it waits for seven", at(6, 59), at(7)],
  ["at 21:59 it still goes", at(21, 59), null],
  ["at 22:00 it waits for the morning", at(22), at(31)],
  ["after midnight it waits for the same day's morning", at(24, 30), at(31)],
])("%s", (_, now, goes) => expect(mailAt(now, null)).toEqual(goes));

test("what begins within twelve hours is told at night", () => {
  expect(mailAt(at(23), at(34))).toBeNull();
  expect(mailAt(at(23), at(35))).toEqual(at(31));
});
