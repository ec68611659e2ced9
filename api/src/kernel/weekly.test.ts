import { describe, expect, test } from "vitest";
import { HOUR } from "./interval.ts";
import { total } from "./ranges.ts";
import { expandWeekly, foldOntoWeek, weekMinutes } from "./weekly.ts";

const utc = (text: string) => Date.parse(`${text}Z`);
const week = (from: string, to: string) => ({ startsAt: utc(from), endsAt: utc(to) });
const sunday = (fromMinute: number, toMinute: number) => weekMinutes([{ weekday: 7, fromMinute, toMinute }]);

describe("weekly windows", () => {
  test("join where they touch, and go on with Monday after Sunday midnight", () => {
    expect(
      weekMinutes([
        { weekday: 7, fromMinute: 1320, toMinute: 1560 },
        { weekday: 1, fromMinute: 120, toMinute: 180 },
        { weekday: 2, fromMinute: 600, toMinute: 660 },
      ]),
    ).toEqual([
      [0, 180],
      [2040, 2100],
      [9960, 10080],
    ]);
  });

  test("in Beijing each comes back after exactly seven days", () => {
    const expanded = expandWeekly(sunday(600, 720), "Asia/Shanghai", week("2026-11-23T00:00", "2026-12-07T00:00"));
    expect(expanded).toEqual([
      [utc("2026-11-29T02:00"), utc("2026-11-29T04:00")],
      [utc("2026-12-06T02:00"), utc("2026-12-06T04:00")],
    ]);
  });

  test("a window over the gap is shorter by the hour that does not exist", () => {
    const [range, ...rest] = expandWeekly(
      sunday(60, 240),
      "America/New_York",
      week("2026-03-02T00:00", "2026-03-09T00:00"),
    );
    expect(rest).toEqual([]);
    expect(range).toEqual([utc("2026-03-08T06:00"), utc("2026-03-08T08:00")]);
  });

  test("a window inside the gap does not exist that week", () => {
    expect(expandWeekly(sunday(120, 180), "America/New_York", week("2026-03-02T00:00", "2026-03-09T00:00"))).toEqual(
      [],
    );
  });

  test("a window inside the fold comes twice, one over it is longer by an hour", () => {
    const within = week("2026-10-26T00:00", "2026-11-02T00:00");
    expect(expandWeekly(sunday(60, 90), "America/New_York", within)).toEqual([
      [utc("2026-11-01T05:00"), utc("2026-11-01T05:30")],
      [utc("2026-11-01T06:00"), utc("2026-11-01T06:30")],
    ]);
    expect(total(expandWeekly(sunday(0, 240), "America/New_York", within))).toBe(5 * HOUR);
  });

  test("are cut where the period begins and ends", () => {
    expect(expandWeekly(sunday(600, 720), "Asia/Shanghai", week("2026-11-29T03:00", "2026-11-29T03:30"))).toEqual([
      [utc("2026-11-29T03:00"), utc("2026-11-29T03:30")],
    ]);
  });
});

describe("a span of time laid on its week", () => {
  test("runs on into Monday", () => {
    expect(foldOntoWeek("Asia/Shanghai", week("2026-11-29T15:00", "2026-11-29T17:00"))).toEqual([
      [0, 60],
      [10020, 10080],
    ]);
  });

  test("leaves out what the clock skips and covers once what it shows twice", () => {
    expect(foldOntoWeek("America/New_York", week("2026-03-08T06:30", "2026-03-08T07:30"))).toEqual([
      [8730, 8760],
      [8820, 8850],
    ]);
    expect(foldOntoWeek("America/New_York", week("2026-11-01T05:00", "2026-11-01T07:00"))).toEqual([[8700, 8760]]);
  });
});
