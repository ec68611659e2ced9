import { expect, test } from "vitest";
import { DAY } from "../../kernel/interval.ts";
import { type Agreed, sessionsAhead } from "./sessions-ahead.ts";

/** Wednesday 25 November 2026, 12:00 in Beijing. */
const now = Date.parse("2026-11-25T04:00:00Z");
/** Saturdays 09:00 to 10:30. */
const given: Agreed = {
  weekly: [[7740, 7830]],
  timeZone: "Asia/Shanghai",
  decided: Date.parse("2026-12-19T01:00:00Z"),
  endsAt: null,
};
const starts = (agreed: Agreed, at: number) =>
  sessionsAhead(agreed, at, 4).map(({ startsAt }) => new Date(startsAt).toISOString());

test("there is nothing to decide while the fifth session has not come within four weeks", () => {
  expect(starts(given, now)).toEqual([]);
  expect(starts(given, Date.parse("2026-11-28T02:29:59Z"))).toEqual([]);
  expect(starts(given, Date.parse("2026-11-28T02:30:00Z"))).toEqual(["2026-12-26T01:00:00.000Z"]);
});

test("what was missed is caught up with, but nothing that has begun", () => {
  expect(starts(given, now + 35 * DAY)).toEqual([
    "2027-01-02T01:00:00.000Z",
    "2027-01-09T01:00:00.000Z",
    "2027-01-16T01:00:00.000Z",
    "2027-01-23T01:00:00.000Z",
  ]);
});

test("it ends with the request", () => {
  const endsAt = Date.parse("2027-01-08T16:00:00Z");
  expect(starts({ ...given, endsAt }, now + 35 * DAY)).toEqual(["2027-01-02T01:00:00.000Z"]);
  expect(starts({ ...given, endsAt: now }, now + 35 * DAY)).toEqual([]);
});
