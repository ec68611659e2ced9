import { expect, test } from "vitest";
import { fromField, iso, partOfDay, startOfWeek, toField } from "./calendar.ts";

test("the week starts on Monday, at midnight of the sites", () => {
  expect(iso(startOfWeek("2026-11-22T16:00:00Z"))).toBe("2026-11-22T16:00:00.000Z");
  expect(iso(startOfWeek("2026-11-22T15:59:00Z"))).toBe("2026-11-15T16:00:00.000Z");
});

test("a field for date and time holds the sites' clock, whatever the browser's", () => {
  expect(toField("2026-11-25T12:00:00Z")).toBe("2026-11-25T20:00");
  expect(fromField("2026-11-25T20:00")).toBe("2026-11-25T12:00:00.000Z");
});

test("one is greeted by the sites' time of day", () => {
  expect(partOfDay("2026-11-25T12:00:00Z")).toBe("evening");
  expect(partOfDay("2026-11-25T00:00:00Z")).toBe("morning");
});
