import { contains, type Interval } from "../../../kernel/interval.ts";
import { covers } from "../../../kernel/ranges.ts";
import type { Case } from "../case.ts";
import { freeInstants } from "../flexible.ts";
import type { Availability } from "../person.ts";
import { rule } from "../rule.ts";

/** Outside the hours that the person gave. For somebody who picks for herself these are only a wish. */
function isOutsideHours(c: Case) {
  if (!c.bindsAvailability) return null;
  const { availability } = c.person;
  return suits(c, availability) ? null : { stated: isStated(availability) };
}

const isStated = (her: Availability) => her.weekly !== null || her.exceptions.length > 0;

function suits(c: Case, availability: Availability): boolean {
  const { time } = c.work;
  if (time.kind === "weekly") return c.standing!.suits;
  if (time.kind === "flexible") return c.room!.suitedMinutes >= time.totalMinutes;
  return time.spans.every((span) => isFreeThrough(availability, span));
}

/** Exceptions first: they are few, and most settle the matter without unrolling the week. */
function isFreeThrough(her: Availability, span: Interval): boolean {
  if (her.exceptions.some((e) => !e.free && e.startsAt < span.endsAt && span.startsAt < e.endsAt)) return false;
  if (her.exceptions.some((e) => e.free && contains(e, span))) return true;
  return covers(freeInstants(her, span), [span.startsAt, span.endsAt]);
}

export const notAvailable = rule({
  code: "NOT_AVAILABLE",
  stage: "free",
  overridable: true,
  obstacle: isOutsideHours,
  sentence: {
    "zh-CN": (f) =>
      f.stated ? "不在登记的空闲时间内。可先征求本人意见。" : "尚未登记空闲时间。请先征求本人意见，或提醒其登记。",
    en: (f) =>
      f.stated
        ? "Outside the hours given as free. Ask the volunteer first."
        : "No free hours have been given. Ask the volunteer first, or remind them to enter some.",
  },
  short: {
    "zh-CN": (f) => (f.stated ? "不在空闲时间" : "未登记空闲"),
    en: (f) => (f.stated ? "outside free hours" : "free hours not given"),
  },
});
