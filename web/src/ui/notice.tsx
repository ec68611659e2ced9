import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import styles from "./notice.module.css";

type NoticeTone = "info" | "ok" | "warn" | "danger" | "need";
const icons = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: CircleX, need: TriangleAlert };

/**
 * Something the person should know here and now. Say what happened in `title`, what to do next in the text or `actions`
 * (someone was faster → the three nearest free slots).
 */
export function Notice(props: {
  tone?: NoticeTone;
  icon?: LucideIcon;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` interrupts a screen reader: only for what hits the person's own shift. */
  role?: "status" | "alert";
}) {
  const tone = props.tone ?? "info";
  return (
    <div className={styles.notice} data-tone={tone} role={props.role}>
      <Icon as={props.icon ?? icons[tone]} />
      <div className="grow">
        {props.actions ? (
          <>
            {props.title && <b>{props.title}</b>}
            {props.children && <p>{props.children}</p>}
          </>
        ) : (
          <p>
            {props.title && <b>{props.title}</b>} {props.children}
          </p>
        )}
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </div>
    </div>
  );
}
