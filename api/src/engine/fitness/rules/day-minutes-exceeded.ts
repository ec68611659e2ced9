import type { Case } from "../case.ts";
import { busiest } from "../load.ts";
import { rule } from "../rule.ts";

/** Minutes of duty in a calendar day, by the stricter of the policy and the person's own limit. */
function fillsTheDay(c: Case) {
  const own = c.person.limits.dayMinutes;
  return busiest(c, "day", Math.min(own ?? Infinity, c.policy.dayMinutes));
}

export const dayMinutesExceeded = rule({
  code: "DAY_MINUTES_EXCEEDED",
  stage: "load",
  overridable: true,
  obstacle: fillsTheDay,
  sentence: {
    "zh-CN": (f, say) => `当天将达${say.span(f.minutes)}，每日上限${say.span(f.limitMinutes)}。请另选一天。`,
    en: (f, say) =>
      `That makes ${say.span(f.minutes)} in one day; the limit is ${say.span(f.limitMinutes)}. Choose another day.`,
  },
  short: { "zh-CN": () => "超过每日上限", en: () => "over the daily limit" },
});
