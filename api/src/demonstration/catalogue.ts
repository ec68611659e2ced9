import { wordFor } from "../engine/fitness/words.ts";

/** Skills in the order of their ids, from 1. Names that the rules know come from them; the others stand here. */
const skillNames: Readonly<Record<string, readonly [zh: string, en: string] | null>> = {
  tutoring: null,
  psychology: null,
  translation: null,
  temperature_check: null,
  disinfection: null,
  information_registration: null,
  order_keeping: null,
  health_education: null,
  errand: null,
  meal_delivery: null,
  companionship: null,
  household_help: null,
  transport: null,
  data_collection: ["数据采集", "data collection"],
  bill_payment: ["代缴费用", "bill payment"],
  interest_class: null,
};

export type SkillCode = keyof typeof skillNames & string;

export interface Skill {
  readonly id: number;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export const skills: readonly Skill[] = Object.entries(skillNames).map(([code, names], index) => ({
  id: index + 1,
  code,
  nameZh: names?.[0] ?? wordFor(code, "zh-CN"),
  nameEn: names?.[1] ?? wordFor(code, "en"),
}));

const skillIds = new Map(skills.map(({ code, id }) => [code, id]));
export const skillId = (code: string): number => skillIds.get(code)!;

export const stages = { primary: 6, junior: 3, senior: 3 } as const;
export type Stage = keyof typeof stages;

/** The stages in which a subject is taught. */
export const subjects: Readonly<Record<string, readonly Stage[]>> = {
  math: ["primary", "junior", "senior"],
  chinese: ["primary", "junior", "senior"],
  english: ["primary", "junior", "senior"],
  physics: ["junior", "senior"],
  chemistry: ["junior", "senior"],
  biology: ["junior", "senior"],
  history: ["junior", "senior"],
  geography: ["junior", "senior"],
  politics: ["junior", "senior"],
  music: ["primary", "junior", "senior"],
  art: ["primary", "junior", "senior"],
};

export const gradesOf = (stage: Stage): string[] =>
  Array.from({ length: stages[stage] }, (_, year) => `${stage}${year + 1}`);

/** What a tutor of a stage holds: all its years. */
export const stageRange = (subject: string, stage: Stage): string => `${subject}/${stage}1..${stage}${stages[stage]}`;

export const approaches = ["cbt", "crisis_intervention", "grief", "family_therapy", "listening", "mindfulness"];
export const languagePairs = ["zh<>en", "zh<>ja", "zh<>ko", "zh<>fr", "zh<>ru", "zh<>es", "zh<>ar", "zh<>sign"];

const wider = ["primary1..primary3", "primary4..primary6", "primary1..junior3", "junior1..senior3"];
const approachNames: Readonly<Record<string, readonly [string, string]>> = {
  cbt: ["认知行为", "cognitive behavioural"],
  crisis_intervention: ["危机干预", "crisis intervention"],
  grief: ["哀伤辅导", "grief"],
  family_therapy: ["家庭治疗", "family therapy"],
  listening: ["倾听陪伴", "listening"],
  mindfulness: ["正念减压", "mindfulness"],
};

export interface Specialism {
  readonly id: number;
  readonly skill: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

function tutoringCodes(): string[] {
  return Object.entries(subjects).flatMap(([subject, taught]) => [
    ...taught.flatMap(gradesOf).map((grade) => `${subject}/${grade}`),
    ...taught.map((stage) => stageRange(subject, stage)),
    ...wider.filter((range) => coversTaught(range, taught)).map((range) => `${subject}/${range}`),
  ]);
}

const coversTaught = (range: string, taught: readonly Stage[]) =>
  range.split("..").every((grade) => taught.some((stage) => grade.startsWith(stage)));

function named(skill: string, code: string): Omit<Specialism, "id"> {
  const own = approachNames[code];
  if (own) return { skill, code, nameZh: own[0], nameEn: own[1] };
  return { skill, code, nameZh: wordFor(code, "zh-CN"), nameEn: wordFor(code, "en") };
}

export const specialisms: readonly Specialism[] = [
  ...tutoringCodes().map((code) => named("tutoring", code)),
  ...approaches.map((code) => named("psychology", code)),
  ...languagePairs.map((code) => named("translation", code)),
].map((one, index) => ({ ...one, id: index + 1 }));

const specialismIds = new Map(specialisms.map(({ code, id }) => [code, id]));
export const specialismId = (code: string): number => specialismIds.get(code)!;
