import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./chip.module.css";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

export type Tone = "ok" | "info" | "warn" | "danger" | "need" | "pine";

/** A short fact about the thing beside it. `need` only where a person is missing. */
export function Chip({ tone, icon, children }: { tone?: Tone; icon?: LucideIcon; children: ReactNode }) {
  return (
    <span className={styles.chip} data-tone={tone}>
      {icon && <Icon as={icon} />}
      <span>{children}</span>
    </span>
  );
}

/** How many wait for a person; `quiet` when the number asks for nothing. */
export function Count({ value, quiet, className }: { value: number; quiet?: boolean; className?: string | undefined }) {
  return <span className={cx(styles.count, quiet && styles.quiet, className)}>{value}</span>;
}
