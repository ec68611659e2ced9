import type { RosterProblem } from "./problem.ts";

/** Added to a cost it means "not allowed"; every real cost of a roster stays far below. */
export const FORBIDDEN = 1e9;
/** Costs at or above this hold at least one FORBIDDEN. */
export const REFUSED = 5e8;

/**
 * The problem as flat arrays. A place p, d, s has the index (p * days + d) * shifts + s; a slot d, s has d * shifts + s.
 * History is made of `past` extra days in front, pinned and without cover: no rule needs to know about it.
 */
export interface Model {
  readonly problem: RosterProblem;
  readonly past: number;
  readonly days: number;
  readonly shifts: number;
  readonly people: number;
  readonly minutesOf: Int32Array;
  /** Cost of serving a place by wishes, or FORBIDDEN. */
  readonly duty: Int32Array;
  /** Cost of a day off per person and day, or FORBIDDEN where duty is pinned. */
  readonly off: Int32Array;
  /** Wishes "on" are stored as savings; this is what they cost when none is granted. */
  readonly base: number;
  readonly wanted: Int32Array;
  readonly floor: Int32Array;
  readonly under: Int32Array;
  readonly over: Int32Array;
  /** Cost of one person missing below a floor: more than all wishes and wanted cover together, as far as integers allow. */
  readonly floorCost: number;
  /** weekendsBegun[d] and weekendsEnded[d]: weekends whose first (last) day lies before day d. */
  readonly weekendsBegun: Int32Array;
  readonly weekendsEnded: Int32Array;
  readonly limits: readonly Limits[];
}

/** A contract with history counted in, indexed by shift. */
export interface Limits {
  readonly key: string;
  readonly least: number;
  readonly most: number;
  readonly longestRun: number;
  readonly shortestRun: number;
  readonly shortestBreak: number;
  readonly longestBreak: number;
  readonly mostWeekends: number;
  readonly longestNights: number;
  readonly mostOf: Int32Array;
  /** Shifts whose `mostOf` can be reached at all. */
  readonly scarce: readonly number[];
  /** follows[a * shifts + b] is 1 when b may be served the day after a. */
  readonly follows: Uint8Array;
  readonly night: Uint8Array;
  readonly shareMinutes: number;
  readonly shareCost: number;
  /** Further minutes limits (days with the past counted in); the fast row search leaves them to `breaksPeriod`. */
  readonly periods: readonly { from: number; to: number; least: number; most: number }[];
}

/** Weekends touched by the days from (inclusive) to (exclusive). */
export function weekendsTouched(model: Model, from: number, to: number): number {
  return model.weekendsBegun[to]! - model.weekendsEnded[from]!;
}
