import type { PersonFacts } from "../fitness/person.ts";
import type { WorkFacts } from "../fitness/work.ts";
import { part } from "./part.ts";

const isStranger = (person: PersonFacts, work: WorkFacts) =>
  work.formerPersonIds.length > 0 && !work.formerPersonIds.includes(person.id);

/** Unit: 1 for a new face where somebody has helped before. */
export const continuity = part({
  name: "continuity",
  maxUnits: 1,
  units: (person, work) => (isStranger(person, work) ? 1 : 0),
  facts: (person, work) => ({
    first: work.formerPersonIds.length === 0,
    same: work.formerPersonIds.includes(person.id),
  }),
  words: {
    "zh-CN": (f) => (f.first ? "首次服务" : f.same ? "曾为其服务" : "不是上次的志愿者"),
    en: (f) => (f.first ? "first helper" : f.same ? "has helped them before" : "not the helper from before"),
  },
});
