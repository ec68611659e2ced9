import { type CSSProperties, type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import styles from "./wait.module.css";

const at = (value: number, top: number) => `${Math.min(100, (100 * value) / top)}%`;

/** A label needs about a fifth of the scale on a phone: the first gives way to one that is nearer. */
const apart = <Tick extends { at: number }>(ticks: readonly Tick[], top: number): readonly Tick[] =>
  ticks[1] && ticks[0] && (ticks[1].at - ticks[0].at) / top < 0.22 ? ticks.slice(1) : ticks;

/** An expected wait: the median and its spread on one scale, never one promised number. All values in the same unit. */
export function Wait(props: {
  title: ReactNode;
  /** The same in a sentence; the drawing is hidden from screen readers. */
  sentence: ReactNode;
  source?: ReactNode;
  from: number;
  median: number;
  to: number;
  ticks: readonly { at: number; label: string }[];
}) {
  const heading = useId();
  const top = Math.max(props.to, ...props.ticks.map((tick) => tick.at));
  return (
    <section className={cx("card", styles.wait)} aria-labelledby={heading}>
      <h2 id={heading}>{props.title}</h2>
      <p>{props.sentence}</p>
      <div aria-hidden="true">
        <div className={styles.scale}>
          <i style={{ "--from": at(props.from, top), "--to": at(props.to, top) } as CSSProperties} />
          <em style={{ "--at": at(props.median, top) } as CSSProperties} />
        </div>
        <div className={styles.ticks}>
          {apart(props.ticks, top).map((tick) => (
            <span
              key={tick.at}
              data-start={tick.at === 0 ? "" : undefined}
              style={{ "--at": at(tick.at, top) } as CSSProperties}
            >
              {tick.label}
            </span>
          ))}
        </div>
      </div>
      {props.source && <p className="tiny muted">{props.source}</p>}
    </section>
  );
}
