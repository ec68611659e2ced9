import type { ReactNode } from "react";
import styles from "./feed.module.css";

/** What happened, newest first. A log, muted for screen readers: the screen's LiveRegion says what matters. */
export function Feed({
  label,
  entries,
}: {
  label: string;
  entries: readonly { key: string; time: string; text: ReactNode; fresh?: boolean }[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className={styles.log} role="log" aria-label={label} aria-live="off" tabIndex={0}>
      <ol className={styles.feed}>
        {entries.map((entry) => (
          <li key={entry.key} data-key={entry.key} data-new={entry.fresh ? "" : undefined}>
            <time>{entry.time}</time>
            <span>{entry.text}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
