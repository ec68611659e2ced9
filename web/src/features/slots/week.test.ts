import { expect, test } from "vitest";
import { minuteOf, threeDays, weekOf } from "./week.ts";

test("a week runs from Monday midnight to Monday midnight at the sites", () => {
  const week = weekOf("2026-11-25");
  expect(week.days[0]).toBe("2026-11-23");
  expect(week.days[6]).toBe("2026-11-29");
  expect([week.from, week.to]).toEqual(["2026-11-22T16:00:00.000Z", "2026-11-29T16:00:00.000Z"]);
});

test("Sunday belongs to the week before it, Monday begins one, over a year's end too", () => {
  expect(weekOf("2026-11-29").days[0]).toBe("2026-11-23");
  expect(weekOf("2026-11-30").days[0]).toBe("2026-11-30");
  expect(weekOf("2027-01-01").days).toEqual(weekOf("2026-12-28").days);
});

test("minutes are those of the clock at the sites", () => {
  expect(minuteOf("2026-11-24T16:30:00Z")).toBe(30);
});

test("a phone always shows three days of the week", () => {
  const week = weekOf("2026-11-25");
  expect(threeDays(week, "2026-11-24")).toEqual(["2026-11-24", "2026-11-25", "2026-11-26"]);
  expect(threeDays(week, "2026-11-29")).toEqual(["2026-11-27", "2026-11-28", "2026-11-29"]);
  expect(threeDays(week, "2026-10-01")).toEqual(["2026-11-23", "2026-11-24", "2026-11-25"]);
});
