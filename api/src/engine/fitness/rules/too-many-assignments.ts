import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

/** Assignments not yet over, counted once however many sessions each has. */
function holdsEnough({ person, others, policy, now }: Case) {
  const limit = Math.min(person.limits.assignmentsAtOnce ?? Infinity, policy.assignmentsAtOnce);
  const held = new Set<string>();
  for (const other of others) if (other.endsAt > now) held.add(other.assignmentId);
  return held.size >= limit ? { held: held.size, limit } : null;
}

export const tooManyAssignments = rule({
  code: "TOO_MANY_ASSIGNMENTS",
  stage: "load",
  overridable: true,
  obstacle: holdsEnough,
  sentence: {
    "zh-CN": (f) => `已同时承担${f.held}项，上限${f.limit}项。完成或释放一项后再接。`,
    en: (f) => `Already holds ${f.held} assignments; the limit is ${f.limit}. Finish or release one first.`,
  },
  short: { "zh-CN": () => "承担项目已满", en: () => "holds enough already" },
});
