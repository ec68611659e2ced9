import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

const isOtherMode = ({ person, work }: Case) => (person.modes.includes(work.mode) ? null : { mode: work.mode });

export const modeNotOffered = rule({
  code: "MODE_NOT_OFFERED",
  stage: "reach",
  overridable: true,
  obstacle: isOtherMode,
  sentence: {
    "zh-CN": (f, say) => `服务方式为${say.name(f.mode)}，不在该志愿者接受的方式内。可在个人资料中开启。`,
    en: (f, say) =>
      `This is done ${say.name(f.mode)}, which this volunteer does not offer. It can be switched on in the profile.`,
  },
  short: { "zh-CN": (f, say) => `不接受${say.name(f.mode)}`, en: (f, say) => `not ${say.name(f.mode)}` },
});
