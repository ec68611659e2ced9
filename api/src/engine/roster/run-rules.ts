import { nightsThrough } from "../fitness/rules/too-many-nights-in-a-row.ts";
import type { Breach, Row } from "./row.ts";

/** A stretch of days alike in being duty or not; `inner` when both its ends are known. */
interface Stretch {
  readonly day: number;
  readonly length: number;
  readonly duty: boolean;
  readonly inner: boolean;
}

function stretches(row: Row): Stretch[] {
  const found: Stretch[] = [];
  const { days } = row.problem;
  for (let day = row.begins; day < days; ) {
    const duty = row.shiftOn(day) !== undefined;
    let end = day;
    while (end < days && (row.shiftOn(end) !== undefined) === duty) end++;
    // What ended before the eve of day 0 is nobody's fault any more.
    if (end >= 0) found.push({ day, length: end - day, duty, inner: day > row.begins && end < days });
    day = end;
  }
  return found;
}

function tooLong(row: Row, rule: string, duty: boolean, limit: number): Breach[] {
  return stretches(row)
    .filter((each) => each.duty === duty && each.length > limit)
    .map((each) => ({ rule, day: each.day, found: each.length, limit }));
}

function tooShort(row: Row, rule: string, duty: boolean, limit: number): Breach[] {
  return stretches(row)
    .filter((each) => each.duty === duty && each.inner && each.length < limit)
    .map((each) => ({ rule, day: each.day, found: each.length, limit }));
}

export function longestRun(row: Row): Breach[] {
  return tooLong(row, "longestRun", true, row.person.contract.longestRun);
}

export function shortestRun(row: Row): Breach[] {
  return tooShort(row, "shortestRun", true, row.person.contract.shortestRun);
}

export function shortestBreak(row: Row): Breach[] {
  return tooShort(row, "shortestBreak", false, row.person.contract.shortestBreak);
}

export function longestBreak(row: Row): Breach[] {
  return tooLong(row, "longestBreak", false, row.person.contract.longestBreak ?? Number.POSITIVE_INFINITY);
}

export function nightsInARow(row: Row): Breach[] {
  const limit = row.person.contract.longestNights ?? Number.POSITIVE_INFINITY;
  const nights = new Set<number>();
  for (let day = row.begins; day < row.problem.days; day++) if (row.shiftOn(day)?.night) nights.add(day);
  return [...nights].flatMap((day) => {
    const found = nightsThrough(day, nights);
    const isLast = !nights.has(day + 1);
    return isLast && day >= 0 && found > limit ? [{ rule: "nightsInARow", day, found, limit }] : [];
  });
}
