import { expect, test } from "vitest";
import { bandHours, cellsIn, cellsOfBand, roomFor, toggled, windowLines, windowsOf } from "./week.ts";

test("ticked boxes become windows in order of the week, joined where they touch", () => {
  expect(windowsOf(["4/19", "6/10", "6/8", "2/19"])).toEqual([
    { weekday: 2, fromMinute: 1_140, toMinute: 1_260 },
    { weekday: 4, fromMinute: 1_140, toMinute: 1_260 },
    { weekday: 6, fromMinute: 480, toMinute: 720 },
  ]);
});

test("windows of a draft tick the boxes that they cover whole", () => {
  expect(cellsIn([{ weekday: 6, fromMinute: 480, toMinute: 720 }])).toEqual(["6/8", "6/10"]);
  expect(cellsIn([{ weekday: 6, fromMinute: 500, toMinute: 720 }])).toEqual(["6/10"]);
});

test("a header ticks its whole row, and unticks it when it was whole", () => {
  const evenings = cellsOfBand(19);
  expect(toggled(["2/19", "2/8"], evenings)).toEqual(["2/8", ...evenings]);
  expect(toggled(["2/8", ...evenings], evenings)).toEqual(["2/8"]);
});

test("a window has room for whole sessions only", () => {
  expect(roomFor(windowsOf(["2/19", "4/19"]), 90)).toBe(2);
  expect(roomFor(windowsOf(["6/8", "6/10"]), 90)).toBe(2);
});

test("days with the same hours share a line", () => {
  const windows = windowsOf(["2/19", "4/19", "6/8"]);
  expect(windowLines(windows, "zh-CN")).toEqual(["周二、周四 19:00–21:00", "周六 08:00–10:00"]);
  expect(windowLines(windows, "en")).toEqual(["Tue, Thu 19:00–21:00", "Sat 08:00–10:00"]);
  expect(bandHours(8)).toBe("08:00–10:00");
});
