import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { RefreshCw } from "lucide-react";
import { useConnection } from "../../lib/connection.ts";
import { useBoardEvents } from "../../lib/live.ts";
import { clock, day } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { ConnectionChip } from "../../shell/connection-chip.tsx";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { MatchRunPageDocument, RunEventsDocument, type RunFiguresFragment } from "./match.generated.ts";
import { Review, type ReviewPlace } from "./review.tsx";
import { RunFailed, RunUnderWay } from "./run-under-way.tsx";
import { useStartRun } from "./use-start-run.ts";

/** One run from the press of the button to what was applied of it. */
export function RunPage({ runId, ...place }: { runId: string } & ReviewPlace) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(MatchRunPageDocument, {
    variables: { id: runId },
    fetchPolicy: "cache-and-network",
  });
  const run = data?.matchRun;
  useBoardEvents({
    document: RunEventsDocument,
    variables: { board: `run/${runId}` },
    after: run?.seq,
    pick: ({ boardEvents }) => boardEvents,
    isReset: ({ kind }) => kind === "RESET",
    onEvents: () => {},
    refresh: () => refetch(),
  });
  if (run) return <Run run={run} {...place} />;
  return (
    <>
      <PageHead title={t("match.title")} />
      <main id="main" className="wrap" tabIndex={-1}>
        {error && <FailurePanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton rows={6} height={64} label={t("app.loading")} />}
        {data && !run && (
          <EmptyState
            title={t("match.missing")}
            actions={
              <Link to="/matcher" className={buttonClass()}>
                {t("match.runs")}
              </Link>
            }
          >
            {t("match.missing.text")}
          </EmptyState>
        )}
      </main>
    </>
  );
}

function Run({ run, ...place }: { run: RunFiguresFragment } & ReviewPlace) {
  const { t, locale } = useWords();
  const { state } = useConnection();
  const again = useStartRun(run.district?.id);
  const underWay = run.state === "QUEUED" || run.state === "RUNNING";
  const started = `${day(run.startedAt, locale)} ${clock(run.startedAt, locale)}`;
  const offline = state === "offline";
  return (
    <>
      <PageHead
        title={t("match.title.of", { place: run.district?.name ?? t("match.city") })}
        note={t("match.note", { state: t(`match.state.${run.state}`), name: run.startedBy.name, time: started })}
        end={
          <>
            <ConnectionChip />
            <Link
              to="/matcher"
              search={run.district ? { district: run.district.id } : {}}
              className={buttonClass({ small: true, tone: "quiet" })}
            >
              {t("match.runs")}
            </Link>
            {!underWay && (
              <Button small busy={again.loading} disabled={offline} onClick={again.start}>
                <Icon as={RefreshCw} />
                <span>{t(offline ? "match.offline" : "match.again")}</span>
              </Button>
            )}
          </>
        }
      />
      {again.problem && <Notice tone="warn" role="alert" title={again.problem} />}
      {again.error && <FailurePanel error={again.error} />}
      {underWay && <RunUnderWay run={run} />}
      {run.state === "FAILED" && <RunFailed failure={run.failure} onAgain={again.start} />}
      {!underWay && run.state !== "FAILED" && <Review run={run} {...place} />}
    </>
  );
}
