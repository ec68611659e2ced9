import type { Facts, Locale } from "../../kernel/reason.ts";
import type { Rule } from "../fitness/rule.ts";
import { restTooShort } from "../fitness/rules/rest-too-short.ts";
import { tooManyNightsInARow } from "../fitness/rules/too-many-nights-in-a-row.ts";
import { weekMinutesExceeded } from "../fitness/rules/week-minutes-exceeded.ts";
import { speech } from "../fitness/speech.ts";
import { policy } from "./policy.ts";
import type { Breach } from "./row.ts";

/** The rule of fitness that means the same, and its facts. */
interface Twin {
  readonly rule: Rule;
  readonly facts: Facts;
}

/** A breach in a sentence. Where a rule of fitness means the same, that rule's own code and words are used. */
export function tell(breach: Breach, locale: Locale): string {
  const twin = twinOf(breach);
  if (twin) return twin.rule.sentence[locale](twin.facts, speech(locale));
  const rule = policy.find(({ name }) => name === breach.rule)!;
  return locale === "en"
    ? `${rule.en} Here: ${breach.found}; the limit is ${breach.limit}.`
    : `${rule.zh}此处为${breach.found}，限度为${breach.limit}。`;
}

/** Code of the rule of fitness that means the same, for clients that know those. */
export function codeOf(breach: Breach): string | undefined {
  return twinOf(breach)?.rule.code;
}

function twinOf({ rule, found, limit, perWeek }: Breach): Twin | undefined {
  if (typeof found !== "number" || typeof limit !== "number") return undefined;
  // The sentence is that of the earlier duty of the two: a roster has no instants from which somebody would be free.
  if (rule === "rest")
    return { rule: restTooShort, facts: { side: "after", restMinutes: found, neededMinutes: limit } };
  if (rule === "nightsInARow") return { rule: tooManyNightsInARow, facts: { nights: found, limit } };
  if (rule === "minutes" && perWeek && found > limit)
    return { rule: weekMinutesExceeded, facts: { minutes: found, limitMinutes: limit } };
  return undefined;
}
