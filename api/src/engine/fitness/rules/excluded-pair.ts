import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

/** Says nothing of the other person or the cause: that somebody was excluded may itself be harmful to know. */
const isExcluded = ({ person, work }: Case) => (work.excludedPersonIds.includes(person.id) ? {} : null);

export const excludedPair = rule({
  code: "EXCLUDED_PAIR",
  stage: "person",
  overridable: false,
  obstacle: isExcluded,
  sentence: {
    "zh-CN": () => "这项工作无法安排给该志愿者，请另选一项；有疑问请联系项目负责人。",
    en: () => "This cannot be arranged for this volunteer. Choose other work, or ask the project lead.",
  },
  short: { "zh-CN": () => "不可安排", en: () => "cannot be arranged" },
});
