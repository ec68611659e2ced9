import { isMinorAt } from "../age.ts";
import type { Case } from "../case.ts";
import { nightsOf } from "../nights.ts";
import { rule } from "../rule.ts";

/** Volunteers who are minors neither work at night nor where infection is likely, whoever agrees to it. */
function endangersMinor(c: Case) {
  if (!isMinorAt(c)) return null;
  const night = c.spans.some((span) => nightsOf(span, c.work.timeZone, c.policy).length > 0);
  if (!night && c.work.exposure !== "high") return null;
  return { adultAge: c.policy.adultAge, danger: night ? "night" : "infection" };
}

export const minorUnsafeWork = rule({
  code: "MINOR_UNSAFE_WORK",
  stage: "person",
  overridable: false,
  obstacle: endangersMinor,
  sentence: {
    "zh-CN": (f) =>
      `未满${f.adultAge}周岁不得参加${f.danger === "night" ? "夜间" : "高感染风险"}服务。请选择白天的低风险服务。`,
    en: (f) =>
      `Nobody under ${f.adultAge} may serve ${f.danger === "night" ? "at night" : "where infection is likely"}. Choose safe work by day.`,
  },
  short: {
    "zh-CN": (f) => (f.danger === "night" ? "未成年不排夜班" : "未成年不可参加"),
    en: (f) => (f.danger === "night" ? "no nights for minors" : "not for minors"),
  },
});
