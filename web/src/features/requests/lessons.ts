/** Grades as the city's rules know them, youngest first. */
export const grades = [
  "kindergarten",
  ...(["primary1", "primary2", "primary3", "primary4", "primary5", "primary6"] as const),
  ...(["junior1", "junior2", "junior3", "senior1", "senior2", "senior3"] as const),
] as const;
export type Grade = (typeof grades)[number];

export const stages = ["kindergarten", "primary", "junior", "senior"] as const;
export type Stage = (typeof stages)[number];
export const stageOf = (grade: Grade): Stage => stages.find((stage) => grade.startsWith(stage))!;

/** One subject in one grade: what a family can ask for. `id` is the specialism's, `name` its whole name. */
export type Lesson = { id: string; subject: string; grade: Grade; name: string };

/** Reads them from the specialisms of tutoring (`math/junior2`); ranges of grades are for tutors, not for families. */
export function lessonsOf(specialisms: readonly { id: string; code: string; name: string }[]): Lesson[] {
  return specialisms.flatMap(({ id, code, name }) => {
    const [subject, year] = code.split("/");
    const grade = grades.find((one) => one === year);
    return subject && grade ? [{ id, subject, grade, name }] : [];
  });
}

export const gradesTaught = (lessons: readonly Lesson[]): Grade[] =>
  grades.filter((grade) => lessons.some((lesson) => lesson.grade === grade));

export const lessonsIn = (lessons: readonly Lesson[], grade: string | null): Lesson[] =>
  lessons.filter((lesson) => lesson.grade === grade);

/** The lessons of these subjects in this grade, in the order in which they are wished. */
export const wishedLessons = (lessons: readonly Lesson[], grade: string | null, subjects: readonly string[]) =>
  subjects.flatMap((subject) => lessonsIn(lessons, grade).find((lesson) => lesson.subject === subject) ?? []);
