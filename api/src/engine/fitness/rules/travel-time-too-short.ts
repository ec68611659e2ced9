import { MINUTE, pauseBetween } from "../../../kernel/interval.ts";
import type { Case } from "../case.ts";
import { rule } from "../rule.ts";
import { travelMinutes } from "../travel.ts";

/** Back-to-back is fine at one site; between two sites there has to be time to get there. */
function cannotGetThere({ work, others, spans, policy }: Case) {
  if (work.mode !== "on_site" || !work.place) return null;
  for (const other of others) {
    if (!other.place) continue;
    const minutes = travelMinutes(other.place, work.place, policy);
    for (const span of spans) {
      const touching = span.startsAt < other.endsAt && other.startsAt < span.endsAt;
      const pause = pauseBetween(span, other);
      if (touching || pause >= minutes * MINUTE) continue;
      return { travelMinutes: minutes, pauseMinutes: Math.floor(pause / MINUTE) };
    }
  }
  return null;
}

export const travelTimeTooShort = rule({
  code: "TRAVEL_TIME_TOO_SHORT",
  stage: "free",
  overridable: true,
  obstacle: cannotGetThere,
  sentence: {
    "zh-CN": (f, say) =>
      `与相邻一班隔${say.span(f.pauseMinutes)}，路上约需${say.span(f.travelMinutes)}。请选择间隔更长或同一地点的班次。`,
    en: (f, say) =>
      `Only ${say.span(f.pauseMinutes)} to get there from the neighbouring duty; about ${say.span(f.travelMinutes)} are needed. Leave more time or stay at one site.`,
  },
  short: { "zh-CN": () => "来不及赶到", en: () => "no time to get there" },
});
