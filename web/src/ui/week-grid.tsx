import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { type GridMove, moveInGrid } from "./grid-keys.ts";
import { usePhone } from "./use-phone.ts";
import styles from "./week-grid.module.css";

export type GridDay = {
  key: string;
  /** "Wed". */
  weekday: ReactNode;
  /** Day of the month. */
  number: ReactNode;
  /** "7 open". */
  note?: ReactNode;
  today?: boolean;
  /** A rest day's mark ("Off"); tints the column. */
  badge?: string;
  /** Not among the three days a phone shows now. */
  far?: boolean;
};
/** `band` rows are low and tinted: the folded night, for instance. */
export type GridRow = { key: string; from: ReactNode; to?: ReactNode; band?: boolean };

const moves: Record<string, GridMove> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
};

/**
 * A week of shifts. One tab stop; arrows walk, Home and End go to the ends of the time's row, PageUp and PageDown change the week.
 * A phone shows the days that are not `far` (three; see DayStrip).
 */
export function WeekGrid(props: {
  caption: string;
  /** Names the column of times for screen readers. */
  timesLabel: string;
  days: readonly GridDay[];
  rows: readonly GridRow[];
  /** Draws one cell; give `tabIndex` to its SlotCell or BandCell. */
  cell: (day: GridDay, row: GridRow, tabIndex: number) => ReactNode;
  /** Where the now-line runs: fraction of the row's height, 0–1. */
  now?: { day: string; row: string; at: number } | undefined;
  onWeek?: (step: -1 | 1) => void;
}) {
  const { days, rows } = props;
  const table = useRef<HTMLTableElement>(null);
  const [stop, setStop] = useState({ row: 0, column: 0 });
  const phone = usePhone();
  const hidden = phone && days[stop.column]?.far;
  const column = hidden ? days.findIndex((day) => !day.far) : Math.min(stop.column, days.length - 1);
  const cellAt = (r: number, c: number) =>
    table.current?.tBodies[0]?.rows[r]?.querySelectorAll<HTMLElement>("td > [data-cell]")[c];

  const walk = (event: KeyboardEvent) => {
    if (event.key === "PageUp" || event.key === "PageDown") {
      event.preventDefault();
      return props.onWeek?.(event.key === "PageUp" ? -1 : 1);
    }
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const seen = (r: number, c: number) => !!cellAt(r, c)?.getClientRects().length;
    const next = moveInGrid({ row: stop.row, column }, move, { rows: rows.length, columns: days.length }, seen);
    setStop(next);
    cellAt(next.row, next.column)?.focus();
  };

  return (
    <div className={styles.box}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern on a native table keeps its headers */}
      <table ref={table} className={styles.week} role="grid" onKeyDown={walk}>
        <caption className="vh">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{props.timesLabel}</span>
            </th>
            {days.map((day) => (
              <th key={day.key} scope="col" {...marks(day)}>
                <span className={styles.weekday}>
                  <span>{day.weekday}</span>
                  {day.badge && <span className={styles.badge}>{day.badge}</span>}
                </span>
                <span className={styles.number}>{day.number}</span> <span className={styles.note}>{day.note}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.key} data-band={row.band ? "" : undefined}>
              <th scope="row">
                <span className="num">{row.from}</span>
                {row.to && <small className="num">{row.to}</small>}
              </th>
              {days.map((day, c) => (
                <td key={day.key} {...marks(day)} onFocus={() => setStop({ row: r, column: c })}>
                  {props.now?.day === day.key && props.now.row === row.key && (
                    <div className={styles.now} style={{ "--y": `${props.now.at * 100}%` } as CSSProperties} />
                  )}
                  {props.cell(day, row, r === Math.min(stop.row, rows.length - 1) && c === column ? 0 : -1)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function marks(day: GridDay) {
  return {
    "data-today": day.today ? "" : undefined,
    "data-rest": day.badge ? "" : undefined,
    "data-far": day.far ? "" : undefined,
  };
}

/** A folded row's cell: how many are open, and a way to unfold. */
export function BandCell(props: { label: string; tabIndex: number; onPress?: () => void; children: ReactNode }) {
  if (!props.onPress) {
    return (
      <div className={styles.band} data-cell="" tabIndex={props.tabIndex}>
        <span className="vh">{props.label}</span> {props.children}
      </div>
    );
  }
  return (
    <button type="button" className={styles.band} data-cell="" tabIndex={props.tabIndex} onClick={props.onPress}>
      <span className="vh">{props.label}</span> {props.children}
    </button>
  );
}

/** The seven days above a phone's grid; the pressed ones are shown below. */
export function DayStrip(props: {
  label: string;
  days: readonly { key: string; weekday: string; number: ReactNode; note: ReactNode; shown: boolean }[];
  onShow: (key: string) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a visible legend
    <div className={styles.strip} role="group" aria-label={props.label}>
      {props.days.map((day) => (
        <button key={day.key} type="button" aria-pressed={day.shown} onClick={() => props.onShow(day.key)}>
          <span>{day.weekday}</span>
          <b>{day.number}</b>
          <span>{day.note}</span>
        </button>
      ))}
    </div>
  );
}
