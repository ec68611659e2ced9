import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

/** Standing work is promised to somebody for weeks; how many such promises one person can keep is limited. */
function holdsEnough({ person, work, policy }: Case) {
  if (work.time.kind === "dated") return null;
  const limit = Math.min(person.limits.assignmentsAtOnce ?? Infinity, policy.assignmentsAtOnce);
  const held = person.assignments.filter((other) => other.standing && other.workId !== work.id).length;
  return held >= limit ? { held, limit } : null;
}

export const tooManyAssignments = rule({
  code: "TOO_MANY_ASSIGNMENTS",
  stage: "load",
  overridable: true,
  obstacle: holdsEnough,
  sentence: {
    "zh-CN": (f) => `已同时承担${f.held}项长期服务，上限${f.limit}项。结束一项后再接。`,
    en: (f) => `Already holds ${f.held} standing assignments; the limit is ${f.limit}. Finish one first.`,
  },
  short: { "zh-CN": () => "承担项目已满", en: () => "holds enough already" },
});
