import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

function lacksSkills({ person, work }: Case) {
  const skills = work.skills.filter((n) => !person.skills.some((h) => h.skill === n.skill));
  return skills.length > 0 ? { skills: skills.map((n) => n.skill) } : null;
}

export const skillMissing = rule({
  code: "SKILL_MISSING",
  stage: "skill",
  overridable: false,
  obstacle: lacksSkills,
  sentence: {
    "zh-CN": (f, say) => `需要技能：${say.names(f.skills)}。如已具备，请在个人资料中添加。`,
    en: (f, say) => `Skill needed: ${say.names(f.skills)}. Add it to the profile if you have it.`,
  },
  short: { "zh-CN": () => "缺少所需技能", en: () => "skill missing" },
});
