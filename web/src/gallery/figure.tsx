import type { ReactNode } from "react";
import { cx } from "../ui/cx.ts";
import styles from "./gallery.module.css";
import type { Two } from "./samples.ts";

/** Picks the language of a sample. */
export type Pick = (two: Two) => string;

export function Figure({ title, half, children }: { title: string; half?: boolean; children: ReactNode }) {
  return (
    <section className={cx(styles.figure, half && styles.half)}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
