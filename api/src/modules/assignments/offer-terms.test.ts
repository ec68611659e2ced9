import { expect, test } from "vitest";
import { HOUR, MINUTE } from "../../kernel/interval.ts";
import { answerBy, termsFor } from "./offer-terms.ts";

const now = Date.UTC(2026, 10, 25, 4);
const minutes = (noun: "shift" | "request", startsIn: number) =>
  (answerBy(termsFor(noun, now + startsIn, now), now + startsIn, now) - now) / MINUTE;

test("a request gives a day, but two hours must be left before the first session", () => {
  expect(minutes("request", 72 * HOUR)).toBe(24 * 60);
  expect(minutes("request", 10 * HOUR)).toBe(8 * 60);
  expect(minutes("request", HOUR)).toBe(15);
});

test("a shift within a day gives two hours, a later one a day; half an hour must be left", () => {
  expect(minutes("shift", 48 * HOUR)).toBe(24 * 60);
  expect(minutes("shift", 24 * HOUR + MINUTE)).toBe(23 * 60 + 31);
  expect(minutes("shift", 24 * HOUR)).toBe(2 * 60);
  expect(minutes("shift", 2 * HOUR)).toBe(90);
});

test("nobody is rushed below five minutes, unless the work starts sooner; an offer is never over when it is made", () => {
  expect(minutes("shift", 31 * MINUTE)).toBe(5);
  expect(minutes("shift", 10 * MINUTE)).toBe(5);
  expect(minutes("shift", 3 * MINUTE)).toBe(3);
  expect(minutes("shift", -MINUTE)).toBe(1);
});
