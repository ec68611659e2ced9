import { type Interval, MINUTE, pauseBetween } from "../../../kernel/interval.ts";
import type { Case } from "../case.ts";
import { nightsOf } from "../nights.ts";
import { rule } from "../rule.ts";

/** Shared with the rosters, which know the pause between two duties without a calendar. Both in the same unit. */
export const isRested = (pause: number, needed: number): boolean => pause >= needed;

/**
 * Rest between this work and any commitment before or after it. Without a pause two duties are one run, whose length
 * another rule holds. Compared pair by pair, so that dropping a commitment never makes anybody less rested.
 */
function isTooSoon(c: Case) {
  for (const span of c.spans) {
    for (const other of c.others) {
      const pause = pauseBetween(span, other);
      if (pause === 0) continue;
      const [earlier, before] = other.startsAt < span.startsAt ? [other, true] : [span, false];
      const needed = restAfter(earlier, pause, c);
      if (isRested(pause, needed * MINUTE)) continue;
      return {
        side: before ? "before" : "after",
        restMinutes: Math.floor(pause / MINUTE),
        neededMinutes: needed,
        freeFrom: earlier.endsAt + needed * MINUTE,
        timeZone: c.work.timeZone,
      };
    }
  }
  return null;
}

/** Minutes; the night is only looked at where its longer rest could matter. */
function restAfter(duty: Interval, pause: number, { policy, work }: Case): number {
  if (pause >= policy.restAfterNightMinutes * MINUTE) return policy.restMinutes;
  const night = nightsOf(duty, work.timeZone, policy).length > 0;
  return night ? Math.max(policy.restMinutes, policy.restAfterNightMinutes) : policy.restMinutes;
}

export const restTooShort = rule({
  code: "REST_TOO_SHORT",
  stage: "rest",
  overridable: true,
  obstacle: isTooSoon,
  sentence: {
    "zh-CN": (f, say) =>
      f.side === "before"
        ? `距前一班只休息${say.span(f.restMinutes)}，须休息${say.span(f.neededMinutes)}。请选择${say.time(f.freeFrom, f.timeZone)}以后的班次。`
        : `距后一班只休息${say.span(f.restMinutes)}，须休息${say.span(f.neededMinutes)}。请另选班次，或先释放后一班。`,
    en: (f, say) =>
      f.side === "before"
        ? `Only ${say.span(f.restMinutes)} of rest after the duty before; ${say.span(f.neededMinutes)} are needed. Choose one from ${say.time(f.freeFrom, f.timeZone)} on.`
        : `Only ${say.span(f.restMinutes)} of rest before the next duty; ${say.span(f.neededMinutes)} are needed. Choose another, or release the next one first.`,
  },
  short: {
    "zh-CN": (f) => (f.side === "before" ? "与前一班休息不足" : "与后一班休息不足"),
    en: (f) => (f.side === "before" ? "too soon after last duty" : "too close to next duty"),
  },
});
