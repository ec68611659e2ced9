import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

/** Nobody is proposed, by rule or by a coordinator's list, who has taken back that they agree to it. They may still pick for themselves. */
const isNotToBeMatched = ({ person, ask }: Case) => (ask !== "self" && person.refusesMatching ? {} : null);

export const matchingConsentWithdrawn = rule({
  code: "MATCHING_CONSENT_WITHDRAWN",
  stage: "person",
  overridable: false,
  obstacle: isNotToBeMatched,
  sentence: {
    "zh-CN": () => "本人已撤回匹配同意。可由其自行报名，或请其在个人资料中重新同意。",
    en: () => "They no longer agree to be matched. They may sign up themselves, or agree again in the profile.",
  },
  short: { "zh-CN": () => "已撤回匹配同意", en: () => "not to be matched" },
});
