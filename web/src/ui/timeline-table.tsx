import type { ReactNode } from "react";
import styles from "./timeline.module.css";
import { BarInside } from "./timeline.tsx";
import type { TimelineBar, TimelineRow } from "./timeline-rows.ts";

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
                  <BarInside state={bar.state} text={bar.text} />
                </button>
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
