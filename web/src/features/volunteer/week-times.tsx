import { X } from "lucide-react";
import { useId } from "react";
import { minuteClock, minuteSpan, type Weekly, weekdayName, weeklyWords } from "../../lib/weekly-words.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { bands, cellKey, columnKeys, rowKeys, type Ticked, toggle, toggleAll, weekdays } from "./bands.ts";
import styles from "./volunteer.module.css";

type Times = { ticked: Ticked; rest: readonly Weekly[] };

/** Seven days by nine bands. A day's or a band's name ticks all of it. */
export function WeekTimes({ ticked, rest, onChange }: Times & { onChange: (times: Partial<Times>) => void }) {
  const { t, locale } = useWords();
  const heading = useId();
  const toggleKeys = (keys: readonly string[]) => onChange({ ticked: toggleAll(ticked, keys) });
  return (
    <section className="stack stack-3" aria-labelledby={heading}>
      <div>
        <h2 id={heading}>{t("volunteer.times")}</h2>
        <p className="small muted">
          {t("volunteer.times.hint")} {t("app.zone")}
        </p>
      </div>
      <div className={`card ${styles.times}`}>
        <table>
          <caption className="vh">{t("volunteer.times")}</caption>
          <thead>
            <tr>
              <td />
              {weekdays.map((weekday) => (
                <th key={weekday} scope="col">
                  <button
                    type="button"
                    aria-label={t("volunteer.times.all", { what: weekdayName(weekday, locale) })}
                    onClick={() => toggleKeys(columnKeys(weekday))}
                  >
                    {weekdayName(weekday, locale)}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bands.map(([from, to], band) => (
              <tr key={from}>
                <th scope="row">
                  <button
                    type="button"
                    className="num"
                    aria-label={t("volunteer.times.all", { what: minuteSpan(from, to) })}
                    onClick={() => toggleKeys(rowKeys(band))}
                  >
                    {minuteClock(from)}–<wbr />
                    {minuteClock(to)}
                  </button>
                </th>
                {weekdays.map((weekday) => {
                  const key = cellKey(weekday, band);
                  return (
                    <td key={key}>
                      <label className={styles.box}>
                        <span className="vh">{`${weekdayName(weekday, locale)} ${minuteSpan(from, to)}`}</span>
                        <input
                          type="checkbox"
                          checked={ticked.has(key)}
                          onChange={() => onChange({ ticked: toggle(ticked, key) })}
                        />
                      </label>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest.length > 0 && (
        <div className="stack stack-2">
          <p className="small muted">{t("volunteer.times.rest")}</p>
          <ul className="row">
            {rest.map((window) => (
              <li key={`${window.weekday}-${window.fromMinute}`}>
                <Button
                  small
                  aria-label={t("volunteer.remove", { what: weeklyWords([window], locale) })}
                  onClick={() => onChange({ rest: rest.filter((other) => other !== window) })}
                >
                  <span className="num">{weeklyWords([window], locale)}</span>
                  <Icon as={X} />
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
