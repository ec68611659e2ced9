import { describe, expect, test } from "vitest";
import { nextBar, type TimelineRow } from "./timeline-rows.ts";

const row = (key: string, ...starts: number[]): TimelineRow => ({
  key,
  label: key,
  bars: starts.map((start) => ({ key: `${key}${start}`, state: "ok", start, end: start + 2, text: "", label: "" })),
});
const rows = [row("a", 8, 10, 12), row("empty"), row("b", 9, 20)];

describe("arrows in the timeline", () => {
  test("walk along a row and stop at its ends", () => {
    expect(nextBar(rows, "a8", "ArrowRight")).toBe("a10");
    expect(nextBar(rows, "a8", "ArrowLeft")).toBeUndefined();
    expect(nextBar(rows, "a8", "End")).toBe("a12");
  });

  test("go to the bar nearest in time, over rows that are empty", () => {
    expect(nextBar(rows, "a12", "ArrowDown")).toBe("b9");
    expect(nextBar(rows, "b20", "ArrowUp")).toBe("a12");
    expect(nextBar(rows, "b20", "ArrowDown")).toBeUndefined();
  });

  test("leave other keys to others", () => {
    expect(nextBar(rows, "a8", "x")).toBeUndefined();
  });
});
