import { expect, test } from "vitest";
import type { Slot } from "./slot.ts";
import { tableOf } from "./slot-rows.ts";

const slot = (id: string, startsAt: string, endsAt: string) => ({ id, startsAt, endsAt }) as Slot;

test("shifts stand under their day at the sites, one row for each time of day, early hours as the night", () => {
  const table = tableOf([
    slot("late", "2026-11-24T14:00:00Z", "2026-11-24T16:00:00Z"),
    slot("night", "2026-11-24T16:00:00Z", "2026-11-24T20:00:00Z"),
    slot("late too", "2026-11-25T14:00:00Z", "2026-11-25T16:00:00Z"),
  ]);
  expect(table.rows).toEqual([
    { key: "0-240", from: 0, to: 240, night: true },
    { key: "1320-1440", from: 1320, to: 1440, night: false },
  ]);
  expect(table.at("2026-11-24", "1320-1440")?.id).toBe("late");
  expect(table.at("2026-11-25", "0-240")?.id).toBe("night");
  expect(table.on("2026-11-25").map(({ id }) => id)).toEqual(["night", "late too"]);
});

test("two shifts at the same time both show", () => {
  const table = tableOf([
    slot("one", "2026-11-24T02:00:00Z", "2026-11-24T04:00:00Z"),
    slot("two", "2026-11-24T02:00:00Z", "2026-11-24T04:00:00Z"),
  ]);
  expect(table.rows.map(({ key }) => table.at("2026-11-24", key)?.id)).toEqual(["one", "two"]);
});
