import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Chip, Count } from "../../ui/chip.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { AppliedNotice } from "./applied-notice.tsx";
import { ApplyRun } from "./apply-run.tsx";
import type { RunFiguresFragment } from "./match.generated.ts";
import styles from "./match.module.css";
import { tally } from "./picks.ts";
import { ProposalList } from "./proposal-list.tsx";
import { RunSummary } from "./run-summary.tsx";
import { UnfilledList } from "./unfilled-list.tsx";
import { usePicks } from "./use-picks.ts";
import { useRunActs } from "./use-run-acts.ts";

export type ReviewTab = "added" | "moved" | "unfilled";
/** What of the review is looked at; kept in the URL. */
export type ReviewPlace = {
  tab: ReviewTab;
  open: string | undefined;
  onTab: (tab: ReviewTab) => void;
  onOpen: (proposal: string | undefined) => void;
};

/** The proposal as a whole, line by line, and the one press that makes offers of it. Nothing happens before that. */
export function Review({ run, tab, open, onTab, onOpen }: { run: RunFiguresFragment } & ReviewPlace) {
  const { t } = useWords();
  const picking = usePicks(run.id);
  const acts = useRunActs(run);
  const isOpen = run.state === "READY";
  const counts = tally(picking.picks, picking.own);
  const list = (kind: "ADDED" | "MOVED") => (
    <ProposalList
      key={`${kind} ${run.state}`}
      runId={run.id}
      kind={kind}
      own={picking.own}
      onPick={isOpen ? picking.pick : undefined}
      open={open}
      onOpen={onOpen}
    />
  );
  const title = (name: ReviewTab, count: number) => (
    <>
      {t(`match.tab.${name}`)} <Count value={count} quiet={name !== "unfilled" || count === 0} />
    </>
  );
  return (
    <>
      <main id="main" className="wrap stack stack-5" tabIndex={-1}>
        <RunSummary run={run} />
        {counts.stale > 0 && isOpen && (
          <div>
            <Chip tone="warn">{t("match.stale.count", { count: counts.stale })}</Chip>
          </div>
        )}
        {acts.applied && <AppliedNotice applied={acts.applied} />}
        {run.state === "DISCARDED" && (
          <Notice tone="info" title={t("match.discarded")}>
            {t("match.discarded.text")}
          </Notice>
        )}
        {picking.error && <FailurePanel error={picking.error} onRetry={() => void picking.refetch()} />}
        <section className={`card ${styles.sheet}`} aria-labelledby="proposal">
          <h2 id="proposal" className="vh">
            {t("match.proposal")}
          </h2>
          <Tabs
            label={t("match.proposal")}
            value={tab}
            onChange={onTab}
            tabs={[
              { key: "added", title: title("added", run.added), panel: list("ADDED") },
              { key: "moved", title: title("moved", run.moved), panel: list("MOVED") },
              { key: "unfilled", title: title("unfilled", run.unfilled), panel: <UnfilledList runId={run.id} /> },
            ]}
          />
        </section>
        {acts.problem && <Notice tone="warn" role="alert" title={acts.problem} />}
        {acts.error && <FailurePanel error={acts.error} />}
      </main>
      {isOpen && (
        <ApplyRun
          counts={counts}
          complete={picking.complete}
          picks={picking.picks}
          own={picking.own}
          acts={acts}
          onDone={() => void picking.refetch()}
        />
      )}
    </>
  );
}
