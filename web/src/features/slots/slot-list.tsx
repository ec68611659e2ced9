import { day as dayWords, hours } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { isTakeable } from "./slot.ts";
import type { SlotsViewProps } from "./slot-grid.tsx";
import { SlotOf } from "./slot-of.tsx";
import styles from "./slots.module.css";
import { startOf } from "./week.ts";

/** The same week read from top to bottom; what is over is left out. */
export function SlotList({ week, table, picking, now, acts }: SlotsViewProps) {
  const { t, locale } = useWords();
  return (
    <div className="stack">
      {week.days.map((day) => {
        const slots = table.on(day).filter(({ endsAt }) => Date.parse(endsAt) > now);
        if (slots.length === 0) return null;
        const count = slots.filter((slot) => isTakeable(slot, now)).length;
        return (
          <section key={day} className="card stack stack-2" aria-labelledby={`day-${day}`}>
            <h3 id={`day-${day}`}>{t("slots.list.day", { day: dayWords(startOf(day), locale), count })}</h3>
            <ul className={styles.list}>
              {slots.map((slot) => (
                <li key={slot.id}>
                  <span className="num small">{hours(slot.startsAt, slot.endsAt, locale)}</span>
                  <SlotOf slot={slot} picking={picking} now={now} acts={acts} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
