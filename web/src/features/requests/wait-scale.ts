/** Whole minutes: one in ten, half and nine in ten waited no longer. `basis` 0: nothing is known. */
export type WaitFigures = { basis: number; shortMinutes: number; medianMinutes: number; longMinutes: number };
export type Span = { unit: "minutes" | "hours" | "days"; count: number };

const HOUR = 60;
const DAY = 24 * HOUR;
const tops = [HOUR, 2 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 4 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, 56 * DAY];
/** Labels closer than this share of the scale would lie on one another. */
const APART = 0.18;

/** The largest unit that says enough; never less than one. */
export function spanOf(minutes: number): Span {
  if (minutes < HOUR) return { unit: "minutes", count: Math.max(1, Math.round(minutes)) };
  if (minutes < 36 * HOUR) return { unit: "hours", count: Math.round(minutes / HOUR) };
  return { unit: "days", count: Math.round(minutes / DAY) };
}

/** Where the scale of a wait is labelled: now, the median, the long end and a round number beyond; what would overlap is left out. */
export function ticksOf({ medianMinutes, longMinutes }: WaitFigures): number[] {
  const top = tops.find((one) => one >= longMinutes * 1.2) ?? longMinutes * 1.2;
  const free = (at: number, taken: readonly number[]) => taken.every((other) => Math.abs(at - other) >= APART * top);
  const ticks = [0, top];
  for (const at of [longMinutes, medianMinutes]) if (free(at, ticks)) ticks.push(at);
  return ticks.sort((one, other) => one - other);
}
