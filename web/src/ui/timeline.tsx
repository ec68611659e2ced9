import { Check, ClockAlert, Hourglass, type LucideIcon, Pin, TriangleAlert } from "lucide-react";
import { type CSSProperties, type KeyboardEvent, memo, type ReactNode, useRef, useState } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import styles from "./timeline.module.css";

/** Rows from which on only those in sight are laid out. */
const LONG = 60;

export type BarState = "in" | "ok" | "pinned" | "wait" | "gap" | "late" | "past";
const icons: Partial<Record<BarState, LucideIcon>> = {
  in: Check,
  pinned: Pin,
  wait: Hourglass,
  gap: TriangleAlert,
  late: ClockAlert,
};

export type TimelineBar = {
  key: string;
  state: BarState;
  /** Milliseconds since the epoch. */
  start: number;
  end: number;
  text: ReactNode;
  /** Full name for screen readers: "Hotline A seat 1, 18:00–20:00, Zhang Ning, checked in". */
  label: string;
};
export type TimelineRow = { key: string; label: ReactNode; bars: readonly TimelineBar[] };
export type TimelineWindow = { from: number; to: number };

/** The look of one bar outside a timeline (legends, tables). */
export function Bar({ state, children }: { state: BarState; children: ReactNode }) {
  return (
    <span className={styles.bar} data-state={state}>
      <Inside state={state} text={children} />
    </span>
  );
}

function Inside({ state, text }: { state: BarState; text: ReactNode }) {
  const icon = icons[state];
  return (
    <>
      {icon && <Icon as={icon} />}
      <span>{text}</span>
    </>
  );
}

/**
 * Who serves when. A grid with one tab stop: left and right walk along a row, up and down go to the bar nearest in time.
 * The now-line runs behind the bars. On a long board rows out of sight cost no layout.
 */
export function Timeline(props: {
  label: string;
  window: TimelineWindow;
  /** Hours written along the top; one line of the grid each. */
  ticks: readonly { at: number; text: string }[];
  rows: readonly TimelineRow[];
  now?: { at: number; text: string } | undefined;
  current?: readonly string[];
  onOpen: (key: string) => void;
}) {
  const { window, rows, now } = props;
  const [stop, setStop] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const bars = rows.flatMap((row) => row.bars);
  const first = bars.some((bar) => bar.key === stop) ? stop : bars[0]?.key;

  const walk = (event: KeyboardEvent) => {
    const next = nextBar(rows, stop ?? bars[0]?.key, event.key);
    if (!next) return;
    event.preventDefault();
    setStop(next);
    box.current?.querySelector<HTMLElement>(`[data-bar="${CSS.escape(next)}"]`)?.focus();
  };

  return (
    <div
      ref={box}
      className={cx(styles.timeline, rows.length > LONG && styles.long)}
      style={{ "--parts": props.ticks.length } as CSSProperties}
    >
      <div className={`${styles.row} ${styles.head}`} aria-hidden="true">
        <span />
        <div className={styles.lane}>
          {props.ticks.map(({ at, text }) => (
            <span key={at} className="num" style={{ "--x": `${100 * share(window, at)}%` } as CSSProperties}>
              {text}
            </span>
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot place a cell by its minutes; the table view is beside it */}
      <div role="grid" aria-label={props.label} onKeyDown={walk} tabIndex={bars.length === 0 ? 0 : -1}>
        {rows.map((row) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: focus lives in its cells
          <div key={row.key} role="row" className={styles.row}>
            {/* biome-ignore lint/a11y/useSemanticElements: as above */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
            <span role="rowheader" className={styles.label}>
              {row.label}
            </span>
            <div role="presentation" className={styles.lane}>
              {row.bars.map((bar) => (
                <LaneBar
                  key={bar.key}
                  bar={bar}
                  a={share(window, bar.start)}
                  b={share(window, bar.end)}
                  stop={bar.key === first}
                  current={props.current?.includes(bar.key) ?? false}
                  onFocus={setStop}
                  onOpen={props.onOpen}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
      {now && (
        <div className={styles.now} style={{ "--x": share(window, now.at) } as CSSProperties} aria-hidden="true">
          <span className="num">{now.text}</span>
        </div>
      )}
    </div>
  );
}

type LaneBarProps = {
  bar: TimelineBar;
  a: number;
  b: number;
  stop: boolean;
  current: boolean;
  onFocus: (key: string) => void;
  onOpen: (key: string) => void;
};

/** Memoised: one event redraws one bar. */
const LaneBar = memo(function LaneBar({ bar, a, b, stop, current, onFocus, onOpen }: LaneBarProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Timeline
    // biome-ignore lint/a11y/useFocusableInteractive: its button has the focus
    <div role="gridcell" className={styles.cell}>
      <button
        type="button"
        className={styles.bar}
        data-bar={bar.key}
        data-state={bar.state}
        style={{ "--a": a, "--b": b } as CSSProperties}
        tabIndex={stop ? 0 : -1}
        aria-label={bar.label}
        aria-current={current || undefined}
        onFocus={() => onFocus(bar.key)}
        onClick={() => onOpen(bar.key)}
      >
        <Inside state={bar.state} text={bar.text} />
      </button>
    </div>
  );
});

/** Fraction of the window, kept inside it. */
function share({ from, to }: TimelineWindow, at: number): number {
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}

/** The bar a key leads to, or nothing. */
export function nextBar(rows: readonly TimelineRow[], from: string | undefined, key: string): string | undefined {
  const r = rows.findIndex((row) => row.bars.some((bar) => bar.key === from));
  const row = rows[r];
  const b = row?.bars.findIndex((bar) => bar.key === from) ?? -1;
  const here = row?.bars[b];
  if (!row || !here) return undefined;
  if (key === "ArrowLeft") return row.bars[b - 1]?.key;
  if (key === "ArrowRight") return row.bars[b + 1]?.key;
  if (key === "Home") return row.bars[0]?.key;
  if (key === "End") return row.bars.at(-1)?.key;
  const step = key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : 0;
  if (step === 0) return undefined;
  for (let next = r + step; next >= 0 && next < rows.length; next += step) {
    const near = nearest(rows[next]?.bars ?? [], here.start);
    if (near) return near.key;
  }
  return undefined;
}

function nearest(bars: readonly TimelineBar[], start: number): TimelineBar | undefined {
  return bars.toSorted((one, other) => Math.abs(one.start - start) - Math.abs(other.start - start))[0];
}

/** The same facts as a plain table. */
export function TimelineTable(props: {
  caption: string;
  heads: readonly [place: string, time: string, state: string];
  rows: readonly TimelineRow[];
  time: (bar: TimelineBar) => ReactNode;
  onOpen: (key: string) => void;
}) {
  return (
    <table className={styles.table}>
      <caption className="vh">{props.caption}</caption>
      <thead>
        <tr>
          {props.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.flatMap((row) =>
          row.bars.map((bar) => (
            <tr key={bar.key}>
              <th scope="row">{row.label}</th>
              <td className="num">{props.time(bar)}</td>
              <td>
                <button
                  type="button"
                  className={styles.bar}
                  data-state={bar.state}
                  aria-label={bar.label}
                  onClick={() => props.onOpen(bar.key)}
                >
                  <Inside state={bar.state} text={bar.text} />
                </button>
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
