import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

/** Before anybody comes to a child, the guardian has agreed and a second adult is named. About the work, not the person. */
function lacksSafeguards({ work }: Case) {
  if (!work.minor) return null;
  const { guardianConsent, secondAdult } = work.minor;
  return guardianConsent && secondAdult ? null : { guardianConsent, secondAdult };
}

export const childSafeguardsMissing = rule({
  code: "CHILD_SAFEGUARDS_MISSING",
  stage: "open",
  overridable: false,
  obstacle: lacksSafeguards,
  sentence: {
    "zh-CN": (f) =>
      f.guardianConsent ? "尚未指定在场的第二名成年人，请家庭先补充。" : "尚无监护人同意，请家庭先确认同意书。",
    en: (f) =>
      f.guardianConsent
        ? "No second adult is named yet. Ask the family to name one."
        : "The child's guardian has not agreed yet. Ask the family to confirm the consent.",
  },
  short: {
    "zh-CN": (f) => (f.guardianConsent ? "缺第二名成年人" : "缺监护人同意"),
    en: (f) => (f.guardianConsent ? "second adult needed" : "guardian has to agree"),
  },
});
