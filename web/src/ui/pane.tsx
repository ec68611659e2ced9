import type { ReactNode } from "react";
import styles from "./pane.module.css";

/** The head of one pane of a dense screen. `children` follow the title; give `.end` to what sits at the far side. */
export function PaneHead(props: {
  id?: string;
  title: ReactNode;
  note?: ReactNode;
  tall?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={styles.head} data-tall={props.tall ? "" : undefined}>
      {props.tall ? (
        <div className="grow">
          <h2 id={props.id} tabIndex={-1}>
            {props.title}
          </h2>
          {props.note && <p className="tiny muted">{props.note}</p>}
        </div>
      ) : (
        <h2 id={props.id}>{props.title}</h2>
      )}
      {props.children}
    </div>
  );
}

/** One number that decides the day, with its word under it. */
export function BigNumber({
  value,
  label,
  need,
  id,
}: {
  value: number;
  label: ReactNode;
  need?: boolean;
  id?: string;
}) {
  return (
    <div className={styles.number} data-tone={need ? "need" : undefined}>
      <b className="num">{value}</b>
      <span id={id}>{label}</span>
    </div>
  );
}

/** A line of named facts: scope, candidates, seconds, seed. */
export function Facts({ facts }: { facts: readonly { key: string; term?: ReactNode; value: ReactNode }[] }) {
  return (
    <div className={styles.facts}>
      {facts.map(({ key, term, value }) => (
        <span key={key}>
          {term} <b>{value}</b>
        </span>
      ))}
    </div>
  );
}
