import type { CSSProperties, ReactNode } from "react";
import styles from "./meter.module.css";

const share = (part: number, whole: number) => ({ "--v": `${whole > 0 ? (100 * part) / whole : 0}%` }) as CSSProperties;

/** How much of a limit is used, and how much more the present pick would use (hatched). The words carry the numbers. */
export function Meter(props: { label: ReactNode; words: ReactNode; value: number; more?: number; limit: number }) {
  return (
    <div className={styles.meter}>
      <div className={styles.top}>
        <span>{props.label}</span>
        <b>{props.words}</b>
      </div>
      <div className={styles.bar} aria-hidden="true">
        <i style={share(props.value, props.limit)} />
        {props.more ? <i style={share(props.more, props.limit)} /> : null}
      </div>
    </div>
  );
}
