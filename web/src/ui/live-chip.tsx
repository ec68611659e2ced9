import type { ReactNode } from "react";
import styles from "./live-chip.module.css";

/** The state of the line. A status region: a screen reader hears when it changes. */
export function LiveChip({ state, children }: { state: "live" | "retry" | "off"; children: ReactNode }) {
  return (
    <span className={styles.live} data-state={state} role="status">
      {children}
    </span>
  );
}
