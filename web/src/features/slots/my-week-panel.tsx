import { dayKey, dayNumber, hours, span, weekday } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Meter } from "../../ui/meter.tsx";
import { dutyOf, hoursOf, lengthOf, shiftsOf } from "./my-week.ts";
import type { Slot } from "./slot.ts";
import type { MyWeekQuery } from "./slots.generated.ts";
import styles from "./slots.module.css";
import type { Place } from "./slots-week.tsx";
import type { Week } from "./week.ts";

/** The person's shifts of the shown week, at every site, and how much of their own limit that is. */
export function MyWeek(props: {
  mine: MyWeekQuery;
  week: Week;
  choice: Slot | undefined;
  now: number;
  onRelease: (place: Place) => void;
}) {
  const { t, locale } = useWords();
  const { mine, choice, now } = props;
  const own = shiftsOf(mine);
  const duty = dutyOf(mine);
  const more = choice ? lengthOf(choice) / 60_000 : 0;
  const current = props.week.days.includes(dayKey(now));
  const hourWords = { hours: hoursOf(duty.minutes), limit: hoursOf(duty.limit), more: hoursOf(more) };
  return (
    <section className="card stack">
      <h2>{t(current ? "slots.mine.title" : "slots.mine.title.other")}</h2>
      <p className="row row-between small">
        <span>{t("slots.mine.shifts")}</span>
        <b className="num">
          {t(choice ? "slots.mine.shifts.more" : "slots.mine.shifts.words", { count: duty.shifts, more: 1 })}
        </b>
      </p>
      <Meter
        label={t("slots.mine.hours")}
        words={t(choice ? "slots.mine.hours.more" : "slots.mine.hours.words", hourWords)}
        value={duty.minutes}
        more={more}
        limit={duty.limit}
      />
      {own.length === 0 && <p className="small muted">{t("slots.mine.none")}</p>}
      <ul className={`stack stack-1 small ${styles.own}`}>
        {own.map((shift) => (
          <li key={shift.assignment} className="row row-between">
            <time dateTime={shift.startsAt} title={shift.title}>
              {weekday(shift.startsAt, locale)} {dayNumber(shift.startsAt)}
              {t("slots.mine.day")}
              {hours(shift.startsAt, shift.endsAt, locale)}
            </time>
            {shift.releasing && <span className="muted">{t("slots.releasing.short")}</span>}
            {!shift.releasing && Date.parse(shift.startsAt) > now && (
              <Button
                tone="quiet"
                small
                aria-label={t("slots.release.of", { when: span(shift.startsAt, shift.endsAt, locale) })}
                onClick={() => props.onRelease(shift)}
              >
                {t("slots.release")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="tiny muted">{t("slots.release.note")}</p>
    </section>
  );
}
