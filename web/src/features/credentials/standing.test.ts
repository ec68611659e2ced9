import { expect, test } from "vitest";
import type { CheckStateFragment } from "./queue.generated.ts";
import { nextToCheck, standingOf } from "./standing.ts";

const line = (
  id: string,
  allowed: boolean,
  firstCheckedAt: string | null = null,
): CheckStateFragment & { id: string } => ({
  __typename: "Credential",
  id,
  version: 1,
  state: "SUBMITTED",
  firstCheckedAt,
  mayCheck: { __typename: "Eligibility", allowed, reasons: [] },
});

test("one waits for the first check, for the second, or for somebody else", () => {
  expect(standingOf(line("a", true))).toBe("first");
  expect(standingOf(line("a", true, "2026-11-25T04:00:00Z"))).toBe("second");
  expect(standingOf(line("a", false, "2026-11-25T04:00:00Z"))).toBe("others");
});

test("the next is the next that may be checked, round at the end, never the same again", () => {
  const lines = [line("a", true), line("b", false), line("c", true)];
  expect(nextToCheck(lines, "a")?.id).toBe("c");
  expect(nextToCheck(lines, "c")?.id).toBe("a");
  expect(nextToCheck(lines, undefined)?.id).toBe("a");
  expect(nextToCheck(lines, "gone")?.id).toBe("a");
  expect(nextToCheck([line("a", true)], "a")).toBeUndefined();
});
