import { expect, test } from "vitest";
import { dayAfter, daySpan, shownHours, ticksOf } from "./day-window.ts";

const at = (text: string) => Date.parse(text);

test("a day runs from midnight to midnight in Beijing", () => {
  expect(daySpan("2026-11-25")).toEqual({ from: at("2026-11-24T16:00:00Z"), to: at("2026-11-25T16:00:00Z") });
});

test("the next day and the one before, over a month's end", () => {
  expect(dayAfter("2026-11-30", 1)).toBe("2026-12-01");
  expect(dayAfter("2026-12-01", -1)).toBe("2026-11-30");
});

test("twelve hours lie about the present, and never leave the day", () => {
  expect(shownHours("2026-11-25", "half", at("2026-11-25T15:14:00+08:00"))).toEqual({
    from: at("2026-11-25T10:00:00+08:00"),
    to: at("2026-11-25T22:00:00+08:00"),
  });
  expect(shownHours("2026-11-25", "half", at("2026-11-25T01:00:00+08:00")).from).toBe(at("2026-11-25T00:00:00+08:00"));
  expect(shownHours("2026-11-25", "half", at("2026-11-25T23:50:00+08:00")).to).toBe(at("2026-11-26T00:00:00+08:00"));
});

test("what is opened outside of them moves the hours to it; what is opened on another day does not", () => {
  const now = at("2026-11-25T06:30:00+08:00");
  expect(shownHours("2026-11-25", "half", now, at("2026-11-25T20:00:00+08:00")).to).toBe(
    at("2026-11-26T00:00:00+08:00"),
  );
  expect(shownHours("2026-11-25", "half", now, at("2026-11-25T08:00:00+08:00")).from).toBe(
    at("2026-11-25T02:00:00+08:00"),
  );
  expect(shownHours("2026-11-25", "half", now, at("2026-11-27T20:00:00+08:00")).from).toBe(
    at("2026-11-25T02:00:00+08:00"),
  );
});

test("another day starts at eight", () => {
  expect(shownHours("2026-11-27", "half", at("2026-11-25T15:14:00+08:00")).from).toBe(at("2026-11-27T08:00:00+08:00"));
});

test("a half day is marked every two hours, a whole one every three", () => {
  const whole = daySpan("2026-11-25");
  expect(ticksOf(whole)).toHaveLength(8);
  expect(ticksOf({ from: whole.from, to: whole.from + 12 * 3_600_000 })).toHaveLength(6);
});
