import type { PersonFacts } from "../fitness/person.ts";
import { metresBetween } from "../fitness/travel.ts";
import type { WorkFacts } from "../fitness/work.ts";
import { bounded, part } from "./part.ts";

/** What counts where one end is not on the map: about half across the inner city. */
const UNKNOWN_KM = 10;

/** Null where distance means nothing: on the telephone. */
function kilometres(person: PersonFacts, work: WorkFacts): number | null {
  if (work.mode !== "on_site") return null;
  return person.home && work.place ? Math.round(metresBetween(person.home, work.place) / 1000) : UNKNOWN_KM;
}

/** Unit: a kilometre as the crow flies, from home. */
export const distance = part({
  name: "distance",
  maxUnits: 100,
  units: (person, work) => bounded(kilometres(person, work) ?? 0, 100),
  facts: (person, work) => ({
    onSite: work.mode === "on_site",
    known: person.home !== null && work.place !== null,
    kilometres: kilometres(person, work) ?? 0,
  }),
  words: {
    "zh-CN": (f) => (f.onSite ? (f.known ? `距离约${f.kilometres}公里` : "距离未知") : "无须到现场"),
    en: (f) => (f.onSite ? (f.known ? `about ${f.kilometres} km away` : "distance not known") : "no travel"),
  },
});
