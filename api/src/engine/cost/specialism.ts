import type { PersonFacts } from "../fitness/person.ts";
import { leastGap } from "../fitness/specialism.ts";
import type { WorkFacts } from "../fitness/work.ts";
import { bounded, part } from "./part.ts";

function gap(person: PersonFacts, work: WorkFacts): number {
  let sum = 0;
  for (const { skill, specialism } of work.skills) {
    if (specialism === null) continue;
    const held = person.skills.find((h) => h.skill === skill);
    sum += (held && leastGap(held.specialisms, specialism, work.policy)) ?? 12;
  }
  return bounded(sum, 12);
}

/** Unit: a grade between what is held and what is needed; 12 where it does not serve at all. */
export const specialism = part({
  name: "specialism",
  maxUnits: 12,
  units: gap,
  facts: (person, work) => ({ grades: gap(person, work) }),
  words: {
    "zh-CN": (f) => (f.grades === 0 ? "专长对口" : `专长相差${f.grades}级`),
    en: (f) => (f.grades === 0 ? "exactly the specialism" : `specialism off by ${f.grades}`),
  },
});
