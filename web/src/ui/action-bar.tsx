import type { ReactNode } from "react";
import styles from "./action-bar.module.css";

/** What is picked and the one thing to do with it. `pick` floats over a grid; `apply` closes a page. */
export function ActionBar(props: { kind: "pick" | "apply"; label: string; children: ReactNode; actions: ReactNode }) {
  return (
    <section className={styles[props.kind]} aria-label={props.label}>
      <div className="grow">{props.children}</div>
      {props.actions}
    </section>
  );
}
