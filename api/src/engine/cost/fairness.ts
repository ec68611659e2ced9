import { bounded, part } from "./part.ts";

/** Unit: an hour served in the last 28 days, so that the next call goes to whoever carried least. */
export const fairness = part({
  name: "fairness",
  maxUnits: 100,
  units: (person) => bounded(person.record.recentMinutes / 60, 100),
  facts: (person) => ({ hours: Math.floor(person.record.recentMinutes / 60) }),
  words: {
    "zh-CN": (f) => (f.hours === 0 ? "近28天尚未服务" : `近28天服务${f.hours}小时`),
    en: (f) => (f.hours === 0 ? "no duty in 28 days" : `${f.hours} h in 28 days`),
  },
});
