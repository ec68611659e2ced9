import { Check, TriangleAlert, X } from "lucide-react";
import { Icon } from "./icon.tsx";
import styles from "./ticks.module.css";

export type Tick = { label: string; fit: "yes" | "soft" | "no" };
const icons = { yes: Check, soft: TriangleAlert, no: X };

/** Rules that hold, that just hold, and that do not: each named. */
export function Ticks({ ticks }: { ticks: readonly Tick[] }) {
  return (
    <div className={styles.ticks}>
      {ticks.map(({ label, fit }) => (
        <span key={label} data-fit={fit}>
          <Icon as={icons[fit]} />
          <span>{label}</span>
        </span>
      ))}
    </div>
  );
}
