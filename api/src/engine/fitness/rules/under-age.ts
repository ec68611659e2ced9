import { ageAt } from "../age.ts";
import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

function isUnderAge(c: Case) {
  const minAge = Math.max(c.policy.minAge, c.work.minAge ?? 0);
  const age = ageAt(c);
  return age === null || age < minAge ? { minAge, ageKnown: age !== null } : null;
}

export const underAge = rule({
  code: "UNDER_AGE",
  stage: "person",
  overridable: false,
  obstacle: isUnderAge,
  sentence: {
    "zh-CN": (f) =>
      f.ageKnown
        ? `须年满${f.minAge}周岁。请选择适合年龄的服务。`
        : `须年满${f.minAge}周岁。请先在个人资料中填写出生日期。`,
    en: (f) =>
      f.ageKnown
        ? `Only from the age of ${f.minAge}. Choose work that is open to younger volunteers.`
        : `Only from the age of ${f.minAge}. Enter the date of birth in the profile first.`,
  },
  short: {
    "zh-CN": (f) => (f.ageKnown ? `未满${f.minAge}周岁` : "缺出生日期"),
    en: (f) => (f.ageKnown ? `under ${f.minAge}` : "age not known"),
  },
});
