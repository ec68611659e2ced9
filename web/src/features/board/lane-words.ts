import type { Locale } from "../../lib/preferences.ts";
import { hours } from "../../lib/time.ts";
import type { Say } from "../../lib/words.ts";
import type { TimelineBar, TimelineRow } from "../../ui/timeline-rows.ts";
import type { Lane, Seat } from "./lanes.ts";

const MINUTE = 60_000;

/** Lanes as the timeline and its table show them, in the viewer's language. */
export function rowsOf(lanes: readonly Lane[], t: Say, locale: Locale, now: number): TimelineRow[] {
  return lanes.map((lane) => {
    const label = lane.of > 1 ? `${lane.name} ${lane.place}` : lane.name;
    return { key: lane.key, label, bars: lane.seats.map((seat) => barOf(seat, label, t, locale, now)) };
  });
}

function barOf(seat: Seat, lane: string, t: Say, locale: Locale, now: number): TimelineBar {
  const text = textOf(seat, t, now);
  const state = t(`board.bar.${seat.state}`);
  const label = [lane, hours(seat.start, seat.end, locale), text, state]
    .filter(Boolean)
    .join(locale === "en" ? ", " : "，");
  return { key: seat.key, state: seat.state, start: seat.start, end: seat.end, text, label };
}

function textOf({ kind, person, answerBy }: Seat, t: Say, now: number): string {
  if (kind === "gap") return t("board.short", { count: 1 });
  if (kind === "offered" && answerBy) return t("board.waiting", { name: person, minutes: minutesUntil(answerBy, now) });
  if (kind === "applied") return t("board.applied", { name: person });
  return kind === "releasing" ? t("board.releasing", { name: person }) : person;
}

const minutesUntil = (at: string, now: number): number => Math.max(0, Math.ceil((Date.parse(at) - now) / MINUTE));
