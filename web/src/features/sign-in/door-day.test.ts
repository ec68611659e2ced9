import { expect, test } from "vitest";
import { doorDay } from "./door-day.ts";

const hour = (startsAt: string, missing: number) => ({
  __typename: "TodayHour" as const,
  startsAt,
  serving: 3,
  missing,
});
const today = {
  cityToday: {
    __typename: "CityToday" as const,
    asOf: "2026-11-25T04:10:00Z",
    servingNow: 3,
    openPlaces: 7,
    requestsWaiting: 2,
    hours: [hour("2026-11-25T03:00:00Z", 2), hour("2026-11-25T04:00:00Z", 0), hour("2026-11-25T05:00:00Z", 1)],
    hotlineGap: {
      __typename: "TodayGap" as const,
      startsAt: "2026-11-25T05:00:00Z",
      endsAt: "2026-11-25T07:00:00Z",
      missing: 1,
    },
  },
};

test("hours are Beijing's; this one is marked, and only those to come can need somebody", () => {
  const day = doorDay(today, Date.parse("2026-11-25T04:10:00Z"), "en");
  expect(day.hours).toEqual([
    { hour: 11, serving: 3, now: false, need: false },
    { hour: 12, serving: 3, now: true, need: false },
    { hour: 13, serving: 3, now: false, need: true },
  ]);
  expect(day.gap).toEqual({ time: "13:00–15:00", count: 1 });
});

test("a day without a gap says nothing of one", () => {
  const calm = { cityToday: { ...today.cityToday, hotlineGap: null } };
  expect(doorDay(calm, Date.parse("2026-11-25T04:10:00Z"), "en")).not.toHaveProperty("gap");
});
