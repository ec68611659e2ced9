import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

const isOnIt = ({ person, work }: Case) => (person.assignments.some((held) => held.workId === work.id) ? {} : null);

export const alreadyAssigned = rule({
  code: "ALREADY_ASSIGNED",
  stage: "person",
  overridable: false,
  obstacle: isOnIt,
  sentence: {
    "zh-CN": () => "已经在名单上，无需重复报名。可在日程中查看。",
    en: () => "Already on it; nothing more to do. It is in the schedule.",
  },
  short: { "zh-CN": () => "已在名单上", en: () => "already on it" },
});
