import { Check } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import styles from "./cover-strip.module.css";
import { Icon } from "./icon.tsx";

export type CoverHour = {
  /** 0–23, local to the site. */
  hour: number;
  filled: number;
  needed: number;
  /** Below the floor: an alarm, not merely short of wished. */
  gap?: boolean;
  past?: boolean;
  /** Full sentence for screen readers: "20:00, 6 of 8, 2 short". */
  label: string;
};

/** Today hour by hour. A bare number = fully covered, n/m = thin, −n = a gap. `now` = { hour, fraction of it, text }. */
export function CoverStrip(props: {
  label: string;
  hours: readonly CoverHour[];
  now?: { hour: number; at: number; text: string };
}) {
  return (
    <ol className={styles.cover} aria-label={props.label}>
      {props.hours.map((hour) => {
        const now = props.now?.hour === hour.hour ? props.now : undefined;
        const style = {
          "--h": `${hour.needed ? Math.min(100, (100 * hour.filled) / hour.needed) : 100}%`,
          "--now": `${(now?.at ?? 0) * 100}%`,
        };
        return (
          <li
            key={hour.hour}
            data-state={coverState(hour)}
            data-now={now ? "" : undefined}
            style={style as CSSProperties}
          >
            <span className="vh">{hour.label}</span>
            <span className={styles.bar} aria-hidden="true">
              <span className="num">{coverText(hour)}</span>
            </span>
            <span className={`${styles.hour} num`} aria-hidden="true">
              {now?.text ??
                (hour.hour % 2 === 0 && hour.hour !== (props.now?.hour ?? -9) + 1
                  ? String(hour.hour).padStart(2, "0")
                  : "")}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function coverState({ past, gap, filled, needed }: CoverHour): "past" | "gap" | "thin" | "ok" {
  if (past) return "past";
  if (gap) return "gap";
  return filled < needed ? "thin" : "ok";
}

function coverText(hour: CoverHour): string {
  const state = coverState(hour);
  if (state === "gap") return `−${hour.needed - hour.filled}`;
  return hour.filled < hour.needed ? `${hour.filled}/${hour.needed}` : String(hour.filled);
}

/** Gaps of the next seven days; a tick = none. */
export function WeekGaps({
  label,
  days,
}: {
  label: string;
  days: readonly { key: string; name: ReactNode; gaps: number; label: string }[];
}) {
  return (
    <ol className={styles.week} aria-label={label}>
      {days.map((day) => (
        <li key={day.key} data-need={day.gaps > 0 ? "" : undefined}>
          <span className="vh">{day.label}</span>
          <b className="num" aria-hidden="true">
            {day.gaps > 0 ? day.gaps : <Icon as={Check} />}
          </b>
          <span aria-hidden="true">{day.name}</span>
        </li>
      ))}
    </ol>
  );
}
