import { approaches, gradesOf, languagePairs, type Stage, stageRange, subjects } from "./catalogue.ts";
import type { Inhabitant } from "./inhabitant.ts";
import { type CityPlan, leastTutors, sectionAt } from "./plan.ts";
import { Random } from "./random.ts";

export interface HeldSkill {
  readonly skill: string;
  readonly specialism: string | null;
  readonly level: number;
}

const atGates = ["temperature_check", "information_registration", "order_keeping", "disinfection"];
const onErrands = ["errand", "meal_delivery", "transport", "data_collection"];
const atHomes = ["companionship", "household_help", "disinfection", "health_education"];
const anybody = [...new Set([...atGates, ...onErrands, ...atHomes, "bill_payment", "interest_class"])];

/** What helpers do: by turns errands, homes and words, so that every district has some of each. */
export const helperGroups = ["errands", "homes", "words", "listening"] as const;
export const helperGroup = (plan: CityPlan, index: number) =>
  helperGroups[[0, 1, 0, 1, 2, 3][plan.rankOf[index]! % 6]!]!;

export function abilitiesOf(plan: CityPlan, person: Inhabitant): HeldSkill[] {
  const random = new Random(plan.seed, "abilities", person.index);
  const plain = (skill: string): HeldSkill => ({ skill, specialism: null, level: random.whole(1, 4) });
  switch (person.part) {
    case "family":
      return [];
    case "tutor":
      return tutorsAbilities(plan, person.index, random);
    case "counsellor":
    case "waiting_counsellor":
      return psychology(random, counsellorLevel(plan, person.index));
    case "guard":
      return [...atGates.slice(0, 2), guardsOther(person, random)].map(plain);
    case "helper":
      return helpersAbilities(plan, person.index, random);
    default:
      return [...random.some(anybody, random.whole(1, 3)).map(plain), ...maybeTutoring(random)];
  }
}

/** Community crews clean; at gates some can, and others keep order. */
const guardsOther = (person: Inhabitant, random: Random): string =>
  person.site?.kind === "community" ? "disinfection" : random.pick(["order_keeping", "disinfection"]);

/** One in three may supervise (level 4 and up). */
export const counsellorLevel = (plan: CityPlan, index: number): number =>
  2 + (plan.rankOf[index]! % 3 === 0 ? 2 : plan.rankOf[index]! % 2);

const psychology = (random: Random, level: number): HeldSkill[] =>
  random.some(approaches, 2).map((specialism) => ({ skill: "psychology", specialism, level }));

const stagesBySubject: readonly (readonly [string, Stage])[] = Object.entries(subjects).flatMap(([subject, stages]) =>
  stages.map((stage) => [subject, stage] as const),
);

/** As families ask: mathematics most. */
export const subjectShares = [
  ["math", 26],
  ["english", 20],
  ["chinese", 14],
  ["physics", 10],
  ["chemistry", 8],
  ["biology", 4],
  ["history", 4],
  ["geography", 4],
  ["politics", 3],
  ["music", 4],
  ["art", 3],
] as const;

/** Subject and stage in which a tutor takes requests: each district's first seven go through all in turn, the others by demand. */
export function tutorsField(plan: CityPlan, index: number): readonly [subject: string, stage: Stage] {
  const place = plan.districtOf[index]!;
  const rank = plan.rankOf[index]!;
  const tutor = rank - sectionAt(plan.districts[place]!, rank).from;
  if (tutor < leastTutors) return stagesBySubject[(place * leastTutors + tutor) % stagesBySubject.length]!;
  const random = new Random(plan.seed, "field", index);
  const subject = random.weighted(subjectShares);
  return [subject, random.pick(subjects[subject]!)];
}

function tutorsAbilities(plan: CityPlan, index: number, random: Random): HeldSkill[] {
  const [subject, stage] = tutorsField(plan, index);
  const tutoring = (specialism: string): HeldSkill => ({ skill: "tutoring", specialism, level: random.whole(2, 5) });
  const first = tutoring(stageRange(subject, stage));
  const other = random.weighted(subjectShares);
  if (other === subject || random.chance(0.5)) return [first];
  return [first, tutoring(`${other}/${random.pick(gradesOf(random.pick(subjects[other]!)))}`)];
}

function helpersAbilities(plan: CityPlan, index: number, random: Random): HeldSkill[] {
  const group = helperGroup(plan, index);
  if (group === "listening") return psychology(random, 3);
  if (group === "words")
    return [{ skill: "translation", specialism: random.pick(languagePairs), level: random.whole(3, 5) }];
  return (group === "errands" ? onErrands : atHomes).map((skill) => ({
    skill,
    specialism: null,
    level: random.whole(1, 4),
  }));
}

/** Neighbours who could teach but have no background check: the matcher says so. */
function maybeTutoring(random: Random): HeldSkill[] {
  if (!random.chance(0.06)) return [];
  const subject = random.weighted(subjectShares);
  return [
    { skill: "tutoring", specialism: stageRange(subject, random.pick(subjects[subject]!)), level: random.whole(1, 3) },
  ];
}
