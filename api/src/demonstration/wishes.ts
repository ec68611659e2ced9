import { subjectShares } from "./abilities.ts";
import { gradesOf, stageRange, subjects } from "./catalogue.ts";
import { poolOf } from "./helpers.ts";
import type { Random } from "./random.ts";

/** What a family asks for, before time and state. */
export interface Wish {
  readonly kind: string;
  readonly skill: string;
  /** Most urgent first. */
  readonly specialisms: readonly string[];
  readonly grade: string | null;
  readonly mode: "on_site" | "online" | "phone";
  readonly forWhom: string;
  readonly minutes: number;
  /** Where to look for whoever could do it. */
  readonly pool: string;
}

interface Kind {
  readonly kind: string;
  readonly skill: string;
  readonly group: "errands" | "homes" | "words" | "listening";
  readonly mode: Wish["mode"];
  readonly forWhom: readonly string[];
}

const kinds: readonly Kind[] = [
  { kind: "errand", skill: "errand", group: "errands", mode: "on_site", forWhom: ["medic_family", "quarantined"] },
  { kind: "errand", skill: "errand", group: "errands", mode: "on_site", forWhom: ["elderly_alone"] },
  {
    kind: "meal_delivery",
    skill: "meal_delivery",
    group: "errands",
    mode: "on_site",
    forWhom: ["elderly_alone", "quarantined"],
  },
  { kind: "transport", skill: "transport", group: "errands", mode: "on_site", forWhom: ["medic_family"] },
  { kind: "data_collection", skill: "data_collection", group: "errands", mode: "on_site", forWhom: ["resident"] },
  {
    kind: "companionship",
    skill: "companionship",
    group: "homes",
    mode: "on_site",
    forWhom: ["elderly_alone", "medic_family"],
  },
  { kind: "disinfection", skill: "disinfection", group: "homes", mode: "on_site", forWhom: ["resident"] },
  { kind: "other", skill: "household_help", group: "homes", mode: "on_site", forWhom: ["medic_family"] },
  { kind: "translation", skill: "translation", group: "words", mode: "online", forWhom: ["resident"] },
  {
    kind: "counselling",
    skill: "psychology",
    group: "listening",
    mode: "phone",
    forWhom: ["quarantined", "undiagnosed", "infected", "relative"],
  },
];

/** So many first requests go through all subjects in turn, so that each has a history to read waits from. */
const turnsOfSubjects = 8;
const shareOfTutoring = 0.62;
const subjectCodes = Object.keys(subjects);

export function wishOf(random: Random, number: number, districtId: number): Wish {
  if (number < turnsOfSubjects * subjectCodes.length)
    return lesson(random, subjectCodes[number % subjectCodes.length]!);
  if (random.chance(shareOfTutoring)) return lesson(random, random.weighted(subjectShares));
  const { group, forWhom, ...kind } = random.pick(kinds);
  return {
    ...kind,
    // Whoever translates or listens is asked in turn: a need for one language pair would leave the others idle.
    specialisms: [],
    grade: null,
    forWhom: random.pick(forWhom),
    minutes: 60,
    pool: poolOf(group, districtId),
  };
}

function lesson(random: Random, subject: string): Wish {
  const stage = random.pick(subjects[subject]!);
  const grade = random.pick(gradesOf(stage));
  return {
    kind: "tutoring",
    skill: "tutoring",
    specialisms: [`${subject}/${grade}`],
    grade,
    mode: "online",
    forWhom: "medic_family",
    minutes: random.pick([60, 90, 120]),
    pool: stageRange(subject, stage),
  };
}
