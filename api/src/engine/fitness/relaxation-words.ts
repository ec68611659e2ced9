import type { Locale } from "../../kernel/reason.ts";
import { shortSentence } from "./sentence.ts";
import { type Naming, speech } from "./speech.ts";
import type { Relaxation } from "./why-nobody.ts";

/** 若周六也可以，有3人合适 · With Saturday allowed, 3 people fit */
export function relaxationWords(it: Relaxation, locale: Locale, naming?: Naming): string {
  const count = it.personIds.length;
  return locale === "en"
    ? `${inEnglish(it, naming)}, ${count === 1 ? "1 person fits" : `${count} people fit`}`
    : `${inChinese(it, naming)}，有${count}人合适`;
}

function inChinese({ kind, value, reason }: Relaxation, naming?: Naming): string {
  const say = speech("zh-CN", naming);
  switch (kind) {
    case "hours":
      return "若当天8点至21点都可以";
    case "weekday":
      return `若周${"一二三四五六日"[Number(value) - 1]}也可以`;
    case "language":
      return `若不要求会${say.name(value)}`;
    case "gender":
      return `若不限${say.name(value)}`;
    case "sessions":
      return `若改为每周${value}次`;
    case "mode":
      return `若改为${say.name(value)}`;
    case "exception":
      return `若对“${reason ? shortSentence(reason, "zh-CN", naming) : value}”破例`;
  }
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function inEnglish({ kind, value, reason }: Relaxation, naming?: Naming): string {
  const say = speech("en", naming);
  switch (kind) {
    case "hours":
      return "With any hour from 8:00 to 21:00 on those days";
    case "weekday":
      return `With ${weekdays[Number(value) - 1]} allowed`;
    case "language":
      return `Without asking for ${say.name(value)}`;
    case "gender":
      return `If it need not be ${say.name(value)}`;
    case "sessions":
      return `With ${value} a week instead`;
    case "mode":
      return `If done ${say.name(value)}`;
    case "exception":
      return `With an exception for "${reason ? shortSentence(reason, "en", naming) : value}"`;
  }
}
