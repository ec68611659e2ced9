import { gradeName, wordFor } from "../../engine/fitness/words.ts";
import type { Locale } from "../../kernel/reason.ts";
import type { SkillRow, SpecialismRow } from "../skills/skill.ts";
import type { RequestRow } from "./request.ts";

/** 初二数学、英语 · junior high 2 mathematics, English. What is not about subjects is called by its skill. */
export function titleOf(
  { kind, grade }: Pick<RequestRow, "kind"> & { readonly grade?: string | null | undefined },
  skill: SkillRow,
  subjects: readonly SpecialismRow[],
  locale: Locale,
): string {
  const skillName = locale === "en" ? skill.nameEn : skill.nameZh;
  if (subjects.length === 0) return grade == null ? skillName : graded(grade, skillName, locale);
  if (kind !== "tutoring" || grade == null)
    return joined(
      subjects.map((one) => ownName(one, locale)),
      locale,
    );
  return graded(grade, joined([...new Set(subjects.map((one) => subjectName(one, locale)))], locale), locale);
}

const graded = (grade: string, what: string, locale: Locale): string =>
  `${gradeName(grade, locale)}${locale === "en" ? " " : ""}${what}`;

const joined = (names: readonly string[], locale: Locale): string => names.join(locale === "en" ? ", " : "、");

const ownName = ({ nameZh, nameEn }: SpecialismRow, locale: Locale): string => (locale === "en" ? nameEn : nameZh);

/** The subject alone where its code says it (`math/junior2`), else as the city names it. */
function subjectName(one: SpecialismRow, locale: Locale): string {
  const [subject = ""] = one.code.split("/");
  const word = wordFor(subject, locale);
  return word === subject.replaceAll("_", " ") ? ownName(one, locale) : word;
}
