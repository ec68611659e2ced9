import type { Locale } from "./preferences.ts";

/** The zone of every site of this city. Said once on a screen (`app.zone`), never the browser's own. */
export const ZONE = "Asia/Shanghai";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Instant = number | string | Date;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: ZONE,
    hourCycle: "h23",
    ...options,
  });
  formats.set(key, made);
  return made;
}

/** `20:00` */
export function clock(at: Instant, locale: Locale): string {
  return format(locale, { hour: "2-digit", minute: "2-digit" }).format(new Date(at));
}

/** `20:14:07` */
export function clockWithSeconds(at: Instant, locale: Locale): string {
  return format(locale, { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(new Date(at));
}

/** `周三`, `Wed` */
export function weekday(at: Instant, locale: Locale): string {
  return format(locale, { weekday: "short" }).format(new Date(at));
}

/** `三`, `W` */
export function weekdayLetter(at: Instant, locale: Locale): string {
  return format(locale, { weekday: "narrow" }).format(new Date(at));
}

/** `11月25日`, `25 Nov` */
export function monthDay(at: Instant, locale: Locale): string {
  return format(locale, { day: "numeric", month: locale === "en" ? "short" : "long" }).format(new Date(at));
}

/** `25` */
export function dayNumber(at: Instant): number {
  return Number(dayKey(at).slice(8));
}

/** `11月25日 周三`, `Wed 25 Nov` */
export function day(at: Instant, locale: Locale): string {
  return locale === "en"
    ? `${weekday(at, locale)} ${monthDay(at, locale)}`
    : `${monthDay(at, locale)} ${weekday(at, locale)}`;
}

/** `20:00–22:00`; midnight at the end is 24:00, a later end says how many days on: `22:00–02:00 +1`. */
export function hours(start: Instant, end: Instant, locale: Locale): string {
  const nights = Math.round((Date.parse(dayKey(end)) - Date.parse(dayKey(start))) / DAY);
  const to = clock(end, locale);
  if (nights === 0) return `${clock(start, locale)}–${to}`;
  return nights === 1 && to === "00:00" ? `${clock(start, locale)}–24:00` : `${clock(start, locale)}–${to} +${nights}`;
}

/** `11月25日 周三 20:00–22:00`, `Wed 25 Nov, 20:00–22:00` */
export function span(start: Instant, end: Instant, locale: Locale): string {
  return `${day(start, locale)}${locale === "en" ? ", " : " "}${hours(start, end, locale)}`;
}

/** `11月23日–29日`, `23–29 Nov`; over a month's end `11月30日–12月6日`, `30 Nov – 6 Dec`. Both days belong to it. */
export function dayRange(first: Instant, last: Instant, locale: Locale): string {
  const [from, to] = [monthDay(first, locale), monthDay(last, locale)];
  const sameMonth = dayKey(first).slice(0, 7) === dayKey(last).slice(0, 7);
  if (locale === "en") return sameMonth ? `${dayNumber(first)}–${to}` : `${from} – ${to}`;
  return sameMonth ? `${from}–${to.replace(/^\d+\D/, "")}` : `${from}–${to}`;
}

/** `2026-11-25`, the date at the sites. */
export function dayKey(at: Instant): string {
  const parts = format("en", { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(new Date(at));
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** `46分钟后`, `in 46 minutes`; the largest unit that says enough. */
export function relative(at: Instant, now: Instant, locale: Locale): string {
  const away = new Date(at).getTime() - new Date(now).getTime();
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (Math.abs(away) < HOUR) return words.format(Math.round(away / MINUTE), "minute");
  if (Math.abs(away) < DAY) return words.format(Math.round(away / HOUR), "hour");
  return words.format(Math.round(away / DAY), "day");
}

/** `3小时12分钟`, `3 hr 12 min`; never below zero. */
export function duration(milliseconds: number, locale: Locale): string {
  const minutes = Math.max(0, Math.ceil(milliseconds / MINUTE));
  const unit = (value: number, name: "hour" | "minute") =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
  if (minutes < 60) return unit(minutes, "minute");
  const rest = minutes % 60;
  const parts =
    rest === 0
      ? [unit(Math.floor(minutes / 60), "hour")]
      : [unit(Math.floor(minutes / 60), "hour"), unit(rest, "minute")];
  return parts.join(locale === "en" ? " " : "");
}
