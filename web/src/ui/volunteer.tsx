import { HeartHandshake } from "lucide-react";
import { type CSSProperties, type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import { type Tick, Ticks } from "./ticks.tsx";
import styles from "./volunteer.module.css";

/** The next shift on the one large pine ground. `action` = one Button (check in, check out, or closed until a time). */
export function NextShift(props: {
  title: ReactNode;
  /** "in 46 minutes". */
  until: ReactNode;
  time: ReactNode;
  place: ReactNode;
  action: ReactNode;
  who?: ReactNode;
  /** Call, cannot come: links or plain buttons. */
  links?: ReactNode;
}) {
  const heading = useId();
  return (
    <section className={styles.next} aria-labelledby={heading}>
      <div className="row row-between">
        <h2 id={heading}>{props.title}</h2>
        <span className="small">
          <b>{props.until}</b>
        </span>
      </div>
      <p className={cx(styles.time, "num")}>{props.time}</p>
      <p>{props.place}</p>
      <div className={styles.action}>{props.action}</div>
      {(props.who || props.links) && (
        <div className={styles.who}>
          <span>{props.who}</span>
          <span className={styles.links}>{props.links}</span>
        </div>
      )}
    </section>
  );
}

/** An offer that runs out. Declining is as easy as accepting. */
export function Offer(props: {
  countdown: ReactNode;
  title: ReactNode;
  note?: ReactNode;
  ticks: readonly Tick[];
  accept: ReactNode;
  decline: ReactNode;
  problem?: ReactNode;
}) {
  return (
    <article className={cx("card", styles.offer)}>
      {props.countdown}
      <div className={styles.body}>
        <div>
          <h3>{props.title}</h3>
          {props.note && <p className="small muted">{props.note}</p>}
        </div>
        <Ticks ticks={props.ticks} />
        {props.problem}
        <div className={styles.answer}>
          {props.accept}
          {props.decline}
        </div>
      </div>
    </article>
  );
}

/** Time left, in words; the bar is what remains (0–1). `soon` turns it to clay. */
export function Countdown(props: { left: ReactNode; until: ReactNode; share: number; soon?: boolean }) {
  return (
    <div className={styles.countdown} data-soon={props.soon ? "" : undefined}>
      <div>
        <b>{props.left}</b>
        <span className="num">{props.until}</span>
      </div>
      <div className={styles.left} aria-hidden="true">
        <i style={{ "--v": `${100 * Math.min(1, Math.max(0, props.share))}%` } as CSSProperties} />
      </div>
    </div>
  );
}

/** Taken by someone else while one looked: it does not vanish, it says so and thanks. */
export function Gone({ children }: { children: ReactNode }) {
  return (
    <p className={styles.gone}>
      <Icon as={HeartHandshake} />
      <span>{children}</span>
    </p>
  );
}

export type DayMark = { kind: "shift" | "offer"; text: string /** "on duty", "to answer". */; label: string };

/** Seven days with their first commitment each. */
export function Days(props: {
  label: string;
  days: readonly { key: string; weekday: string; number: number; today?: boolean; marks: readonly DayMark[] }[];
}) {
  return (
    <ol className={cx("card", styles.days)} aria-label={props.label}>
      {props.days.map((day) => (
        <li key={day.key} data-today={day.today ? "" : undefined}>
          <span>{day.weekday}</span>
          <b>{day.number}</b>
          {day.marks.length === 0 && <span aria-hidden="true">·</span>}
          {day.marks.map((mark) => (
            <span
              key={mark.text + mark.kind}
              className={cx(mark.kind === "shift" ? styles.shift : styles.pending, "num")}
            >
              <span className="vh">{mark.label}</span>
              {mark.text}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** Three figures side by side. */
export function Stats({
  stats,
}: {
  stats: readonly { key: string; term: ReactNode; value: ReactNode; unit?: ReactNode }[];
}) {
  return (
    <dl className={styles.stats}>
      {stats.map(({ key, term, value, unit }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd className="num">
            {value}
            {unit && <small>{unit}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
