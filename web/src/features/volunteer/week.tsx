import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { clock, dayKey, dayNumber, weekdayLetter } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { type DayMark, Days } from "../../ui/volunteer.tsx";
import { DAY, startOfWeek } from "./calendar.ts";
import type { Duty } from "./duty.ts";
import type { OfferCardFragment } from "./offer-card.generated.ts";

/** Monday to Sunday: what is certain, and what waits for an answer. */
export function Week({
  now,
  duties,
  offers,
}: {
  now: number;
  duties: readonly Duty[];
  offers: readonly OfferCardFragment[];
}) {
  const { t, locale } = useWords();
  const heading = useId();
  const monday = startOfWeek(now);
  const marks = [
    ...duties.map(({ startsAt }) => ({ startsAt, kind: "shift" as const })),
    ...offers.flatMap(({ startsAt, state }) =>
      startsAt ? [{ startsAt, kind: state === "OFFERED" ? ("offer" as const) : ("shift" as const) }] : [],
    ),
  ];
  /** Offers at the same hour are one mark: only one of them can be accepted. */
  const marksOn = (key: string): DayMark[] => {
    const those = marks
      .filter(({ startsAt }) => dayKey(startsAt) === key)
      .map(({ startsAt, kind }) => ({ kind, text: clock(startsAt, locale), label: t(`volunteer.mark.${kind}`) }));
    return [...new Map(those.map((mark) => [mark.kind + mark.text, mark])).values()].sort((one, other) =>
      one.text.localeCompare(other.text),
    );
  };
  const days = Array.from({ length: 7 }, (_, index) => {
    const at = monday + index * DAY;
    const key = dayKey(at);
    return {
      key,
      weekday: weekdayLetter(at, locale),
      number: dayNumber(at),
      today: key === dayKey(now),
      marks: marksOn(key),
    };
  });
  return (
    <section aria-labelledby={heading}>
      <div className="section">
        <h2 id={heading}>{t("volunteer.week")}</h2>
        <Link to="/schedule">{t("volunteer.all-days")}</Link>
      </div>
      <Days label={t("volunteer.week")} days={days} />
    </section>
  );
}
