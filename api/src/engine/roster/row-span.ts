import type { Limits } from "./model.ts";

/** The days that a search looks at: first (inclusive) to last (exclusive). */
export interface Span {
  readonly first: number;
  readonly last: number;
  /** Whether a run may start on the first day, and may have ended before the last. */
  readonly startsRested: boolean;
  readonly endsRested: boolean;
}

/** Widens from..to to whole runs and to breaks that are still too short at the edge. */
export function spanAround(days: number, limits: Limits, row: Uint8Array, from: number, to: number): Span {
  const { shortestBreak, longestBreak } = limits;
  let first = from;
  let startsRested = true;
  if (first > 0 && row[first - 1] !== 0) while (first > 0 && row[first - 1] !== 0) first--;
  else if (first > 0) {
    let opens = first;
    while (opens > 0 && row[opens - 1] === 0) opens--;
    if (longestBreak < days || (opens > 0 && first - opens < shortestBreak)) {
      first = opens;
      startsRested = opens === 0;
    }
  }
  let last = to;
  let endsRested = false;
  if (last < days && row[last] !== 0) while (last < days && row[last] !== 0) last++;
  else if (last < days) {
    let ends = last;
    while (ends < days && row[ends] === 0) ends++;
    if (longestBreak < days || (ends < days && ends - last < shortestBreak)) {
      last = ends;
      endsRested = ends < days;
    }
  }
  return { first, last, startsRested, endsRested };
}
