import { isMinorAt } from "../age.ts";
import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

const lacksConsent = (c: Case) => (isMinorAt(c) && !c.person.guardianConsent ? { adultAge: c.policy.adultAge } : null);

export const guardianConsentMissing = rule({
  code: "GUARDIAN_CONSENT_MISSING",
  stage: "person",
  overridable: false,
  obstacle: lacksConsent,
  sentence: {
    "zh-CN": (f) => `未满${f.adultAge}周岁须经监护人同意。请监护人在其账号中确认。`,
    en: (f) => `Under ${f.adultAge}, a guardian has to agree. Ask the guardian to confirm it.`,
  },
  short: { "zh-CN": () => "缺监护人同意", en: () => "guardian has to agree" },
});
