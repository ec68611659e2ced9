import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { ProposalTable } from "../../ui/proposal-table.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import styles from "./match.module.css";
import type { Own } from "./picks.ts";
import { useProposalRow } from "./proposal-row.tsx";
import { useProposals } from "./use-proposals.ts";

export function ProposalList(props: {
  runId: string;
  kind: "ADDED" | "MOVED";
  own: Own;
  /** Absent once the run is decided. */
  onPick: ((id: string, ticked: boolean) => void) | undefined;
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
}) {
  const { t } = useWords();
  const { lines, hasMore, more, loading, error, refetch } = useProposals(props.runId, props.kind);
  const rowOf = useProposalRow(props.own);
  if (error) return <FailurePanel error={error} onRetry={refetch} />;
  if (!lines) return <Skeleton rows={6} height={56} label={t("app.loading")} />;
  if (lines.length === 0) return <EmptyState title={t(`match.none.${props.kind}`)} />;
  return (
    <>
      <ProposalTable
        caption={t("match.proposal")}
        heads={{
          pick: t("match.head.pick"),
          need: t("match.head.need"),
          when: t("match.head.when"),
          who: t("match.head.who"),
          reason: t("match.head.reason"),
        }}
        rows={lines.map(rowOf)}
        pickLabel={(row) => t("match.pick", { number: row.number })}
        open={props.open}
        onOpen={props.onOpen}
        fixed={!props.onPick}
        onPick={(id, ticked) => props.onPick?.(id, ticked)}
      />
      {hasMore && (
        <div className={styles.foot}>
          <Button small busy={loading} onClick={more}>
            {t("match.more")}
          </Button>
        </div>
      )}
    </>
  );
}
