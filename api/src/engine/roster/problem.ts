/**
 * A duty roster to fill, in the words of the people who plan one. Days are numbered from 0, costs are integers.
 * What a rule means exactly is written beside its function in policy.ts.
 */
export interface RosterProblem {
  readonly days: number;
  /** Weekday of day 0: 0 is Monday, 6 is Sunday. */
  readonly firstWeekday: number;
  readonly shifts: readonly Shift[];
  readonly people: readonly Person[];
  readonly cover: readonly Cover[];
  readonly wishes: readonly Wish[];
}

/** A kind of duty that recurs. A supervisor's seat is a shift of its own with a role: same hours, fewer people who may take it. */
export interface Shift {
  readonly id: string;
  readonly minutes: number;
  /** Minutes after midnight. Left out where only the order of shifts is known; then minimum rest cannot be computed. */
  readonly start?: number;
  readonly night?: boolean;
  readonly role?: string;
  /** Shifts nobody may serve on the day after this one. */
  readonly notFollowedBy: readonly string[];
}

export interface Person {
  readonly id: string;
  readonly roles?: readonly string[];
  readonly contract: Contract;
  readonly daysOff: readonly number[];
  readonly pins: readonly Pin[];
  /** Duty of the days just before day 0, oldest first; null is a day off. */
  readonly history?: readonly (string | null)[];
}

/** A decision taken by a coordinator that no search may touch; null pins a day off. */
export interface Pin {
  readonly day: number;
  readonly shift: string | null;
}

export interface Contract {
  /** Limits on minutes of duty over periods of days. The first is the one the search is fastest with: usually the whole horizon. */
  readonly minutes: readonly MinutesLimit[];
  /** Most duties of a shift over the horizon; a shift that is not named has no limit. */
  readonly mostOf: Readonly<Record<string, number>>;
  readonly longestRun: number;
  readonly shortestRun: number;
  readonly shortestBreak: number;
  readonly longestBreak?: number;
  readonly mostWeekends: number;
  readonly longestNights?: number;
  /** Least minutes between the end of one duty and the start of the next day's. */
  readonly rest?: number;
  /** A fair share of minutes, and the cost of each whole hour away from it. */
  readonly share?: { readonly minutes: number; readonly costPerHour: number };
}

/** Days from (inclusive) to (exclusive). */
export interface MinutesLimit {
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly most: number;
}

/** People on one shift of one day. Below `floor` the service must not run; `wanted` is what would be good. */
export interface Cover {
  readonly day: number;
  readonly shift: string;
  readonly floor?: number;
  readonly wanted: number;
  readonly under: number;
  readonly over: number;
}

/** Costs `weight` when not granted. Without a shift the wish is about any duty on that day. */
export interface Wish {
  readonly person: string;
  readonly day: number;
  readonly shift?: string;
  readonly want: "on" | "off";
  readonly weight: number;
}

/** One row a person in the problem's order, one entry a day: a shift's id, or null for a day off. */
export type Roster = readonly (readonly (string | null)[])[];
