import type { PersonFacts } from "../fitness/person.ts";
import type { WorkFacts } from "../fitness/work.ts";
import { part } from "./part.ts";

/** Wishes of both sides that this pair leaves unmet. Firm ones are rules and never get here. */
function unmet(person: PersonFacts, work: WorkFacts): number {
  const { gender, language } = work.wishes;
  let count = 0;
  if (gender !== null && person.gender !== gender) count++;
  if (language !== null && !person.languages.includes(language)) count++;
  if (person.wishedSkills.length > 0 && !work.skills.some((n) => person.wishedSkills.includes(n.skill))) count++;
  return count;
}

/** Unit: an unmet wish. */
export const wish = part({
  name: "wish",
  maxUnits: 3,
  units: unmet,
  facts: (person, work) => ({ unmet: unmet(person, work) }),
  words: {
    "zh-CN": (f) => (f.unmet === 0 ? "意愿全部满足" : `${f.unmet}项意愿未满足`),
    en: (f) => (f.unmet === 0 ? "all wishes met" : f.unmet === 1 ? "1 wish unmet" : `${f.unmet} wishes unmet`),
  },
});
