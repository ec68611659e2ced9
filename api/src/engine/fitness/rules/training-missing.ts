import type { Case } from "../case.ts";
import { rule } from "../rule.ts";
import { validThroughout } from "../validity.ts";

/** No training, no post. */
function lacksTrainings({ person, work, period }: Case) {
  const courses = work.trainings.filter(
    (course) =>
      !person.credentials.some(
        (c) => c.kind === `training:${course}` && c.state === "verified" && validThroughout(c, period),
      ),
  );
  return courses.length > 0 ? { courses } : null;
}

export const trainingMissing = rule({
  code: "TRAINING_MISSING",
  stage: "credential",
  overridable: false,
  obstacle: lacksTrainings,
  sentence: {
    "zh-CN": (f, say) => `上岗前须完成培训：${say.names(f.courses)}。请先报名课程。`,
    en: (f, say) => `Training comes first: ${say.names(f.courses)}. Sign up for the course.`,
  },
  short: { "zh-CN": () => "未完成培训", en: () => "training needed" },
});
