import type { Interval } from "../../../kernel/interval.ts";
import { minutesOf } from "../../../kernel/interval.ts";
import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

/** Work that follows without a pause is one run of duty, and a run has a longest length. */
function runsTooLong({ spans, others, policy }: Case) {
  for (const span of spans) {
    const run = runAround(span, others);
    if (minutesOf(run) > policy.continuousMinutes)
      return { runMinutes: minutesOf(run), limitMinutes: policy.continuousMinutes };
  }
  return null;
}

/** Commitments are in order of start: once forwards and once backwards finds all that touch. */
function runAround(span: Interval, others: readonly Interval[]): Interval {
  let { startsAt, endsAt } = span;
  for (const other of others) if (other.startsAt === endsAt) endsAt = other.endsAt;
  for (const other of others.toReversed()) if (other.endsAt === startsAt) startsAt = other.startsAt;
  return { startsAt, endsAt };
}

export const continuousDutyTooLong = rule({
  code: "CONTINUOUS_DUTY_TOO_LONG",
  stage: "rest",
  overridable: true,
  obstacle: runsTooLong,
  sentence: {
    "zh-CN": (f, say) =>
      `将连续值守${say.span(f.runMinutes)}，上限为${say.span(f.limitMinutes)}。请选择中间有休息的班次。`,
    en: (f, say) =>
      `That would be ${say.span(f.runMinutes)} on end; the limit is ${say.span(f.limitMinutes)}. Choose one with a pause between.`,
  },
  short: { "zh-CN": () => "连续值守过长", en: () => "too long without pause" },
});
