import { useWords } from "../../lib/words.ts";
import styles from "./requests.module.css";
import {
  bandHours,
  bands,
  type Cell,
  cellOf,
  cellsOfBand,
  cellsOfDay,
  toggled,
  weekdayName,
  weekdays,
} from "./week.ts";

/** A week of native checkboxes. A header ticks its whole row or column. */
export function WeekTable({ chosen, onChange }: { chosen: readonly Cell[]; onChange: (cells: Cell[]) => void }) {
  const { t, locale } = useWords();
  const header = (label: string, name: string, cells: readonly Cell[]) => (
    <button type="button" aria-label={name} onClick={() => onChange(toggled(chosen, cells))}>
      {label}
    </button>
  );
  return (
    <table className={styles.week}>
      <caption className="vh">{t("requests.week")}</caption>
      <thead>
        <tr>
          <td />
          {weekdays.map((day) => {
            const name = weekdayName(day, locale);
            return (
              <th key={day} scope="col">
                {header(name, t("requests.week.day", { day: name }), cellsOfDay(day))}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {bands.map((hour) => (
          <tr key={hour}>
            <th scope="row">
              {header(bandHours(hour), t("requests.week.band", { hours: bandHours(hour) }), cellsOfBand(hour))}
            </th>
            {weekdays.map((day) => {
              const cell = cellOf(day, hour);
              return (
                <td key={day}>
                  <label>
                    <input
                      type="checkbox"
                      checked={chosen.includes(cell)}
                      aria-label={`${weekdayName(day, locale)} ${bandHours(hour)}`}
                      onChange={() => onChange(toggled(chosen, [cell]))}
                    />
                  </label>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
