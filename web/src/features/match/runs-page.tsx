import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { GitCompare } from "lucide-react";
import { useConnection } from "../../lib/connection.ts";
import { useBoardEvents } from "../../lib/live.ts";
import { clock, day } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { ConnectionChip } from "../../shell/connection-chip.tsx";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { Chip, type Tone } from "../../ui/chip.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import styles from "./match.module.css";
import { DistrictRunsDocument, type MatchRunState, MatchRunsDocument, type MatchRunsQuery } from "./runs.generated.ts";
import { useStartRun } from "./use-start-run.ts";

type District = { id: string; name: string };
type Run = MatchRunsQuery["matchRuns"]["edges"][number]["node"];

/** What was computed for a district, newest first, and the button that computes anew. */
export function RunsPage(props: {
  district: District;
  districts: readonly District[];
  onDistrict: (id: string) => void;
}) {
  const { t } = useWords();
  const { state } = useConnection();
  const { district, districts } = props;
  const starting = useStartRun(district.id);
  const { data, error, refetch, fetchMore } = useQuery(MatchRunsDocument, {
    variables: { district: district.id },
    fetchPolicy: "cache-and-network",
  });
  useBoardEvents({
    document: DistrictRunsDocument,
    variables: { board: data?.board?.key ?? "" },
    after: data?.board?.seq,
    pick: ({ boardEvents }) => boardEvents,
    isReset: ({ kind }) => kind === "RESET",
    onEvents: (events) => events.some(({ kind }) => kind === "MATCH_RUN_STARTED") && void refetch(),
    refresh: () => refetch(),
  });
  const runs = data?.matchRuns.edges.map(({ node }) => node);
  const page = data?.matchRuns.pageInfo;
  const more = () =>
    fetchMore({
      variables: { after: page?.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        matchRuns: { ...next.matchRuns, edges: [...before.matchRuns.edges, ...next.matchRuns.edges] },
      }),
    });
  const offline = state === "offline";
  const start = (
    <Button tone="primary" busy={starting.loading} disabled={offline} onClick={starting.start}>
      <Icon as={GitCompare} />
      <span>{t(offline ? "match.offline" : "match.start")}</span>
    </Button>
  );
  return (
    <>
      <PageHead title={t("match.runs")} note={district.name} end={<ConnectionChip />} />
      <main id="main" className={`wrap stack ${styles.narrow}`} tabIndex={-1}>
        {districts.length > 1 && (
          <Segmented
            label={t("match.district")}
            value={district.id}
            segments={districts.map(({ id, name }) => ({ key: id, label: name }))}
            onChange={props.onDistrict}
          />
        )}
        {starting.problem && <Notice tone="warn" role="alert" title={starting.problem} />}
        {starting.error && <FailurePanel error={starting.error} />}
        {error && <FailurePanel error={error} onRetry={() => void refetch()} />}
        {!runs && !error && <Skeleton rows={5} height={64} label={t("app.loading")} />}
        {runs?.length === 0 && (
          <EmptyState title={t("match.runs.none")} actions={start}>
            {t("match.runs.none.text")}
          </EmptyState>
        )}
        {runs && runs.length > 0 && (
          <>
            <div className="row row-between">
              <p className="small muted grow">{t("match.runs.none.text")}</p>
              {start}
            </div>
            <ul className={`card ${styles.sheet} ${styles.runs}`}>
              {runs.map((run) => (
                <RunLine key={run.id} run={run} />
              ))}
            </ul>
            {page?.hasNextPage && <Button onClick={() => void more().catch(() => {})}>{t("match.more")}</Button>}
          </>
        )}
      </main>
    </>
  );
}

const tones: Partial<Record<MatchRunState, Tone>> = {
  QUEUED: "info",
  RUNNING: "info",
  READY: "warn",
  APPLIED: "ok",
  FAILED: "danger",
};

function RunLine({ run }: { run: Run }) {
  const { t, locale } = useWords();
  const tone = tones[run.state];
  return (
    <li>
      <Link className={styles.run} to="/matcher/$runId" params={{ runId: run.id }}>
        <span>
          <b className="num">
            {day(run.startedAt, locale)} {clock(run.startedAt, locale)}
          </b>{" "}
          <span className="muted small">{run.startedBy.name}</span>
        </span>
        <Chip {...(tone && { tone })}>
          {t(`match.state.${run.state}`)} {run.state === "RUNNING" && `${run.progress} %`}
        </Chip>
        <span className="small muted">
          {t("match.run.counts", { added: run.added, moved: run.moved, unfilled: run.unfilled })}
        </span>
      </Link>
    </li>
  );
}
