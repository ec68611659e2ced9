import type { Problem } from "../../kernel/refusal.ts";
import type { ShiftRow } from "./shift.ts";

const mostMinutes = 24 * 60;
const mostPlaces = 500;
const mostCredentials = 10;
/** Rosters are planned this far ahead; a year typed wrong is refused. */
const mostDaysAhead = 731;

const problem = (code: string, path: readonly string[], facts: Problem["facts"] = {}): Problem => ({
  code,
  path,
  facts,
});

export interface Places {
  readonly places: number;
  readonly minimumCover: number;
  readonly signUpFrom: Date | null;
  readonly signUpUntil: Date | null;
}

export interface NewTimes extends Places {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly credentials: readonly string[];
}

export function newShiftProblems(given: NewTimes, now: Date): Problem[] {
  const minutes = (given.endsAt.getTime() - given.startsAt.getTime()) / 60_000;
  const daysAhead = (given.startsAt.getTime() - now.getTime()) / 86_400_000;
  const problems = placesProblems(given, given.startsAt, 0);
  if (daysAhead <= 0) problems.push(problem("TIME_PAST", ["startsAt"]));
  if (daysAhead > mostDaysAhead) problems.push(problem("TOO_FAR_AHEAD", ["startsAt"], { most: mostDaysAhead }));
  if (minutes <= 0) problems.push(problem("TIME_ORDER", ["endsAt"]));
  if (minutes > mostMinutes) problems.push(problem("TIME_TOO_LONG", ["endsAt"], { most: mostMinutes }));
  if (given.credentials.length > mostCredentials)
    problems.push(problem("TOO_MANY_ITEMS", ["credentials"], { most: mostCredentials }));
  for (const [i, kind] of given.credentials.entries())
    if (!/^[a-z][a-z0-9_]{0,39}(:[a-z0-9_-]{1,40})?$/.test(kind))
      problems.push(problem("KIND_INVALID", ["credentials", String(i)]));
  return problems;
}

/** `taken`: places that people hold already. */
export function placesProblems(given: Places, startsAt: Date, taken: number): Problem[] {
  const problems: Problem[] = [];
  const { places, minimumCover, signUpFrom, signUpUntil } = given;
  if (!(places >= 1 && places <= mostPlaces))
    problems.push(problem("OUT_OF_RANGE", ["places"], { least: 1, most: mostPlaces }));
  else if (places < taken) problems.push(problem("PLACES_BELOW_TAKEN", ["places"], { taken }));
  if (minimumCover < 0) problems.push(problem("OUT_OF_RANGE", ["minimumCover"], { least: 0, most: places }));
  else if (minimumCover > places) problems.push(problem("COVER_ABOVE_PLACES", ["minimumCover"]));
  if (signUpUntil !== null && signUpUntil > startsAt) problems.push(problem("SIGN_UP_AFTER_START", ["signUpUntil"]));
  if (signUpFrom !== null && signUpFrom >= (signUpUntil ?? startsAt))
    problems.push(problem("SIGN_UP_ORDER", ["signUpFrom"]));
  return problems;
}

type Now = Pick<ShiftRow, "state" | "startsAt">;

/** Only what has not begun and was not called off may still change. */
export function changeProblems(shift: Now, now: Date): Problem[] {
  if (shift.state === "cancelled") return [problem("SHIFT_STATE", ["shift"])];
  return shift.startsAt <= now ? [problem("SHIFT_HAS_STARTED", ["shift"])] : [];
}

export const publishProblems = (shift: Now, now: Date): Problem[] =>
  shift.state === "published" ? [problem("SHIFT_STATE", ["shift"])] : changeProblems(shift, now);

export function cancelReasonProblems(reason: string): Problem[] {
  const text = reason.trim();
  if (text === "") return [problem("REASON_REQUIRED", ["reason"])];
  return text.length > 500 ? [problem("TOO_LONG", ["reason"], { most: 500 })] : [];
}
