import type { MessageId } from "@lingui/core";
import type { Answers } from "./answers.ts";
import { type Lesson, wishedLessons } from "./lessons.ts";
import { roomFor, windowsOf } from "./week.ts";

export const steps = ["child", "subject", "time", "how", "check"] as const;
export type Step = (typeof steps)[number];
export const stepOf = (word: string): Step | undefined => steps.find((step) => step === word);

/** Whole characters, as people count them. */
export const NOTE = 120;
export const SUBJECTS = 5;
export const lengthOf = (note: string): number => [...note].length;

/** What is wrong with an answer. `field` is the id of the control to go to. */
export type AnswerError = { step: Step; field: string } & (
  | { word: MessageId; values?: Record<string, unknown> }
  | { message: string }
);

const wrong = (step: Step, field: string, word: MessageId, values: Record<string, unknown> = {}): AnswerError => ({
  step,
  field,
  word,
  values,
});

/** Everything that is still missing or wrong, in the order of the steps. Consent is asked for at the very end. */
export function errorsIn(answers: Answers, lessons: readonly Lesson[], consent: boolean): AnswerError[] {
  const windows = windowsOf(answers.cells);
  const { sessionsPerWeek: count, sessionMinutes: minutes } = answers;
  const wished = wishedLessons(lessons, answers.grade, answers.subjects).length;
  return [
    ...(answers.grade ? [] : [wrong("child", "grade", "requests.error.grade")]),
    ...(wished > 0 ? [] : [wrong("subject", "subjects", "requests.error.subjects")]),
    ...(wished > SUBJECTS ? [wrong("subject", "subjects", "requests.error.subjects-many", { most: SUBJECTS })] : []),
    ...(lengthOf(answers.note) > NOTE ? [wrong("subject", "note", "requests.error.note", { most: NOTE })] : []),
    ...(windows.length > 0 ? [] : [wrong("time", "week", "requests.error.week")]),
    ...(windows.length > 0 && roomFor(windows, minutes) < count
      ? [wrong("time", "week", "requests.error.room", { count, minutes })]
      : []),
    ...(answers.mode ? [] : [wrong("how", "mode", "requests.error.mode")]),
    ...(answers.district ? [] : [wrong("how", "district", "requests.error.district")]),
    ...(consent ? [] : [wrong("check", "consent", "requests.error.consent")]),
  ];
}

/** Where the server's names of the input are asked. */
const places: Record<string, readonly [Step, string]> = {
  grade: ["child", "grade"],
  forWhom: ["child", "for-whom"],
  subjects: ["subject", "subjects"],
  note: ["subject", "note"],
  weekly: ["time", "week"],
  sessionsPerWeek: ["time", "sessions"],
  sessionMinutes: ["time", "minutes"],
  urgency: ["time", "urgency"],
  mode: ["how", "mode"],
  district: ["how", "district"],
  genderWish: ["how", "gender"],
  consent: ["check", "consent"],
};

/** A problem of the answer to `submitRequest`; one about the whole stays on the last step, without a link. */
export function errorFrom({ path, message }: { path: readonly string[]; message: string }): AnswerError {
  const [step, field] = places[path[0] ?? ""] ?? (["check", ""] as const);
  return { step, field, message };
}
