import type { ReactNode } from "react";
import styles from "./action-bar.module.css";
import { useReturnFocus } from "./use-return-focus.ts";

/** What is picked and the one thing to do with it. `pick` floats over a grid; `apply` closes a page. */
export function ActionBar(props: { kind: "pick" | "apply"; label: string; children: ReactNode; actions: ReactNode }) {
  const box = useReturnFocus<HTMLElement>();
  return (
    <section ref={box} className={styles[props.kind]} aria-label={props.label}>
      <div className="grow">{props.children}</div>
      {props.actions}
    </section>
  );
}
