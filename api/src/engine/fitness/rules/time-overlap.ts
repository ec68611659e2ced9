import { minutesShared, overlaps } from "../../../kernel/interval.ts";
import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

/** Nobody is in two places: the time is taken by another commitment, of whatever kind. Back-to-back does not overlap. */
function isTaken(c: Case) {
  const { time, timeZone } = c.work;
  if (time.kind === "weekly") return isWeekTaken(c) ? ({ allTaken: true } as const) : null;
  if (time.kind === "flexible") return isRoomTaken(c) ? ({ allTaken: true } as const) : null;
  for (const span of time.spans) {
    const other = c.others.find((o) => overlaps(o, span));
    if (!other) continue;
    const { startsAt, endsAt } = other;
    return { allTaken: false, overlapMinutes: minutesShared(other, span), startsAt, endsAt, timeZone } as const;
  }
  return null;
}

/** Where the hours do not suit in the first place, that is the reason, and not this. */
const isWeekTaken = ({ standing }: Case): boolean => standing?.suits === true && !standing.isFree;

function isRoomTaken(c: Case): boolean {
  const { time } = c.work;
  const { suitedMinutes, freeMinutes } = c.room!;
  return time.kind === "flexible" && suitedMinutes >= time.totalMinutes && freeMinutes < time.totalMinutes;
}

export const timeOverlap = rule({
  code: "TIME_OVERLAP",
  stage: "free",
  overridable: false,
  obstacle: isTaken,
  sentence: {
    "zh-CN": (f, say) =>
      f.allTaken
        ? "合适的时间都已有其他安排。请另选时间，或先调整已有安排。"
        : `${say.time(f.startsAt, f.timeZone)}起已有安排，冲突${say.span(f.overlapMinutes)}。请另选时间，或先释放那一班。`,
    en: (f, say) =>
      f.allTaken
        ? "All suitable hours are taken by other work. Choose another time or move that work first."
        : `Taken from ${say.time(f.startsAt, f.timeZone)} by other work; ${say.span(f.overlapMinutes)} overlap. Choose another time or release that one first.`,
  },
  short: { "zh-CN": () => "时间冲突", en: () => "time already taken" },
});
