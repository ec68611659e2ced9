import { DAY, type Instant } from "../../kernel/interval.ts";
import type { WorkFacts } from "../fitness/work.ts";
import { bounded, part } from "./part.ts";

const LONG_WAIT_DAYS = 30;

const daysWaited = (work: WorkFacts, now: Instant) =>
  work.waitingSince === null ? 0 : Math.max(0, Math.floor((now - work.waitingSince) / DAY));

/** Unit: a day that the wait is short of 30, so that whoever has waited longer is cheaper to serve. */
export const waiting = part({
  name: "waiting",
  maxUnits: LONG_WAIT_DAYS,
  units: (_person, work, now) => bounded(LONG_WAIT_DAYS - daysWaited(work, now), LONG_WAIT_DAYS),
  facts: (_person, work, now) => ({ days: daysWaited(work, now) }),
  words: {
    "zh-CN": (f) => (f.days === 0 ? "今天提出" : `已等待${f.days}天`),
    en: (f) => (f.days === 0 ? "asked today" : f.days === 1 ? "waiting for 1 day" : `waiting for ${f.days} days`),
  },
});
