import { Check, ClockAlert, Hourglass, type LucideIcon, Pin, TriangleAlert } from "lucide-react";
import { type CSSProperties, type KeyboardEvent, memo, type ReactNode, useRef, useState } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import styles from "./timeline.module.css";
import { type BarState, nextBar, type TimelineBar, type TimelineRow, type TimelineWindow } from "./timeline-rows.ts";

/** Rows from which on only those in sight are laid out. */
const LONG = 60;

const icons: Partial<Record<BarState, LucideIcon>> = {
  in: Check,
  pinned: Pin,
  wait: Hourglass,
  gap: TriangleAlert,
  late: ClockAlert,
};

/** The look of one bar outside a timeline (legends, tables). */
export function Bar({ state, children }: { state: BarState; children: ReactNode }) {
  return (
    <span className={styles.bar} data-state={state}>
      <BarInside state={state} text={children} />
    </span>
  );
}

/** Icon and words of a bar. */
export function BarInside({ state, text }: { state: BarState; text: ReactNode }) {
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
          {props.ticks
            .filter(({ at }) => !now || !isHidden(share(window, at), share(window, now.at)))
            .map(({ at, text }) => (
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
        <BarInside state={bar.state} text={bar.text} />
      </button>
    </div>
  );
});

/** The time of now stands where the tick's own would: from 40 px before it to 60 after, on a lane of 600. */
const isHidden = (tick: number, now: number): boolean => now > tick - 0.04 && now < tick + 0.1;

/** Fraction of the window, kept inside it. */
function share({ from, to }: TimelineWindow, at: number): number {
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}
