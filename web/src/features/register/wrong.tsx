import { CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../../ui/icon.tsx";
import styles from "./register.module.css";

/** What is wrong with a group of controls; a single one says it itself (ui/field). */
export function Wrong({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <p className={styles.wrong} id={id}>
      <Icon as={CircleX} />
      <span>{children}</span>
    </p>
  ) : null;
}
