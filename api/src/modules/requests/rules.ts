import { cityZone } from "../../kernel/city.ts";
import { type Range, union } from "../../kernel/ranges.ts";
import type { Problem } from "../../kernel/refusal.ts";
import { type WeeklyWindow, weekMinutes } from "../../kernel/weekly.ts";
import { dateOfDay, dayOf, dayOfDate, wallAt } from "../../kernel/zone.ts";
import { hasContact, mostNoteCharacters } from "./note.ts";
import type { ForWhom, RequestKind } from "./request.ts";

/** What a family asks for, as it came in: nothing in it has been believed yet. */
export interface Asked {
  readonly kind: RequestKind;
  readonly forWhom: ForWhom;
  readonly district: string;
  readonly mode: "on_site" | "online" | "phone";
  readonly urgency: number;
  readonly skill: string;
  readonly subjects: readonly string[];
  readonly grade: string | null;
  readonly weekly: readonly WeeklyWindow[];
  readonly sessionsPerWeek: number;
  readonly sessionMinutes: number;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly genderWish: string | null;
  readonly language: string | null;
  readonly note: string | null;
  readonly consent: boolean;
}

/** Live requests that one family may have. */
export const mostRequests = 5;
const mostSubjects = 5;
const mostWindows = 42;
const longestDays = 366;

const grades = /^(kindergarten|primary[1-6]|junior[1-3]|senior[1-3])$/;
const languages = /^[a-z]{2,8}(-[A-Za-z0-9]{2,8})?$/;

/** Everything that is wrong with it, each with its place in the input; what it names (district, skill) is looked up later. */
export function problemsOf(asked: Asked, now: Date): Problem[] {
  return [
    ...(asked.consent ? [] : [problem("CONSENT_MISSING", "consent")]),
    ...outOfRange(asked.urgency, 0, 3, "urgency"),
    ...outOfRange(asked.sessionsPerWeek, 1, 7, "sessionsPerWeek"),
    ...outOfRange(asked.sessionMinutes, 15, 480, "sessionMinutes"),
    ...subjectProblems(asked),
    ...windowProblems(asked),
    ...dayProblems(asked, dateOfDay(dayOf(wallAt(cityZone, now.getTime())))),
    ...wishProblems(asked),
    ...noteProblems(asked.note),
  ];
}

const problem = (code: string, at: string, facts: Problem["facts"] = {}): Problem => ({ code, facts, path: [at] });

const outOfRange = (value: number, least: number, most: number, at: string): Problem[] =>
  Number.isInteger(value) && value >= least && value <= most ? [] : [problem("OUT_OF_RANGE", at, { least, most })];

function subjectProblems({ kind, subjects, grade }: Asked): Problem[] {
  const found: Problem[] = [];
  if (kind === "tutoring" && subjects.length === 0) found.push(problem("SUBJECT_MISSING", "subjects"));
  if (subjects.length > mostSubjects)
    found.push(problem("OUT_OF_RANGE", "subjects", { least: kind === "tutoring" ? 1 : 0, most: mostSubjects }));
  if (new Set(subjects).size < subjects.length) found.push(problem("CHOICE_INVALID", "subjects"));
  if (grade !== null && !grades.test(grade)) found.push(problem("CHOICE_INVALID", "grade"));
  return found;
}

function windowProblems({ weekly, sessionMinutes, sessionsPerWeek }: Asked): Problem[] {
  if (weekly.length === 0) return [problem("WINDOWS_MISSING", "weekly")];
  if (weekly.length > mostWindows || !weekly.every(isWindow)) return [problem("WINDOW_INVALID", "weekly")];
  const room = weekMinutes(weekly).reduce((sum, [from, to]) => sum + Math.floor((to - from) / sessionMinutes), 0);
  return room >= sessionsPerWeek ? [] : [problem("WINDOWS_TOO_SHORT", "weekly", { sessionsPerWeek, sessionMinutes })];
}

const isWindow = ({ weekday, fromMinute, toMinute }: WeeklyWindow): boolean =>
  [weekday, fromMinute, toMinute].every(Number.isInteger) &&
  weekday >= 1 &&
  weekday <= 7 &&
  fromMinute >= 0 &&
  fromMinute < toMinute &&
  toMinute <= 1_440;

function dayProblems({ fromOn, untilOn }: Asked, today: string): Problem[] {
  if (untilOn !== null && untilOn < today) return [problem("TIME_PAST", "untilOn")];
  if (fromOn !== null && untilOn !== null && untilOn < fromOn) return [problem("TIME_ORDER", "untilOn")];
  const days = untilOn === null ? 0 : dayOfDate(untilOn) - dayOfDate(fromOn ?? today);
  const ahead = fromOn === null ? 0 : dayOfDate(fromOn) - dayOfDate(today);
  const most = { most: longestDays };
  if (ahead > longestDays) return [problem("DAY_TOO_FAR", "fromOn", most)];
  return days > longestDays ? [problem("DAY_TOO_FAR", "untilOn", most)] : [];
}

function wishProblems({ genderWish, language }: Asked): Problem[] {
  const found: Problem[] = [];
  if (genderWish !== null && genderWish !== "female" && genderWish !== "male")
    found.push(problem("CHOICE_INVALID", "genderWish"));
  if (language !== null && !languages.test(language)) found.push(problem("CHOICE_INVALID", "language"));
  return found;
}

export function noteProblems(note: string | null): Problem[] {
  if (note === null) return [];
  if ([...note].length > mostNoteCharacters) return [problem("TOO_LONG", "note", { most: mostNoteCharacters })];
  return hasContact(note) ? [problem("NOTE_HAS_CONTACT", "note")] : [];
}

/** Windows as the minutes of the week that they cover, as PostgreSQL keeps them: sorted, joined where they touch. */
export const rangesOf = (windows: readonly WeeklyWindow[]): readonly Range[] => union(weekMinutes(windows));
