import type { Case } from "../case.ts";
import { rule } from "../rule.ts";
import { travelMinutes } from "../travel.ts";

/** Further from home than the person said they would go. */
function isTooFar({ person, work, policy }: Case) {
  const limitMinutes = person.limits.travelMinutes;
  if (work.mode !== "on_site" || limitMinutes === null || !person.home || !work.place) return null;
  const minutes = travelMinutes(person.home, work.place, policy);
  return minutes > limitMinutes ? { travelMinutes: minutes, limitMinutes } : null;
}

export const travelTooFar = rule({
  code: "TRAVEL_TOO_FAR",
  stage: "reach",
  overridable: true,
  obstacle: isTooFar,
  sentence: {
    "zh-CN": (f, say) =>
      `路程约${say.span(f.travelMinutes)}，超过愿意的${say.span(f.limitMinutes)}。可另选较近的，或调整路程上限。`,
    en: (f, say) =>
      `About ${say.span(f.travelMinutes)} away; the limit chosen is ${say.span(f.limitMinutes)}. Choose nearer work or raise the limit.`,
  },
  short: { "zh-CN": () => "路程太远", en: () => "too far away" },
});
