import { DAY, type Instant, MINUTE } from "../kernel/interval.ts";
import { type Calendar, dayAt } from "./calendar.ts";
import type { Random } from "./random.ts";

/** How a request has gone so far. Days as in `Calendar`. */
export interface Course {
  readonly state: "open" | "matched" | "active" | "completed" | "cancelled";
  readonly submittedAt: Instant;
  readonly matchedAt: Instant | null;
  readonly fromDay: number;
  readonly untilDay: number;
}

const days = 45;
/** Of these, so many days brought the requests that are surely over. */
const firstDays = 15;

/** `progress` from 0 (the oldest request) to 1 (just now). Half of all wait less than two days, one in ten more than four. */
export function courseOf(random: Random, progress: number, mustBeOver: boolean, { now, today }: Calendar): Course {
  const age = mustBeOver ? days - progress * firstDays : (days - firstDays) * (1 - progress) ** 1.6;
  const submittedAt = Math.floor(now - age * DAY - 20 * MINUTE);
  const wait = Math.max(40 * MINUTE, 1.7 * DAY * Math.exp(0.55 * random.normal()));
  const answered = submittedAt + Math.floor(Math.min(wait, (now - submittedAt) * 0.85));
  const state = mustBeOver ? "completed" : stateOf(random, age);
  const matched = state === "open" || state === "cancelled" ? null : answered;
  const fromDay = dayAt(matched ?? submittedAt) + 1;
  const untilDay = state === "completed" ? today - random.whole(1, 6) : today + random.whole(14, 42);
  return { state, submittedAt, matchedAt: matched, fromDay: Math.min(fromDay, untilDay), untilDay };
}

function stateOf(random: Random, age: number): Course["state"] {
  if (age > 20)
    return random.weighted([
      ["completed", 80],
      ["active", 13],
      ["cancelled", 7],
    ]);
  if (age > 4)
    return random.weighted([
      ["active", 80],
      ["open", 12],
      ["cancelled", 8],
    ]);
  if (age > 0.3)
    return random.weighted([
      ["open", 56],
      ["matched", 12],
      ["active", 27],
      ["cancelled", 5],
    ]);
  return "open";
}
