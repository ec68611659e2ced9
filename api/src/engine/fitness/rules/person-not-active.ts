import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

/** Paused, suspended or leaving: nobody is asked who has stepped back. */
const hasSteppedBack = ({ person }: Case) => (person.active ? null : {});

export const personNotActive = rule({
  code: "PERSON_NOT_ACTIVE",
  stage: "person",
  overridable: false,
  obstacle: hasSteppedBack,
  sentence: {
    "zh-CN": () => "志愿者账号已暂停服务。恢复接单后才能安排。",
    en: () => "This volunteer is not serving at present. Resume service in the profile first.",
  },
  short: { "zh-CN": () => "已暂停服务", en: () => "not serving now" },
});
