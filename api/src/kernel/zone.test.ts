import { describe, expect, test } from "vitest";
import { DAY, HOUR } from "./interval.ts";
import { dateOfDay, dayOf, dayOfDate, instantOf, minuteOf, mondayOf, offsetSpanAt, wallAt, weekdayOf } from "./zone.ts";

const utc = (text: string) => Date.parse(`${text}Z`);
const newYork = "America/New_York"; // leaps 02:00→03:00 on 2026-03-08, repeats 01:00–02:00 on 2026-11-01
const lordHowe = "Australia/Lord_Howe"; // changes by half an hour

describe("a wall time becomes an instant", () => {
  test("in Beijing it is eight hours behind the wall", () => {
    expect(instantOf("Asia/Shanghai", utc("2026-11-28T20:00"))).toBe(utc("2026-11-28T12:00"));
  });

  test("a time in the gap is the moment of the leap", () => {
    expect(instantOf(newYork, utc("2026-03-08T02:30"))).toBe(utc("2026-03-08T07:00"));
    expect(instantOf(newYork, utc("2026-03-08T03:00"))).toBe(utc("2026-03-08T07:00"));
    expect(instantOf(newYork, utc("2026-03-08T01:59"))).toBe(utc("2026-03-08T06:59"));
  });

  test("a time in the fold is the first or the second, as asked", () => {
    expect(instantOf(newYork, utc("2026-11-01T01:30"))).toBe(utc("2026-11-01T05:30"));
    expect(instantOf(newYork, utc("2026-11-01T01:30"), "second")).toBe(utc("2026-11-01T06:30"));
    expect(instantOf(newYork, utc("2026-11-01T02:00"))).toBe(utc("2026-11-01T07:00"));
  });

  test("a change of half an hour is met as well", () => {
    expect(instantOf(lordHowe, utc("2026-04-05T01:45")) + HOUR / 2).toBe(
      instantOf(lordHowe, utc("2026-04-05T01:45"), "second"),
    );
  });

  test("a day that a zone skipped altogether is the moment of the leap", () => {
    // Samoa had no 30 December 2011.
    expect(instantOf("Pacific/Apia", utc("2011-12-30T12:00"))).toBe(instantOf("Pacific/Apia", utc("2011-12-31T00:00")));
  });
});

test("wall and back is the same instant, hour by hour through the changes of five zones", () => {
  const lost: string[] = [];
  for (const zone of ["Asia/Shanghai", newYork, lordHowe, "Europe/Berlin", "Africa/Casablanca"]) {
    for (let at = utc("2026-01-01T00:00"); at < utc("2027-01-01T00:00"); at += HOUR / 2) {
      const wall = wallAt(zone, at);
      if (instantOf(zone, wall) !== at && instantOf(zone, wall, "second") !== at) lost.push(`${zone} ${at}`);
    }
  }
  expect(lost).toEqual([]);
});

test("offsets agree with Intl", () => {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: newYork, hourCycle: "h23", hour: "numeric" });
  for (let at = utc("2026-01-01T00:30"); at < utc("2027-01-01T00:00"); at += 7 * HOUR)
    expect(Math.floor(minuteOf(wallAt(newYork, at)) / 60)).toBe(Number(format.format(at)));
});

test("a zone that does not exist is refused", () => {
  expect(() => offsetSpanAt("Asia/Nowhere", 0)).toThrow(RangeError);
});

test("days, weekdays and dates before and after 1970", () => {
  expect([
    weekdayOf(dayOfDate("1970-01-01")),
    weekdayOf(dayOfDate("1969-12-28")),
    weekdayOf(dayOfDate("2026-11-23")),
  ]).toEqual([4, 7, 1]);
  expect(dateOfDay(mondayOf(dayOf(utc("2026-11-29T23:59"))))).toBe("2026-11-23");
  expect(minuteOf(-DAY + 90 * 60_000)).toBe(90);
});
