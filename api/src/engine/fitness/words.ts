import { districtName } from "../../kernel/districts.ts";
import type { Locale } from "../../kernel/reason.ts";

type Pair = readonly [zh: string, en: string];

/** Names of the codes that the rules themselves know; all others come from the product's data (`Naming`). */
const words: Readonly<Record<string, Pair>> = {
  psychological_counsellor: ["心理咨询师资格", "counselling licence"],
  background_check: ["无犯罪记录证明", "background check"],
  tutoring: ["学业辅导", "tutoring"],
  psychology: ["心理支持", "psychological support"],
  translation: ["翻译", "translation"],
  companionship: ["陪伴", "companionship"],
  errand: ["代办代购", "errands"],
  interest_class: ["兴趣课", "interest classes"],
  household_help: ["家务协助", "household help"],
  meal_delivery: ["送餐", "meal delivery"],
  disinfection: ["消毒", "disinfection"],
  temperature_check: ["测温", "temperature checks"],
  information_registration: ["信息登记", "registration"],
  order_keeping: ["秩序维护", "keeping order"],
  health_education: ["健康宣教", "health education"],
  transport: ["接送", "transport"],
  on_site: ["到现场", "on site"],
  online: ["线上", "online"],
  phone: ["电话", "by phone"],
  female: ["女性", "a woman"],
  male: ["男性", "a man"],
  chinese: ["语文", "Chinese"],
  math: ["数学", "mathematics"],
  english: ["英语", "English"],
  physics: ["物理", "physics"],
  chemistry: ["化学", "chemistry"],
  biology: ["生物", "biology"],
  history: ["历史", "history"],
  geography: ["地理", "geography"],
  politics: ["道德与法治", "civics"],
  music: ["音乐", "music"],
  art: ["美术", "art"],
  hotline: ["热线服务", "hotline service"],
  protection: ["防护知识", "protection against infection"],
  zh: ["普通话", "Mandarin"],
  en: ["英语", "English"],
  yue: ["粤语", "Cantonese"],
  ja: ["日语", "Japanese"],
  ko: ["韩语", "Korean"],
  fr: ["法语", "French"],
  de: ["德语", "German"],
  es: ["西班牙语", "Spanish"],
  ru: ["俄语", "Russian"],
  ar: ["阿拉伯语", "Arabic"],
  sign: ["手语", "sign language"],
};

const stages: Readonly<Record<string, Pair>> = {
  kindergarten: ["幼儿园", "kindergarten"],
  primary: ["小学", "primary"],
  junior: ["初中", "junior high"],
  senior: ["高中", "senior high"],
};
const numerals = ["", "一", "二", "三", "四", "五", "六"];

/** The name of a code; a code without one is said as it is written, so that nobody sees a blank. */
export function wordFor(code: string, locale: Locale): string {
  const known = words[code];
  if (known) return known[locale === "en" ? 1 : 0];
  if (code.includes("/")) return subjectAndGrade(code, locale);
  if (code.includes(">")) return languagePair(code, locale);
  if (code.startsWith("training:")) return wordFor(code.slice("training:".length), locale);
  return districtName(code, locale) ?? code.replaceAll("_", " ");
}

function subjectAndGrade(code: string, locale: Locale): string {
  const [subject = "", grades = ""] = code.split("/");
  const named = (wholeStage(grades) ?? grades.split("..")).map((grade) => gradeName(grade, locale));
  return locale === "en"
    ? `${wordFor(subject, locale)}, ${named.join(" to ")}`
    : `${named.join("至")}${wordFor(subject, locale)}`;
}

/** From its first year to its last a stage is called by its own name. */
function wholeStage(grades: string): readonly string[] | undefined {
  const [, first, last, year] = /^([a-z]+)1\.\.([a-z]+)(\d)$/.exec(grades) ?? [];
  return first && first === last && year === lastYear[first] ? [first] : undefined;
}
const lastYear: Readonly<Record<string, string>> = { primary: "6", junior: "3", senior: "3" };

/** 初二 · junior high 2 */
export function gradeName(grade: string, locale: Locale): string {
  const [, stage = "", year = ""] = /^([a-z]+)(\d)?$/.exec(grade) ?? [];
  const pair = stages[stage];
  if (!pair) return grade;
  if (locale === "en") return `${pair[1]} ${year}`.trim();
  if (!year) return pair[0];
  return stage === "primary" ? `小学${numerals[Number(year)]}年级` : `${pair[0][0]}${numerals[Number(year)]}`;
}

function languagePair(code: string, locale: Locale): string {
  const both = code.includes("<>");
  const [from = "", to = ""] = code.split(both ? "<>" : ">");
  const arrow = locale === "en" ? (both ? " and " : " to ") : both ? "与" : "译";
  return `${wordFor(from, locale)}${arrow}${wordFor(to, locale)}`;
}
