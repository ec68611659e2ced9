import type { MessageId } from "@lingui/core";
import type { Say } from "../../lib/words.ts";
import type { Lesson } from "./lessons.ts";

const subjects = [
  ...(["math", "chinese", "english", "physics", "chemistry", "biology"] as const),
  ...(["history", "geography", "politics", "music", "art"] as const),
] as const;
const words = new Map<string, MessageId>(subjects.map((subject) => [subject, `requests.subject.${subject}`]));

/** The subject alone; one that the city added later is called by its whole name. */
export function subjectName({ subject, name }: Lesson, t: Say): string {
  const word = words.get(subject);
  return word ? t(word) : name;
}
