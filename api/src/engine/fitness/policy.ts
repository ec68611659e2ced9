/** Risk of infection that the work carries. After a higher class, work of a lower one must wait (`Policy.separationDays`). */
export type ExposureClass = "none" | "low" | "high";

/** Every limit that the rules hold, as data of a project. Whole minutes and days; wall-clock minutes are from midnight. */
export interface Policy {
  /** Least age in whole years to serve at all. Default 14, the age of registration. */
  readonly minAge: number;
  /** Below this age a guardian must have agreed. Default 18. */
  readonly adultAge: number;
  /** A background check older than this many days does not count for work with a minor. Default 365. */
  readonly backgroundCheckDays: number;
  /** Night on the wall clock: from (default 22:00) to (default 06:00 of the next day). */
  readonly nightFromMinute: number;
  readonly nightToMinute: number;
  /** Duty with at least this many minutes of night is night duty. Default 60. */
  readonly nightDutyMinutes: number;
  /** Rest after night duty. Default 660 (11 h). */
  readonly restAfterNightMinutes: number;
  /** Pause between any two duties that are not back-to-back. Default 0. */
  readonly restMinutes: number;
  /** Longest duty without a pause, back-to-back work added up. Default 480; hotline 240. */
  readonly continuousMinutes: number;
  /** Minutes of duty in one calendar day at the work's place. Default 480. */
  readonly dayMinutes: number;
  /** Minutes of duty in one ISO week. Default 2400. */
  readonly weekMinutes: number;
  /** Nights of duty in a row. Default 3. */
  readonly nightsInARow: number;
  /** Standing assignments (from week to week) that one person may hold at once. Shifts are held by hours. Default 5. */
  readonly assignmentsAtOnce: number;
  /** Whole days between work of this exposure and work of a lower class. Defaults: none 0, low 0, high 14. */
  readonly separationDays: Readonly<Record<ExposureClass, number>>;
  /** Grades that a tutor may teach below (default 3) and above (default 0) those they named. */
  readonly gradesBelow: number;
  readonly gradesAbove: number;
  /** Getting from door to door: a fixed part (default 10) and minutes per kilometre as the crow flies (default 4). */
  readonly travelBaseMinutes: number;
  readonly travelMinutesPerKm: number;
  /** Weeks ahead in which a weekly session must be free; later clashes are moved one by one. Default 4. */
  readonly standingWeeks: number;
}

export const standardPolicy: Policy = {
  minAge: 14,
  adultAge: 18,
  backgroundCheckDays: 365,
  nightFromMinute: 22 * 60,
  nightToMinute: 6 * 60,
  nightDutyMinutes: 60,
  restAfterNightMinutes: 11 * 60,
  restMinutes: 0,
  continuousMinutes: 8 * 60,
  dayMinutes: 8 * 60,
  weekMinutes: 40 * 60,
  nightsInARow: 3,
  assignmentsAtOnce: 5,
  separationDays: { none: 0, low: 0, high: 14 },
  gradesBelow: 3,
  gradesAbove: 0,
  travelBaseMinutes: 10,
  travelMinutesPerKm: 4,
  standingWeeks: 4,
};

/** Listening to people in distress tires sooner: four hours on end. No rule text demands it; it is a default. */
export const hotlinePolicy: Policy = { ...standardPolicy, continuousMinutes: 4 * 60 };
