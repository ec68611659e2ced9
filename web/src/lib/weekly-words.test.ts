import { expect, test } from "vitest";
import { weeklyWords } from "./weekly-words.ts";

test("days that share their hours stand together", () => {
  const windows = [2, 4].map((weekday) => ({ weekday, fromMinute: 1140, toMinute: 1260 }));
  expect(weeklyWords(windows, "en")).toBe("Tue, Thu 19:00–21:00");
  expect(weeklyWords(windows, "zh-CN")).toBe("周二、周四 19:00–21:00");
});

test("the day's end is 24:00", () => {
  expect(weeklyWords([{ weekday: 7, fromMinute: 1320, toMinute: 1440 }], "en")).toBe("Sun 22:00–24:00");
});
