import type { ReactNode } from "react";
import styles from "./track.module.css";

export type TrackStep = {
  key: string;
  state: "done" | "current" | "next";
  title: ReactNode;
  time?: ReactNode;
  children?: ReactNode;
};

/** How far a request has come. The line is drawn as well as said: filled = done, ring = now, dashed = to come. */
export function Track({ label, steps }: { label: string; steps: readonly TrackStep[] }) {
  return (
    <ol className={styles.track} aria-label={label}>
      {steps.map(({ key, state, title, time, children }) => (
        <li
          key={key}
          data-state={state === "done" ? "done" : undefined}
          aria-current={state === "current" ? "step" : undefined}
        >
          <div>
            {state === "next" ? <span className="muted">{title}</span> : <b>{title}</b>}{" "}
            {time && <span className="muted num">{time}</span>}
            {children && <div>{children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
