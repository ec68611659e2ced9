import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

/** A coordinator may still send somebody to a gap that is open now; nobody else joins what has begun. */
function hasStarted({ work, period, now, ask }: Case) {
  if (ask === "coordinator" || work.time.kind !== "dated") return null;
  return period.startsAt <= now && now < period.endsAt ? { startedAt: period.startsAt, timeZone: work.timeZone } : null;
}

export const workStarted = rule({
  code: "WORK_STARTED",
  stage: "open",
  overridable: false,
  obstacle: hasStarted,
  sentence: {
    "zh-CN": (f, say) => `已于${say.time(f.startedAt, f.timeZone)}开始。如仍缺人，请联系调度员。`,
    en: (f, say) => `It began on ${say.time(f.startedAt, f.timeZone)}. Ask the coordinator if help is still needed.`,
  },
  short: { "zh-CN": () => "已开始", en: () => "already started" },
});
