import { dayKey } from "../../lib/time.ts";
import type { TimelineWindow } from "../../ui/timeline-rows.ts";

export const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The city's offset from UTC. China keeps one zone and no summer time. */
const OFFSET = "+08:00";

/** `2026-11-25` as the span from midnight to midnight at the sites. */
export function daySpan(day: string): TimelineWindow {
  const from = Date.parse(`${day}T00:00:00${OFFSET}`);
  return { from, to: from + DAY };
}

/** The day so many days later (or earlier). */
export const dayAfter = (day: string, days: number): string => dayKey(daySpan(day).from + days * DAY + DAY / 2);

/**
 * Which hours the timeline shows: all 24, or twelve: about `now` on the day that is running, from 08:00 on another, and about
 * what is `opened` where that would lie outside.
 */
export function shownHours(day: string, hours: "half" | "whole", now: number, opened?: number): TimelineWindow {
  const usual = hoursAbout(day, hours, now);
  const outside = opened !== undefined && (opened < usual.from || opened >= usual.to);
  const whole = daySpan(day);
  return outside && opened >= whole.from && opened < whole.to ? hoursAbout(day, hours, opened) : usual;
}

function hoursAbout(day: string, hours: "half" | "whole", now: number): TimelineWindow {
  const whole = daySpan(day);
  if (hours === "whole") return whole;
  const running = now >= whole.from && now < whole.to;
  const wanted = running
    ? whole.from + Math.floor((now - whole.from) / (2 * HOUR) - 2) * 2 * HOUR
    : whole.from + 8 * HOUR;
  const from = Math.min(Math.max(wanted, whole.from), whole.to - 12 * HOUR);
  return { from, to: from + 12 * HOUR };
}

/** Every second hour of a window. */
export function ticksOf({ from, to }: TimelineWindow): number[] {
  const step = to - from > 12 * HOUR ? 3 * HOUR : 2 * HOUR;
  return Array.from({ length: Math.round((to - from) / step) }, (_, index) => from + index * step);
}
