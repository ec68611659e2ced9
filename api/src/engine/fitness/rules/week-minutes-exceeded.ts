import type { Case } from "../case.ts";
import { busiest } from "../load.ts";
import { rule } from "../rule.ts";

/** Minutes of duty in an ISO week, by the stricter of the policy and the person's own limit. */
function fillsTheWeek(c: Case) {
  const own = c.person.limits.weekMinutes;
  return busiest(c, "week", Math.min(own ?? Infinity, c.policy.weekMinutes));
}

export const weekMinutesExceeded = rule({
  code: "WEEK_MINUTES_EXCEEDED",
  stage: "load",
  overridable: true,
  obstacle: fillsTheWeek,
  sentence: {
    "zh-CN": (f, say) => `当周将达${say.span(f.minutes)}，每周上限${say.span(f.limitMinutes)}。请选择下一周。`,
    en: (f, say) =>
      `That makes ${say.span(f.minutes)} in one week; the limit is ${say.span(f.limitMinutes)}. Choose another week.`,
  },
  short: { "zh-CN": () => "超过每周上限", en: () => "over the weekly limit" },
});
