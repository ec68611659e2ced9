import type { CSSProperties, ReactNode } from "react";
import { Notice } from "./notice.tsx";
import styles from "./states.module.css";

/** Grey shapes of the size of what is coming, so that nothing jumps. `label` is what a screen reader hears. */
export function Skeleton({ rows = 3, height, label }: { rows?: number; height?: number; label: string }) {
  return (
    <div className={styles.skeleton} role="status" data-skeleton="">
      <span className="vh">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no other identity
        <i key={row} style={height ? ({ "--h": `${height}px` } as CSSProperties) : undefined} aria-hidden="true" />
      ))}
    </div>
  );
}

/** Nothing here, why, and what to do about it. */
export function EmptyState(props: {
  title: ReactNode /** 1 where it is the whole page. */;
  level?: 1 | 2;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const { title, level, children, actions } = props;
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className={styles.empty}>
      <Eaves />
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** Three roofs, no lamp needed. */
export function Eaves() {
  return (
    <svg
      viewBox="0 0 96 72"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M26 44c8-1.5 16-8 22-18 6 10 14 16.5 22 18M35 42v20h26V42" />
      <path d="M4 56c5-1 9-4 13-10M92 56c-5-1-9-4-13-10M10 54v8h16M86 54v8H70" />
      <path d="M2 62h92" />
    </svg>
  );
}

/** One panel failed; the rest of the page lives. Say what is unchanged and offer the retry. */
export function ErrorPanel({ title, children, retry }: { title: ReactNode; children?: ReactNode; retry?: ReactNode }) {
  return (
    <Notice tone="danger" role="alert" title={title} actions={retry}>
      {children}
    </Notice>
  );
}
