import { type Range, union } from "../kernel/ranges.ts";
import type { Part } from "./plan.ts";
import type { Random } from "./random.ts";

const dayMinutes = 24 * 60;

/** `weekday` 1 is Monday; hours of the day, the end exclusive. */
export const windowAt = (weekday: number, fromHour: number, toHour: number): Range => [
  (weekday - 1) * dayMinutes + fromHour * 60,
  (weekday - 1) * dayMinutes + toHour * 60,
];

/** Hours in which lessons and visits happen: evenings of the week, mornings and afternoons of the weekend. */
const lessonWindows: readonly Range[] = [
  ...[1, 2, 3, 4, 5].map((weekday) => windowAt(weekday, 19, 21)),
  ...[6, 7].flatMap((weekday) => [windowAt(weekday, 9, 11), windowAt(weekday, 14, 16), windowAt(weekday, 19, 21)]),
];

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** When somebody can, in minutes since Monday 00:00. None: they never said. */
export function weekOf(part: Part, random: Random): readonly Range[] {
  if (part === "family") return [];
  if (part === "tutor" || part === "helper") return lessonHours(random, 4);
  if (part === "counsellor" || part === "waiting_counsellor") return listeningHours(random);
  if (part === "guard") return union(random.some(weekdays, 5).map((weekday) => windowAt(weekday, 7, 19)));
  return random.chance(0.35) ? [] : union(lessonHours(random, random.whole(1, 4)));
}

/** Four or five days from morning to night, and for one in three the nights as well. */
function listeningHours(random: Random): readonly Range[] {
  const nights = random.chance(0.34);
  const days = random.some(weekdays, random.whole(4, 5));
  return union(days.map((weekday) => windowAt(weekday, nights ? 0 : 8, 24)));
}

export const lessonHours = (random: Random, count: number): Range[] => random.some(lessonWindows, count);
