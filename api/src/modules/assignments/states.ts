/**
 * The states of an assignment and every legal move between them.
 *
 * | from       | to                                                        | by                                        |
 * |------------|-----------------------------------------------------------|-------------------------------------------|
 * | —          | confirmed                                                 | claim, assign                             |
 * | —          | applied                                                   | apply                                     |
 * | —          | offered                                                   | invite, apply a proposal                  |
 * | proposed   | offered, cancelled                                        | review of a match run                     |
 * | applied    | confirmed, declined, cancelled                            | coordinator; the person                   |
 * | offered    | confirmed, declined, expired, cancelled                   | the person; the clock; coordinator        |
 * | confirmed  | checked_in, released, cancelled, no_show, completed       | the person; whoever takes over; the work, |
 * |            |                                                           | the family that refuses its helper        |
 * | checked_in | completed                                                 | the person, a supervisor, the clock       |
 *
 * A place is held by applied (no), offered, confirmed, checked_in and completed; a person's time by confirmed,
 * checked_in and completed. The rest is final.
 */
export type AssignmentState =
  | "proposed"
  | "applied"
  | "offered"
  | "confirmed"
  | "checked_in"
  | "completed"
  | "declined"
  | "expired"
  | "released"
  | "cancelled"
  | "no_show";

const moves: Readonly<Record<AssignmentState, readonly AssignmentState[]>> = {
  proposed: ["offered", "cancelled"],
  applied: ["confirmed", "declined", "cancelled"],
  offered: ["confirmed", "declined", "expired", "cancelled"],
  confirmed: ["checked_in", "released", "cancelled", "no_show", "completed"],
  checked_in: ["completed"],
  completed: [],
  declined: [],
  expired: [],
  released: [],
  cancelled: [],
  no_show: [],
};

export const mayMove = (from: AssignmentState, to: AssignmentState): boolean => moves[from].includes(to);

/** Those in which somebody counts on the person. */
export const liveStates = [
  "applied",
  "offered",
  "confirmed",
  "checked_in",
] as const satisfies readonly AssignmentState[];

export const allStates = Object.keys(moves) as AssignmentState[];
