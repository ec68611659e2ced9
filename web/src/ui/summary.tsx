import type { ReactNode } from "react";
import styles from "./summary.module.css";

export type SummaryLine = {
  key: string;
  term: ReactNode;
  value: ReactNode;
  note?: ReactNode /** A link back to the step; name the term in it for screen readers. */;
  change?: ReactNode;
};

/** The answers before they are sent, each one step away from being changed. */
export function Summary({ lines }: { lines: readonly SummaryLine[] }) {
  return (
    <dl className={styles.summary}>
      {lines.map((line) => (
        <div key={line.key}>
          <dt>{line.term}</dt>
          <dd>
            <span>{line.value}</span>
            {line.note && <small>{line.note}</small>}
          </dd>
          {line.change && <dd>{line.change}</dd>}
        </div>
      ))}
    </dl>
  );
}
