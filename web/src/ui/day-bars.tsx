import type { CSSProperties } from "react";
import styles from "./day-bars.module.css";

/** How many serve in each of the day's 24 hours. `label` says it for screen readers. */
export function DayBars({
  label,
  hours,
}: {
  label: string;
  hours: readonly { hour: number; value: number; label: string; now?: boolean; need?: boolean }[];
}) {
  const top = Math.max(1, ...hours.map((hour) => hour.value));
  return (
    <>
      <ol className={styles.bars} aria-label={label}>
        {hours.map((hour) => (
          <li key={hour.hour} data-now={hour.now ? "" : undefined} data-need={hour.need ? "" : undefined}>
            <span className="vh">{hour.label}</span>
            <i style={{ "--h": `${8 + (90 * hour.value) / top}%` } as CSSProperties} />
          </li>
        ))}
      </ol>
      <div className="row row-between tiny muted num" aria-hidden="true">
        {["00", "06", "12", "18", "24"].map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
    </>
  );
}
