import { boards, type EventKind, record } from "../../platform/events.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { MatchRunRow } from "./match-run.ts";

/** Tells the run's own board and its district's; a run over the whole city has no district, and its own board only. */
export function tellRun(tx: Tx, kind: EventKind, run: MatchRunRow): void {
  const on = run.districtId == null ? [] : [boards.district(run.districtId)];
  record(tx, kind, [boards.run(run.id), ...on], run, { progress: run.progress });
}
