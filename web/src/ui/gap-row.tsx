import { BadgeAlert, ClockAlert, Hourglass, type LucideIcon, X } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./gap-row.module.css";
import { Icon } from "./icon.tsx";

export type GapKind = "gap" | "warn" | "wait";
const icons: Record<GapKind, LucideIcon> = { gap: X, warn: ClockAlert, wait: Hourglass };
export const credentialIcon = BadgeAlert;

/** One thing a coordinator has to settle: what, when, who owns it, and the one button. A list item. */
export function GapRow(props: {
  kind: GapKind;
  icon?: LucideIcon;
  title: ReactNode;
  when: ReactNode;
  note?: ReactNode;
  action: ReactNode;
  current?: boolean;
}) {
  return (
    <li className={styles.gap} data-kind={props.kind} aria-current={props.current || undefined}>
      <span className={styles.mark} aria-hidden="true">
        <Icon as={props.icon ?? icons[props.kind]} />
      </span>
      <div>
        <h3>{props.title}</h3>
        <p className={styles.when}>{props.when}</p>
        {props.note && <p>{props.note}</p>}
      </div>
      {props.action}
    </li>
  );
}
