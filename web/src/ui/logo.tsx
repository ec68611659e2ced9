import type { ReactNode } from "react";
import styles from "./logo.module.css";

/** A roof with a lamp in it: someone is up and keeping watch. */
export function Logo() {
  return (
    <svg className={styles.mark} viewBox="0 0 40 40" aria-hidden="true">
      <path className={styles.eave} d="M3 22c6-1 12-6 17-14 5 8 11 13 17 14M10 21v13h20V21" />
      <circle className={styles.lamp} cx="20" cy="26" r="4" />
    </svg>
  );
}

export function Brand({ name, place }: { name: ReactNode; place?: ReactNode }) {
  return (
    <span className={styles.brand}>
      <Logo />
      <span>
        <span>{name}</span>
        {place && <small>{place}</small>}
      </span>
    </span>
  );
}
