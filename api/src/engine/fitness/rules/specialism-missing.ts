import type { Case } from "../case.ts";
import { rule } from "../rule.ts";
import { leastGap } from "../specialism.ts";

/** Has the skill, but not for this subject and grade, language pair or approach. */
function lacksSpecialisms({ person, work, policy }: Case) {
  const specialisms: string[] = [];
  for (const { skill, specialism } of work.skills) {
    const held = person.skills.find((h) => h.skill === skill);
    if (specialism === null || !held) continue;
    if (leastGap(held.specialisms, specialism, policy) === null) specialisms.push(specialism);
  }
  return specialisms.length > 0 ? { specialisms } : null;
}

export const specialismMissing = rule({
  code: "SPECIALISM_MISSING",
  stage: "skill",
  overridable: false,
  obstacle: lacksSpecialisms,
  sentence: {
    "zh-CN": (f, say) => `需要专长：${say.names(f.specialisms)}。如能胜任，请在技能中补充。`,
    en: (f, say) => `Needed: ${say.names(f.specialisms)}. Add it to your skills if you can do it.`,
  },
  short: { "zh-CN": () => "专长不符", en: () => "another specialism" },
});
