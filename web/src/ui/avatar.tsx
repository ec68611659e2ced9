import styles from "./avatar.module.css";
import { cx } from "./cx.ts";

/** The first letter of a name. Decoration: the name stands beside it. */
export function Avatar({ name, small }: { name: string; small?: boolean }) {
  return (
    <span className={cx(styles.avatar, small && styles.small)} aria-hidden="true">
      {[...name][0]?.toUpperCase()}
    </span>
  );
}
