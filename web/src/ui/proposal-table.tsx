import { Fragment, type ReactNode } from "react";
import styles from "./proposal-table.module.css";

export type ProposalRow = {
  key: string;
  need: ReactNode;
  /** "R-2041", "S-0812". */
  number: string;
  when: ReactNode;
  who: ReactNode;
  whoNote?: ReactNode;
  reason: ReactNode;
  reasonNote?: ReactNode;
  checked: boolean;
  /** Skipped when applied; cannot be chosen. */
  stale?: boolean;
  /** The long answer (WhyPair), shown when open. */
  details?: ReactNode;
};

/** What a match run proposes, line by line, each to be kept or dropped. */
export function ProposalTable(props: {
  caption: string;
  heads: { pick: string; need: string; when: string; who: string; reason: string };
  rows: readonly ProposalRow[];
  /** Names a row's box: "Pick R-2041". */
  pickLabel: (row: ProposalRow) => string;
  open?: string | undefined;
  onOpen: (key: string | undefined) => void;
  onPick: (key: string, checked: boolean) => void;
  /** Decided: the boxes show what was chosen and take no more. */
  fixed?: boolean;
}) {
  const { heads } = props;
  return (
    <table className={styles.table}>
      <caption className="vh">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{heads.pick}</span>
          </th>
          {[heads.need, heads.when, heads.who, heads.reason].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => {
          const open = props.open === row.key && !!row.details;
          return (
            <Fragment key={row.key}>
              <tr data-open={open ? "" : undefined} data-stale={row.stale ? "" : undefined}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={props.pickLabel(row)}
                    checked={row.checked && !row.stale}
                    disabled={row.stale || props.fixed}
                    onChange={(event) => props.onPick(row.key, event.target.checked)}
                  />
                </td>
                <td>
                  <b>{row.need}</b>
                  <small className="num">{row.number}</small>
                </td>
                <td>{row.when}</td>
                <td>
                  <b>{row.who}</b>
                  {row.whoNote && <small>{row.whoNote}</small>}
                </td>
                <td>
                  {row.details ? (
                    <button
                      type="button"
                      className={styles.more}
                      aria-expanded={open}
                      onClick={() => props.onOpen(open ? undefined : row.key)}
                    >
                      {row.reason}
                    </button>
                  ) : (
                    row.reason
                  )}
                  {row.reasonNote && <small>{row.reasonNote}</small>}
                </td>
              </tr>
              {open && (
                <tr data-why="">
                  <td />
                  <td colSpan={4}>{row.details}</td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

/** Why this person, and why not the others, side by side. */
export function WhyPair(props: { whyTitle: ReactNode; why: ReactNode; othersTitle: ReactNode; others: ReactNode }) {
  return (
    <div className={styles.why}>
      <div className="stack stack-2">
        <h3>{props.whyTitle}</h3>
        {props.why}
      </div>
      <div className="stack stack-2">
        <h3>{props.othersTitle}</h3>
        {props.others}
      </div>
    </div>
  );
}
