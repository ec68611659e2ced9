import type { Instant } from "../../kernel/interval.ts";
import type { Locale } from "../../kernel/reason.ts";
import { dayOf, wallAt } from "../../kernel/zone.ts";
import { dutiesWithin, periodAround } from "../fitness/load.ts";
import type { PersonFacts } from "../fitness/person.ts";
import type { WorkFacts } from "../fitness/work.ts";
import { acceptedPercent } from "./response.ts";

/** 上次值班9天前 · 本周1/3班 · 接受率82%. The week is the one of the work: 当周, "that week", where it is not the present one. */
export function recordLine(person: PersonFacts, work: WorkFacts, now: Instant, locale: Locale): string {
  const say = words[locale];
  const percent = acceptedPercent(person.record);
  const { lastServedAt } = person.record;
  const days = lastServedAt === null ? null : daysBetween(work.timeZone, lastServedAt, now);
  return [say.last(days), week(person, work, now, locale), percent === null ? say.unasked : say.accepts(percent)].join(
    " · ",
  );
}

function week(person: PersonFacts, work: WorkFacts, now: Instant, locale: Locale): string {
  const { time, timeZone } = work;
  const startsAt = time.kind === "dated" ? (time.spans[0]?.startsAt ?? now) : Math.max(now, time.period.startsAt);
  const its = periodAround(startsAt, timeZone, "week");
  const duties = dutiesWithin(its, person.commitments);
  const limit = person.limits.weekDuties;
  return words[locale].week(limit === null ? `${duties}` : `${duties}/${limit}`, its.startsAt <= now);
}

const daysBetween = (zone: string, earlier: Instant, later: Instant) =>
  dayOf(wallAt(zone, later)) - dayOf(wallAt(zone, earlier));

const words = {
  "zh-CN": {
    last: (days: number | null) => {
      if (days === null) return "尚未值过班";
      return days <= 0 ? "今天值过班" : days === 1 ? "昨天值过班" : `上次值班${days}天前`;
    },
    week: (duties: string, isThis: boolean) => `${isThis ? "本周" : "当周"}${duties}班`,
    accepts: (percent: number) => `接受率${percent}%`,
    unasked: "尚未收到过邀请",
  },
  en: {
    last: (days: number | null) => {
      if (days === null) return "no duty yet";
      return days <= 0 ? "last duty today" : days === 1 ? "last duty yesterday" : `last duty ${days} days ago`;
    },
    week: (duties: string, isThis: boolean) =>
      `${duties} ${duties === "1" ? "duty" : "duties"} ${isThis ? "this" : "that"} week`,
    accepts: (percent: number) => `accepts ${percent}%`,
    unasked: "not asked before",
  },
};
