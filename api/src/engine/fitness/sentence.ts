import type { Locale, Reason } from "../../kernel/reason.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { type Naming, speech } from "./speech.ts";

const byCode = new Map<string, Rule>(rules.map((rule) => [rule.code, rule]));

/** What stands in the way and what to do next, in full. Throws RangeError for a code that is no rule of fitness. */
export const sentence = (reason: Reason, locale: Locale, naming?: Naming): string =>
  ruleOf(reason).sentence[locale](reason.facts, speech(locale, naming));

/** The same for a slot's cell: at most 10 characters in Chinese, 24 in English. */
export const shortSentence = (reason: Reason, locale: Locale, naming?: Naming): string =>
  ruleOf(reason).short[locale](reason.facts, speech(locale, naming));

/** May a coordinator set this aside with a written reason? */
export const isOverridable = (reason: Reason): boolean => ruleOf(reason).overridable;

function ruleOf({ code }: Reason): Rule {
  const rule = byCode.get(code);
  if (!rule) throw new RangeError(`No rule of fitness has the code ${code}.`);
  return rule;
}
