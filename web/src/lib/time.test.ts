import { describe, expect, test } from "vitest";
import { clock, dayKey, dayNumber, dayRange, duration, hours, relative, span } from "./time.ts";

const start = "2026-11-25T12:00:00Z";
const end = "2026-11-25T14:00:00Z";

describe("times are read in the zone of the sites", () => {
  test("a shift names its day once and always its end", () => {
    expect(span(start, end, "zh-CN")).toBe("11月25日 周三 20:00–22:00");
    expect(span(start, end, "en")).toBe("Wed 25 Nov, 20:00–22:00");
  });

  test("midnight is the end of a day, and a night says how many days on", () => {
    expect(hours("2026-11-25T14:00:00Z", "2026-11-25T16:00:00Z", "zh-CN")).toBe("22:00–24:00");
    expect(hours("2026-11-25T14:00:00Z", "2026-11-25T18:00:00Z", "en")).toBe("22:00–02:00 +1");
  });

  test("a late evening in UTC is the next day in Beijing", () => {
    expect(dayKey("2026-11-25T16:30:00Z")).toBe("2026-11-26");
    expect(dayNumber("2026-11-25T16:30:00Z")).toBe(26);
    expect(clock("2026-11-25T16:30:00Z", "en")).toBe("00:30");
  });

  test("a week is one range", () => {
    expect(dayRange("2026-11-23T00:00:00Z", "2026-11-29T00:00:00Z", "zh-CN")).toBe("11月23日–29日");
    expect(dayRange("2026-11-23T00:00:00Z", "2026-11-29T00:00:00Z", "en")).toBe("23–29 Nov");
    expect(dayRange("2026-11-30T00:00:00Z", "2026-12-06T00:00:00Z", "zh-CN")).toBe("11月30日–12月6日");
    expect(dayRange("2026-11-30T00:00:00Z", "2026-12-06T00:00:00Z", "en")).toBe("30 Nov – 6 Dec");
  });

  test("distances use the largest unit that says enough", () => {
    expect(relative(start, "2026-11-25T11:14:00Z", "zh-CN")).toBe("46分钟后");
    expect(relative(start, "2026-11-25T11:14:00Z", "en")).toBe("in 46 minutes");
    expect(relative(start, "2026-11-25T09:00:00Z", "en")).toBe("in 3 hours");
  });

  test("time left is never negative", () => {
    expect(duration((3 * 60 + 12) * 60_000, "zh-CN")).toBe("3小时12分钟");
    expect(duration((3 * 60 + 12) * 60_000, "en")).toBe("3 hr 12 min");
    expect(duration(-5, "en")).toBe("0 min");
  });
});
