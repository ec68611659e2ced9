import { serverNow } from "../../lib/now.ts";
import { relative } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { Funnel } from "../../ui/score.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import type { ProposalLineFragment } from "./match.generated.ts";
import styles from "./match.module.css";
import { useProposals } from "./use-proposals.ts";

/** Whom nobody can help: the sentence first, where the candidates went, and what would change it. */
export function UnfilledList({ runId }: { runId: string }) {
  const { t } = useWords();
  const { lines, hasMore, more, loading, error, refetch } = useProposals(runId, "UNFILLED");
  if (error) return <FailurePanel error={error} onRetry={refetch} />;
  if (!lines) return <Skeleton rows={3} height={160} label={t("app.loading")} />;
  if (lines.length === 0)
    return <EmptyState title={t("match.none.UNFILLED")}>{t("match.none.UNFILLED.text")}</EmptyState>;
  return (
    <>
      <div className={styles.unfilled}>
        {lines.map((line) => (
          <Unfilled key={line.id} line={line} />
        ))}
      </div>
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

function Unfilled({ line: { request, shift, explanation } }: { line: ProposalLineFragment }) {
  const { t, locale } = useWords();
  const note = [
    request && t(`match.mode.${request.mode}`),
    request?.submittedAt && t("match.waited", { time: relative(request.submittedAt, serverNow(), locale) }),
    request?.forWhom && t(`match.for.${request.forWhom}`),
  ];
  return (
    <article className="card stack stack-3">
      <div>
        <h3>
          {request?.title ?? shift?.title} <span className={`muted small num ${styles.thin}`}>{request?.number}</span>
        </h3>
        <p className="tiny muted">{note.filter(Boolean).join(" · ")}</p>
      </div>
      {explanation && (
        <>
          <p>
            <b>{explanation.sentence}</b>
          </p>
          <Funnel steps={untilNobody(explanation.funnel)} />
          {explanation.cut && explanation.cut !== explanation.sentence && <p className="small">{explanation.cut}</p>}
          {explanation.relaxations.length > 0 && (
            <div className="stack stack-1">
              <p className="small muted">{t("match.relax")}</p>
              <ul className="stack stack-1 small">
                {explanation.relaxations.map(({ code, label, wouldFit }) => (
                  <li key={code + label} className="row row-between">
                    <span className="grow">{label}</span>
                    <b className="num">{t("match.would-fit", { count: wouldFit })}</b>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </article>
  );
}

/** Behind the rule that left nobody, the other rules say nothing. */
function untilNobody(steps: readonly { code: string; label: string; count: number }[]) {
  const cut = steps.findIndex(({ count }) => count === 0);
  const shown = cut < 0 ? steps : steps.slice(0, cut + 1);
  return shown.map(({ code, label, count }) => ({ key: code, label, left: count }));
}
