import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

function lacksLevel({ person, work }: Case) {
  for (const { skill, minLevel } of work.skills) {
    const held = person.skills.find((h) => h.skill === skill);
    if (held && held.level < minLevel) return { skill, minLevel, level: held.level };
  }
  return null;
}

export const skillLevelTooLow = rule({
  code: "SKILL_LEVEL_TOO_LOW",
  stage: "skill",
  overridable: false,
  obstacle: lacksLevel,
  sentence: {
    "zh-CN": (f, say) => `${say.name(f.skill)}需达到${f.minLevel}级，目前为${f.level}级。可先参加培训或见习。`,
    en: (f, say) =>
      `Needs ${say.name(f.skill)} at level ${f.minLevel}; the level held is ${f.level}. Train or assist first.`,
  },
  short: { "zh-CN": (f) => `技能需${f.minLevel}级`, en: (f) => `needs level ${f.minLevel}` },
});
