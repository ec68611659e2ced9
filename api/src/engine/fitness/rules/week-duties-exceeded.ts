import type { Case } from "../case.ts";
import { mostDuties } from "../load.ts";
import { rule } from "../rule.ts";

/** Duties in an ISO week beyond the person's own limit, however short they are. */
const comesTooOften = (c: Case) => mostDuties(c, c.person.limits.weekDuties ?? Infinity);

export const weekDutiesExceeded = rule({
  code: "WEEK_DUTIES_EXCEEDED",
  stage: "load",
  overridable: true,
  obstacle: comesTooOften,
  sentence: {
    "zh-CN": (f) => `当周将有${f.duties}班，本人上限${f.limit}班。请选择下一周，或由本人调整上限。`,
    en: (f) =>
      `That makes ${f.duties} duties in one week; the volunteer's limit is ${f.limit}. Choose another week or raise the limit.`,
  },
  short: { "zh-CN": () => "本周班数已满", en: () => "enough duties this week" },
});
