import { expect, test } from "vitest";
import { columnKeys, readBands, rowKeys, toggle, toggleAll, writeBands } from "./bands.ts";

const windows = [
  { weekday: 2, fromMinute: 1080, toMinute: 1320 },
  { weekday: 6, fromMinute: 540, toMinute: 720 },
];

test("what is read and written back unchanged is the same", () => {
  const { ticked, rest } = readBands(windows);
  expect(writeBands(ticked, rest)).toEqual(windows);
});

test("hours that fill no box are kept beside the boxes", () => {
  const { ticked, rest } = readBands(windows);
  expect([...ticked]).toEqual(["2-6", "2-7", "6-2"]);
  expect(rest).toEqual([{ weekday: 6, fromMinute: 540, toMinute: 600 }]);
});

test("boxes that touch become one window, and a box swallows the piece inside it", () => {
  const { ticked, rest } = readBands(windows);
  expect(writeBands(toggle(ticked, "6-1"), rest)).toEqual([
    { weekday: 2, fromMinute: 1080, toMinute: 1320 },
    { weekday: 6, fromMinute: 480, toMinute: 720 },
  ]);
});

test("a row or a column goes on as a whole, and off only when all of it was on", () => {
  const all = toggleAll(new Set(["1-0"]), rowKeys(0));
  expect(all.size).toBe(7);
  expect(toggleAll(all, rowKeys(0)).size).toBe(0);
  expect(toggleAll(all, columnKeys(1)).size).toBe(15);
});
