import type { Locale } from "../kernel/reason.ts";

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
