import { Ban, Check, Hourglass, Loader, type LucideIcon, SquareCheck, TriangleAlert } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { Icon } from "./icon.tsx";
import styles from "./slot-cell.module.css";

export type SlotState =
  | "open"
  | "few"
  | "urgent"
  | "picked"
  | "pending"
  | "mine"
  | "wait"
  | "full"
  | "conflict"
  | "past"
  | "none";

const icons: Partial<Record<SlotState, LucideIcon>> = {
  urgent: TriangleAlert,
  picked: SquareCheck,
  pending: Loader,
  mine: Check,
  wait: Hourglass,
  conflict: Ban,
};

export type SlotCellProps = {
  state: SlotState;
  /** The state in words: every state is readable without its colour. */
  main: ReactNode;
  sub?: ReactNode;
  /** Places taken of places needed, drawn as squares up to six and always written. */
  places?: { taken: number; needed: number };
  /** Full name for a screen reader before the visible words: "Wed 25 Nov 10:00–12:00, hotline, ". */
  label: string;
  /** Space or a press. Without it the cell only tells. */
  onPress?: () => void;
  /** Enter: open the details. Without it Enter is a press too. */
  onDetails?: () => void;
  /** Why it cannot be taken stands in `sub`; the cell stays reachable. */
  disabled?: boolean;
  /** From the week grid: 0 for its one tab stop. */
  tabIndex?: number;
};

/** One shift in the week grid. */
export function SlotCell(props: SlotCellProps) {
  const { state, label, onPress, disabled, tabIndex } = props;
  const inside = <Inside {...props} label={label} />;
  if (!onPress) {
    return (
      <div className={styles.slot} data-state={state} data-cell="" tabIndex={tabIndex}>
        {inside}
      </div>
    );
  }
  const enter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !props.onDetails) return;
    event.preventDefault();
    props.onDetails();
  };
  return (
    <button
      type="button"
      className={styles.slot}
      data-state={state}
      data-cell=""
      tabIndex={tabIndex}
      aria-pressed={state === "picked" ? true : undefined}
      aria-busy={state === "pending" || undefined}
      aria-disabled={disabled || undefined}
      onKeyDown={enter}
      onClick={() => !disabled && onPress()}
    >
      {inside}
    </button>
  );
}

function Inside({ state, main, sub, places, label }: SlotCellProps) {
  const icon = icons[state];
  return (
    <>
      <span className="vh">{label}</span>
      <span className={styles.main}>
        {icon && <Icon as={icon} />}
        <span>{main}</span>
      </span>
      {(places || sub) && (
        <span className={styles.sub}>
          {places && <Pips {...places} />}
          {sub && <span>{sub}</span>}
        </span>
      )}
    </>
  );
}

function Pips({ taken, needed }: { taken: number; needed: number }) {
  return (
    <>
      {needed <= 6 && (
        <span className={styles.pips} aria-hidden="true">
          {Array.from({ length: needed }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: places have no other identity
            <i key={place} data-on={place < taken ? "" : undefined} />
          ))}
        </span>
      )}
      <span className="num">
        {taken}/{needed}
      </span>
    </>
  );
}

/** What each look means, in the words the grid uses. */
export function SlotLegend({ entries }: { entries: readonly { state: SlotState; label: string }[] }) {
  return (
    <div className={styles.legend}>
      {entries.map(({ state, label }) => (
        <div key={state} className={styles.slot} data-state={state} data-legend="">
          <Inside state={state} main={label} label="" />
        </div>
      ))}
    </div>
  );
}
