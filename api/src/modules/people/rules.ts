import { cityZone } from "../../kernel/city.ts";
import { type Range, union } from "../../kernel/ranges.ts";
import type { Problem } from "../../kernel/refusal.ts";
import { type WeeklyWindow, weekMinutes } from "../../kernel/weekly.ts";
import { dateOfDay, dayOf, wallAt } from "../../kernel/zone.ts";

/** Below this age nobody registers; from it, with a guardian who agrees. */
const leastAge = 14;
const adultAge = 18;
const longestName = 40;

/** What a new person says of themselves. */
export interface NewPerson {
  readonly name: string;
  readonly bornOn: string;
  readonly roles: readonly string[];
  readonly consents: readonly string[];
  readonly hasGuardian: boolean;
}

/** Every reason why somebody may not register like this; none: may. */
export function registrationProblems(given: NewPerson, now: Date): Problem[] {
  const age = ageOn(given.bornOn, today(now));
  const problems = nameProblems(given.name, ["name"]);
  const add = (code: string, path: string, facts: Problem["facts"] = {}) =>
    void problems.push({ code, path: [path], facts });
  if (age < 0 || age > 120) add("BORN_ON_INVALID", "bornOn");
  else if (age < leastAge) add("REGISTER_TOO_YOUNG", "bornOn");
  else if (age < adultAge && given.roles.includes("family")) add("FAMILY_IS_ADULT", "roles");
  else if (age < adultAge && !given.hasGuardian) add("GUARDIAN_NEEDED", "guardian");
  if (given.roles.length === 0) add("REQUIRED", "roles");
  if (given.roles.some((role) => role !== "volunteer" && role !== "family")) add("ROLE_IS_GRANTED", "roles");
  if (!given.consents.includes("privacy")) add("CONSENT_MISSING", "consents");
  if (given.consents.includes("guardian")) add("CONSENT_IS_GUARDIANS", "consents");
  return problems;
}

export function nameProblems(name: string, path: readonly string[]): Problem[] {
  const text = name.trim();
  if (text === "") return [{ code: "REQUIRED", path, facts: {} }];
  if (text.length > longestName) return [{ code: "TOO_LONG", path, facts: { most: longestName } }];
  // Control and format characters (line breaks, direction marks) would let a name disguise what stands around it.
  return /[\p{C}<>]/u.test(text) ? [{ code: "NAME_INVALID", path, facts: {} }] : [];
}

export const isMinor = (bornOn: string | null, now: Date): boolean =>
  bornOn !== null && ageOn(bornOn, today(now)) < adultAge;

/** Whole years on a day; somebody born on 29 February comes of age on 1 March of other years. */
export function ageOn(bornOn: string, day: string): number {
  const had = day.slice(5) >= bornOn.slice(5);
  return Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (had ? 0 : 1);
}

/** The calendar day in the city. */
export const today = (now: Date): string => dateOfDay(dayOf(wallAt(cityZone, now.getTime())));

export interface DatedException {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly available: boolean;
}

export interface NewAvailability {
  readonly weekly: readonly WeeklyWindow[];
  readonly exceptions: readonly DatedException[];
  readonly maxWeekMinutes: number;
  readonly maxAssignments: number;
}

const mostWindows = 70;
const mostExceptions = 100;
const longestException = 366 * 24 * 3_600_000;

export function availabilityProblems(given: NewAvailability): Problem[] {
  return [
    ...given.weekly.flatMap((window, i) => windowProblems(window, ["weekly", String(i)])),
    ...given.exceptions.flatMap((exception, i) => exceptionProblems(given.exceptions, exception, i)),
    ...tooMany(given.weekly, mostWindows, "weekly"),
    ...tooMany(given.exceptions, mostExceptions, "exceptions"),
    ...rangeProblems(given.maxWeekMinutes, 0, 7 * 24 * 60, "maxWeekMinutes"),
    ...rangeProblems(given.maxAssignments, 0, 50, "maxAssignments"),
  ];
}

/** A window lies within one day; what runs over midnight is two. */
export function windowProblems({ weekday, fromMinute, toMinute }: WeeklyWindow, path: readonly string[]): Problem[] {
  const fits = weekday >= 1 && weekday <= 7 && fromMinute >= 0 && fromMinute < toMinute && toMinute <= 24 * 60;
  return fits ? [] : [{ code: "WINDOW_INVALID", path, facts: {} }];
}

/** Windows as sorted, disjoint minutes since Monday 00:00: what the database keeps. */
export const weekOf = (windows: readonly WeeklyWindow[]): readonly Range[] => union(weekMinutes([...windows]));

function exceptionProblems(all: readonly DatedException[], given: DatedException, i: number): Problem[] {
  const path = ["exceptions", String(i)];
  const ms = given.endsAt.getTime() - given.startsAt.getTime();
  if (ms <= 0) return [{ code: "TIME_ORDER", path: [...path, "endsAt"], facts: {} }];
  if (ms > longestException)
    return [{ code: "TIME_TOO_LONG", path: [...path, "endsAt"], facts: { most: longestException / 60_000 } }];
  const clashes = all.slice(0, i).some((other) => other.startsAt < given.endsAt && given.startsAt < other.endsAt);
  return clashes ? [{ code: "EXCEPTIONS_OVERLAP", path, facts: {} }] : [];
}

const tooMany = (list: readonly unknown[], most: number, name: string): Problem[] =>
  list.length > most ? [{ code: "TOO_MANY_ITEMS", path: [name], facts: { most } }] : [];

export const rangeProblems = (value: number, least: number, most: number, name: string): Problem[] =>
  Number.isInteger(value) && value >= least && value <= most
    ? []
    : [{ code: "OUT_OF_RANGE", path: [name], facts: { least, most } }];
