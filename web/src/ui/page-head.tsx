import type { ReactNode } from "react";
import styles from "./page-head.module.css";

/** The top of a screen: its one h1, the filters beside it (`children`), connection and actions at the end. */
export function PageHead({
  title,
  note,
  children,
  end,
}: {
  title: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
  end?: ReactNode;
}) {
  return (
    <header className={styles.head}>
      <h1 tabIndex={-1}>
        <span>{title}</span> {note && <small>{note}</small>}
      </h1>
      {children}
      {end && <div className={styles.end}>{end}</div>}
    </header>
  );
}
