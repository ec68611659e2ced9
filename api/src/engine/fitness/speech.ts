import type { Instant } from "../../kernel/interval.ts";
import type { Locale } from "../../kernel/reason.ts";
import { wordFor } from "./words.ts";

/** How a value of a fact is said in one language. */
export interface Speech {
  /** The name of a code: a skill, specialism, credential, language, district. */
  name(code: string): string;
  names(codes: readonly string[]): string;
  /** 5小时30分钟 · 5 h 30 min */
  span(minutes: number): string;
  /** 11月28日周六20:00 · Sat 28 Nov 20:00 */
  time(at: Instant, zone: string): string;
  /** 11月28日 · 28 Nov 2026, with the year where it matters */
  date(at: Instant, zone: string): string;
}

/** Names that the product keeps as data (districts, courses); undefined leaves it to the built-in words. */
export type Naming = (code: string, locale: Locale) => string | undefined;

export function speech(locale: Locale, naming: Naming = () => undefined): Speech {
  const name = (code: string) => naming(code, locale) ?? wordFor(code, locale);
  const chinese = locale === "zh-CN";
  return {
    name,
    names: (codes) => codes.map(name).join(chinese ? "、" : ", "),
    span: chinese ? spanInChinese : spanInEnglish,
    time: (at, zone) => {
      const p = wallParts(at, zone, locale);
      return chinese
        ? `${p.month}月${p.day}日${p.weekday}${p.hour}:${p.minute}`
        : `${p.weekday} ${p.day} ${p.month} ${p.hour}:${p.minute}`;
    },
    date: (at, zone) => {
      const p = wallParts(at, zone, locale);
      return chinese ? `${p.year}年${p.month}月${p.day}日` : `${p.day} ${p.month} ${p.year}`;
    },
  };
}

const spanInChinese = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}分钟`;
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分钟`;
};

const spanInEnglish = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};

const formats = new Map<string, Intl.DateTimeFormat>();

function wallParts(at: Instant, timeZone: string, locale: Locale): Record<string, string> {
  const key = `${locale} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
      timeZone,
      year: "numeric",
      month: locale === "en" ? "short" : "numeric",
      day: "numeric",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formats.set(key, format);
  }
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at))
    parts[type] = type === "weekday" ? value : value.replace(/[年月日]$/, "");
  return parts;
}
