import { type CSSProperties, type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import styles from "./wait.module.css";

const at = (value: number, top: number) => `${Math.min(100, (100 * value) / top)}%`;

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
          {props.ticks.map((tick) => (
            <span key={tick.at} style={{ "--at": at(tick.at, top) } as CSSProperties}>
              {tick.label}
            </span>
          ))}
        </div>
      </div>
      {props.source && <p className="tiny muted">{props.source}</p>}
    </section>
  );
}
