import chineseDays from "chinese-days";
import { DAY } from "../../kernel/interval.ts";
import { wallAt } from "../../kernel/zone.ts";

export type DayKind = "work" | "rest" | "holiday" | "makeup";

/** What kind of day it is at a place in China: rosters differ on holidays, and on weekends worked in their stead. */
export function dayKindAt(zone: string, at: Date): DayKind {
  const wall = wallAt(zone, at.getTime());
  const date = new Date(Math.floor(wall / DAY) * DAY);
  const day = date.toISOString().slice(0, 10);
  const weekend = date.getUTCDay() % 6 === 0;
  const { work, name } = chineseDays.getDayDetail(day);
  // The library names a festival "en,zh,days"; ordinary days carry their weekday's name.
  const named = name.includes(",");
  if (work) return weekend && named ? "makeup" : "work";
  return named ? "holiday" : "rest";
}
