import type { CSSProperties, ReactNode } from "react";
import styles from "./score.module.css";

const width = (value: number, top: number) => ({ "--w": `${top > 0 ? (100 * value) / top : 0}%` }) as CSSProperties;

/** What a pair costs, part by part: to the left = speaks for it (negative), to the right hatched = against. */
export function Parts({ parts }: { parts: readonly { key: string; label: string; cost: number }[] }) {
  const top = 2 * Math.max(10, ...parts.map((part) => Math.abs(part.cost)));
  return (
    <dl className={styles.parts}>
      {parts.map(({ key, label, cost }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <span className={styles.axis} aria-hidden="true">
              {cost !== 0 && (
                <i
                  data-good={cost < 0 ? "" : undefined}
                  data-bad={cost > 0 ? "" : undefined}
                  style={width(Math.abs(cost), top)}
                />
              )}
            </span>
            <span className={`${styles.value} num`}>{signed(cost)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function signed(cost: number): string {
  if (cost === 0) return "0";
  return `${cost < 0 ? "−" : "+"}${Math.abs(cost)}`;
}

/** How many were left after each rule; the rule that left nobody is the cut. */
export function Funnel({ steps }: { steps: readonly { key: string; label: string; left: number }[] }) {
  const top = Math.max(1, ...steps.map((step) => step.left));
  const cut = steps.findIndex((step) => step.left === 0);
  return (
    <ol className={styles.funnel}>
      {steps.map(({ key, label, left }, index) => (
        <li key={key} data-cut={index === cut ? "" : undefined}>
          <span>{label}</span>
          <span className={styles.left} aria-hidden="true">
            <i style={width(left, top)} />
          </span>
          <span className={`${styles.value} num`}>{left}</span>
        </li>
      ))}
    </ol>
  );
}

/** The cheapest rule to bend, how many it would bring, and the button that asks. */
export function Relax({ title, children, action }: { title: ReactNode; children: ReactNode; action: ReactNode }) {
  return (
    <div className={styles.relax}>
      <p>
        <small>{title}</small>
        <b>{children}</b>
      </p>
      {action}
    </div>
  );
}
