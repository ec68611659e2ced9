import type { KeyboardEvent, ReactNode } from "react";
import styles from "./candidate-table.module.css";
import { type Tick, Ticks } from "./ticks.tsx";

export type CandidateRow = {
  key: string;
  /** `blocked`: a rule stands in the way, named in `ticks`; the row stays readable. */
  state: "fit" | "sent" | "blocked";
  name: string;
  /** Masked phone, public number. */
  contact?: ReactNode;
  ticks: readonly Tick[];
  why: ReactNode;
  whyNote?: ReactNode;
  /** Invite button, countdown chip, or the override where the rule allows one. Absent = nothing can be done. */
  action?: ReactNode;
};

/** People for one gap, best first. While the focus is inside, 1–9 act on the nth fitting person. */
export function CandidateTable(props: {
  caption: string;
  heads: { key: string; person: string; rules: string; why: string; action: string };
  rows: readonly CandidateRow[];
  /** Switch off for people who turned single-letter keys off. */
  onNumber?: ((key: string) => void) | undefined;
}) {
  const { heads } = props;
  const fitting = props.rows.filter((row) => row.state !== "blocked");
  const number = (event: KeyboardEvent) => {
    const row = /^[1-9]$/.test(event.key) ? fitting[Number(event.key) - 1] : undefined;
    if (row?.state !== "fit" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    props.onNumber?.(row.key);
  };
  return (
    <table className={styles.table} onKeyDown={number}>
      <caption className="vh">{props.caption}</caption>
      <thead>
        <tr>
          {[heads.key, heads.person, heads.rules, heads.why, heads.action].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.key} data-state={row.state}>
            <td>
              {row.state === "blocked" ? <span aria-hidden="true">–</span> : <Nth place={fitting.indexOf(row) + 1} />}
            </td>
            <td>
              <b>{row.name}</b>
              {row.contact && <small className="num">{row.contact}</small>}
            </td>
            <td>
              <Ticks ticks={row.ticks} />
            </td>
            <td>
              <span>{row.why}</span>
              {row.whyNote && <small>{row.whyNote}</small>}
            </td>
            <td>{row.action}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Nth({ place }: { place: number }) {
  return place <= 9 ? <kbd>{place}</kbd> : <span className="muted tiny">{place}</span>;
}
