import { isOverridable, sentence, shortSentence } from "../engine/fitness/sentence.ts";
import { type ProblemName, problemSentences } from "../kernel/problems.ts";
import type { Locale, Reason } from "../kernel/reason.ts";

const isProblemName = (code: string): code is ProblemName => code in problemSentences;

/** The sentence of any reason, of fitness or not, in the viewer's language. */
export function messageOf(reason: Reason, locale: Locale): string {
  if (!isProblemName(reason.code)) return sentence(reason, locale);
  const [zh, en] = problemSentences[reason.code];
  return fill(locale === "en" ? en : zh, reason.facts);
}

/** The same in a few words, for a slot's cell or a chip. */
export const shortMessageOf = (reason: Reason, locale: Locale): string =>
  isProblemName(reason.code) ? messageOf(reason, locale) : shortSentence(reason, locale);

export const mayBeOverridden = (reason: Reason): boolean => !isProblemName(reason.code) && isOverridable(reason);

const fill = (text: string, facts: Reason["facts"]) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));
