import { wordFor } from "../../engine/fitness/words.ts";
import type { Locale } from "../../kernel/reason.ts";

const kinds: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  psychological_counsellor: ["心理咨询师资格", "Counsellor's licence"],
  psychiatrist: ["精神科医师资格", "Psychiatrist's licence"],
  supervisor: ["督导资格", "Supervisor's licence"],
  background_check: ["无犯罪记录核查", "Background check"],
  teacher: ["教师资格", "Teacher's certificate"],
  health_certificate: ["健康证明", "Health certificate"],
  driving_licence: ["机动车驾驶证", "Driving licence"],
};

/** Courses whose end is a credential: nobody serves without those that a post asks for. */
const courses = ["hotline", "protection"];

/** What people hand in, in the order in which it is offered to them. */
export const offeredKinds: readonly string[] = [
  ...Object.keys(kinds),
  ...courses.map((course) => `training:${course}`),
];

/** The name of a kind of credential; a kind that the city has added is shown by its own code. */
export function kindName(kind: string, locale: Locale): string {
  const [base = kind, course] = kind.split(":");
  if (base === "training" && course)
    return locale === "en" ? `Training: ${wordFor(course, locale)}` : `培训结业：${wordFor(course, locale)}`;
  const found = kinds[base];
  if (!found) return kind.replaceAll("_", " ");
  return locale === "en" ? found[1] : found[0];
}
