import { DAY, type Interval, MINUTE } from "../../kernel/interval.ts";
import { dayOf, wallPieces } from "../../kernel/zone.ts";
import type { Policy } from "./policy.ts";

/** The wall days in whose night (evening to morning after) this is night duty. */
export function nightsOf(span: Interval, zone: string, policy: Policy): number[] {
  const minutes = new Map<number, number>();
  for (const [from, to] of wallPieces(zone, span)) {
    for (let day = dayOf(from) - 1; day * DAY < to; day++) {
      const dusk = day * DAY + policy.nightFromMinute * MINUTE;
      const dawn = (day + 1) * DAY + policy.nightToMinute * MINUTE;
      const shared = Math.min(to, dawn) - Math.max(from, dusk);
      if (shared > 0) minutes.set(day, (minutes.get(day) ?? 0) + shared / MINUTE);
    }
  }
  return [...minutes].filter(([, length]) => length >= policy.nightDutyMinutes).map(([day]) => day);
}
