import type { MinutesLimit } from "./problem.ts";
import { type Breach, horizon, type Row } from "./row.ts";

export function mostOfShift(row: Row): Breach[] {
  return Object.entries(row.person.contract.mostOf).flatMap(([id, limit]) => {
    const found = horizon(row).filter((day) => row.shiftOn(day)?.id === id).length;
    return found > limit ? [{ rule: "mostOfShift", found: `${found} ${id}`, limit }] : [];
  });
}

export function minutes(row: Row): Breach[] {
  return row.person.contract.minutes.flatMap((limit: MinutesLimit) => {
    let found = 0;
    for (let day = limit.from; day < limit.to; day++) found += row.shiftOn(day)?.minutes ?? 0;
    if (found >= limit.least && found <= limit.most) return [];
    const isWeek = limit.to - limit.from === 7 && (row.problem.firstWeekday + limit.from) % 7 === 0;
    const broken = found > limit.most ? limit.most : limit.least;
    return [{ rule: "minutes", day: limit.from, found, limit: broken, ...(isWeek ? { perWeek: true as const } : {}) }];
  });
}

export function weekends(row: Row): Breach[] {
  const limit = row.person.contract.mostWeekends;
  const served = new Set<number>();
  for (let day = row.begins; day < row.problem.days; day++) {
    const weekday = (((row.problem.firstWeekday + day) % 7) + 7) % 7;
    if (weekday >= 5 && row.shiftOn(day)) served.add(day - weekday);
  }
  // A weekend begun before the horizon was counted then.
  for (let day = row.begins; day < 0; day++) {
    const weekday = (((row.problem.firstWeekday + day) % 7) + 7) % 7;
    if (weekday >= 5 && row.shiftOn(day)) served.delete(day - weekday);
  }
  return served.size > limit ? [{ rule: "weekends", found: served.size, limit }] : [];
}
