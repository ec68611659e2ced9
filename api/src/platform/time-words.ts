import type { Locale } from "../kernel/reason.ts";
import { dayOf, wallAt } from "../kernel/zone.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(at: Date, zone: string, locale: Locale): Record<string, string> {
  const key = `${locale} ${zone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "zh-CN", {
      timeZone: zone,
      month: locale === "en" ? "short" : "numeric",
      day: "numeric",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formats.set(key, format);
  }
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** 11月25日 周三 20:00 · Wed 25 Nov, 20:00 */
export function momentWords(at: Date, zone: string, locale: Locale): string {
  const p = parts(at, zone, locale);
  const clock = `${p.hour}:${p.minute}`;
  return locale === "en"
    ? `${p.weekday} ${p.day} ${p.month}, ${clock}`
    : `${p.month}月${p.day}日 ${p.weekday} ${clock}`;
}

/** 11月25日 周三 20:00–22:00 · Wed 25 Nov, 20:00–22:00 */
export function spanWords(startsAt: Date, endsAt: Date, zone: string, locale: Locale): string {
  const end = parts(endsAt, zone, locale);
  const clock = end.hour === "00" && end.minute === "00" ? "24:00" : `${end.hour}:${end.minute}`;
  return `${momentWords(startsAt, zone, locale)}–${clock}`;
}

/** 今晚 20:00–22:00 · Fri, 10:00–12:00: within the coming week without its date; any other day as `spanWords`. */
export function nearSpanWords(startsAt: Date, endsAt: Date, zone: string, locale: Locale, now: Date): string {
  const words = spanWords(startsAt, endsAt, zone, locale);
  const days = dayOf(wallAt(zone, startsAt.getTime())) - dayOf(wallAt(zone, now.getTime()));
  if (days < 0 || days > 6) return words;
  const { weekday, hour } = parts(startsAt, zone, locale);
  const name = nearDay(days, Number(hour) >= 18, locale) ?? weekday;
  const clock = words.slice(words.lastIndexOf(" ") + 1);
  return locale === "en" ? `${name}, ${clock}` : `${name} ${clock}`;
}

function nearDay(days: number, isEvening: boolean, locale: Locale): string | undefined {
  const english = locale === "en";
  if (days === 0) return isEvening ? (english ? "Tonight" : "今晚") : english ? "Today" : "今天";
  if (days === 1) return english ? "Tomorrow" : "明天";
  return undefined;
}

/** 46 分钟 · 11 小时 · 3 天, rounded down. */
export function durationWords(ms: number, locale: Locale): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const [count, zh, en] =
    minutes < 90
      ? [minutes, "分钟", "min"]
      : minutes < 48 * 60
        ? [Math.floor(minutes / 60), "小时", "h"]
        : [Math.floor(minutes / 1_440), "天", "days"];
  return locale === "en" ? `${count} ${en}` : `${count}${zh}`;
}
