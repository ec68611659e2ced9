import { DAY } from "../../../kernel/interval.ts";
import type { Case } from "../case.ts";
import { rule } from "../rule.ts";
import { validThroughout } from "../validity.ts";

/** Whoever serves a minor has a background check that is under a year old until the work is over. */
function lacksFreshCheck({ person, work, period, policy }: Case) {
  if (!work.minor) return null;
  const checks = person.credentials.filter((c) => c.kind === "background_check" && c.state === "verified");
  const fresh = checks.some(
    (c) => validThroughout(c, period) && period.endsAt <= c.validFrom + policy.backgroundCheckDays * DAY,
  );
  return fresh ? null : { days: policy.backgroundCheckDays, onRecord: checks.length > 0 };
}

export const backgroundCheckMissing = rule({
  code: "BACKGROUND_CHECK_MISSING",
  stage: "credential",
  overridable: false,
  obstacle: lacksFreshCheck,
  sentence: {
    "zh-CN": (f) =>
      f.onRecord
        ? `服务未成年人，无犯罪记录证明须在${f.days}天以内。现有证明到时将过期，请更新。`
        : `服务未成年人须有${f.days}天以内的无犯罪记录证明。请先提交查询授权。`,
    en: (f) =>
      f.onRecord
        ? `Work with minors needs a background check under ${f.days} days old. The one on record will be older: renew it.`
        : `Work with minors needs a background check under ${f.days} days old. Submit one for checking first.`,
  },
  short: {
    "zh-CN": (f) => (f.onRecord ? "无犯罪证明须更新" : "缺无犯罪记录证明"),
    en: (f) => (f.onRecord ? "renew background check" : "background check needed"),
  },
});
