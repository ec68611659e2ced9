import { dayKey } from "../../lib/time.ts";
import type { Slot } from "./slot.ts";
import { minuteOf } from "./week.ts";

/** Shifts that begin before this minute of the day are folded as the night. */
const MORNING = 8 * 60;

/** A time of day that the week has shifts at; times are minutes since midnight. */
export type SlotRow = { key: string; from: number; to: number; night: boolean };

export type SlotTable = {
  rows: readonly SlotRow[];
  at: (day: string, row: string) => Slot | undefined;
  on: (day: string) => readonly Slot[];
};

/** Lays shifts out by day and time. Two that share both get a row each: none may hide behind another. */
export function tableOf(slots: readonly Slot[]): SlotTable {
  const rows = new Map<string, SlotRow>();
  const cells = new Map<string, Slot>();
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const day = dayKey(slot.startsAt);
    const from = minuteOf(slot.startsAt);
    const to = from + (Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / 60_000;
    let key = `${from}-${to}`;
    while (cells.has(`${day} ${key}`)) key += "+";
    cells.set(`${day} ${key}`, slot);
    rows.set(key, { key, from, to, night: from < MORNING });
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return {
    rows: [...rows.values()].sort((a, b) => a.from - b.from || a.to - b.to || a.key.length - b.key.length),
    at: (day, row) => cells.get(`${day} ${row}`),
    on: (day) => days.get(day) ?? [],
  };
}
