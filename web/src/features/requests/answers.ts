import type { DraftAnswersInput, ForWhom, Mode, SubmitRequestInput } from "@shouwang/schema/types";
import { type Lesson, wishedLessons } from "./lessons.ts";
import { type Cell, cellsIn, windowsOf } from "./week.ts";
import type { RequestDraftAnswersFragment } from "./wizard.generated.ts";

/** What a family has answered so far. Subjects are codes (`math`), most urgent first: they outlive a change of grade. */
export type Answers = {
  forWhom: ForWhom;
  grade: string | null;
  subjects: readonly string[];
  note: string;
  cells: readonly Cell[];
  sessionsPerWeek: number;
  sessionMinutes: number;
  /** 0 (can wait) to 3 (today). */
  urgency: number;
  mode: Mode | null;
  district: string | null;
  genderWish: "female" | "male" | null;
};

export const noAnswers: Answers = {
  forWhom: "MEDIC_FAMILY",
  grade: null,
  subjects: [],
  note: "",
  cells: [],
  sessionsPerWeek: 2,
  sessionMinutes: 60,
  urgency: 1,
  mode: null,
  district: null,
  genderWish: null,
};

type Kept = RequestDraftAnswersFragment["answers"];

export function answersOf(kept: Kept, lessons: readonly Lesson[]): Answers {
  const subjects = (kept.subjects ?? []).flatMap((id) => lessons.find((lesson) => lesson.id === id)?.subject ?? []);
  return {
    forWhom: kept.forWhom ?? noAnswers.forWhom,
    grade: kept.grade,
    subjects,
    note: kept.note ?? "",
    cells: cellsIn(kept.weekly ?? []),
    sessionsPerWeek: kept.sessionsPerWeek ?? noAnswers.sessionsPerWeek,
    sessionMinutes: kept.sessionMinutes ?? noAnswers.sessionMinutes,
    urgency: kept.urgency ?? noAnswers.urgency,
    mode: kept.mode,
    district: kept.district,
    genderWish: kept.genderWish === "female" || kept.genderWish === "male" ? kept.genderWish : null,
  };
}

export function draftInput(answers: Answers, lessons: readonly Lesson[]): DraftAnswersInput {
  const { cells, subjects, note, ...same } = answers;
  return {
    ...same,
    kind: "TUTORING",
    subjects: wishedLessons(lessons, answers.grade, subjects).map(({ id }) => id),
    note: note === "" ? null : note,
    weekly: windowsOf(cells),
  };
}

/** Only of answers without errors: then mode and district are there. */
export function requestInput(
  answers: Answers,
  lessons: readonly Lesson[],
  { skill, consent }: { skill: string; consent: boolean },
): Omit<SubmitRequestInput, "idempotencyKey"> {
  const { cells, note, mode, district, ...same } = answers;
  return {
    ...same,
    kind: "TUTORING",
    skill,
    consent,
    mode: mode!,
    district: district!,
    subjects: wishedLessons(lessons, answers.grade, answers.subjects).map(({ id }) => id),
    note: note.trim() === "" ? null : note.trim(),
    weekly: windowsOf(cells),
  };
}
