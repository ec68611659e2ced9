import type { Case } from "../case.ts";
import { nightsOf } from "../nights.ts";
import { rule } from "../rule.ts";

function isOneNightTooMany({ spans, others, work, policy }: Case) {
  const mine = spans.flatMap((span) => nightsOf(span, work.timeZone, policy));
  if (mine.length === 0) return null;
  const nights = new Set(others.flatMap((other) => nightsOf(other, work.timeZone, policy)));
  for (const night of mine) nights.add(night);
  const longest = Math.max(...mine.map((night) => nightsThrough(night, nights)));
  return longest > policy.nightsInARow ? { nights: longest, limit: policy.nightsInARow } : null;
}

/** Length of the run of nights around one of them, which the rosters ask as well. Nights are counted in days. */
export function nightsThrough(night: number, nights: ReadonlySet<number>): number {
  let first = night;
  let last = night;
  while (nights.has(first - 1)) first--;
  while (nights.has(last + 1)) last++;
  return last - first + 1;
}

export const tooManyNightsInARow = rule({
  code: "TOO_MANY_NIGHTS_IN_A_ROW",
  stage: "rest",
  overridable: true,
  obstacle: isOneNightTooMany,
  sentence: {
    "zh-CN": (f) => `将连续值夜${f.nights}晚，上限${f.limit}晚。请间隔一晚，或选择白天班次。`,
    en: (f) =>
      `That makes ${f.nights} nights in a row; the limit is ${f.limit}. Leave a night between, or serve by day.`,
  },
  short: { "zh-CN": () => "连续夜班过多", en: () => "too many nights in a row" },
});
