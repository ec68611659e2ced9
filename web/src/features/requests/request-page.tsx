import { useQuery } from "@apollo/client/react";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { announce } from "../../lib/announce.ts";
import { useBoardEvents } from "../../lib/live.ts";
import { useWords } from "../../lib/words.ts";
import { ConnectionChip } from "../../shell/connection-chip.tsx";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { CancelRequest } from "./cancel-request.tsx";
import { ExpectedWait } from "./expected-wait.tsx";
import { HelperCard } from "./helper-card.tsx";
import { isOver } from "./progress.ts";
import { RequestByIdDocument, RequestEventsDocument, type RequestWholeFragment } from "./request.generated.ts";
import { RequestFacts } from "./request-facts.tsx";
import { RequestTrack } from "./request-track.tsx";
import styles from "./requests.module.css";

const route = getRouteApi("/inside/requests/$id");

/** One request, moving by itself: where it stands, who helps, what was asked, and the way out. */
export function RequestPage() {
  const { t } = useWords();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(RequestByIdDocument, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  const request = data?.request;
  useFollowing(request, refetch);
  return (
    <>
      <PageHead title={request?.title ?? t("app.request")} note={request?.number} end={<ConnectionChip />} />
      <main id="main" className="wrap stack" tabIndex={-1}>
        {error && <FailurePanel error={error} onRetry={() => void refetch()} />}
        {request && <RequestPanels request={request} onStale={() => void refetch()} />}
        {data && !request && <Missing />}
        {!data && !error && <Skeleton label={t("app.loading")} rows={3} height={120} />}
      </main>
    </>
  );
}

function RequestPanels({ request, onStale }: { request: RequestWholeFragment; onStale: () => void }) {
  const { state, wait, assignment, mayCancel } = request;
  return (
    <div className={styles.page}>
      <div className="stack">
        {isOver(state) && <Over request={request} />}
        {assignment && state !== "OPEN" && <HelperCard request={request} onStale={onStale} />}
        {state !== "CANCELLED" && <RequestTrack request={request} />}
        {wait && <ExpectedWait wait={wait} />}
      </div>
      <div className="stack">
        <RequestFacts request={request} />
        {mayCancel.allowed && <CancelRequest request={request} onStale={onStale} />}
      </div>
    </div>
  );
}

/** How it ended, and the way to ask again. */
function Over({ request: { state, lapsed } }: { request: RequestWholeFragment }) {
  const { t } = useWords();
  const how = state === "COMPLETED" ? "completed" : lapsed ? "lapsed" : "closed";
  const again = (
    <Link className={buttonClass({ small: true })} to="/requests/new/$step" params={{ step: "child" }}>
      {t("requests.again")}
    </Link>
  );
  return (
    <Notice tone={state === "COMPLETED" ? "ok" : "info"} title={t(`requests.over.${how}`)} actions={again}>
      {t(`requests.over.${how}.text`)}
    </Notice>
  );
}

function Missing() {
  const { t } = useWords();
  const home = (
    <Link className={buttonClass()} to="/requests">
      {t("app.missing.home")}
    </Link>
  );
  return (
    <EmptyState title={t("requests.unknown")} actions={home}>
      {t("app.missing.text")}
    </EmptyState>
  );
}

/** Follows the request's own board, and says aloud when it has come a step further. */
function useFollowing(request: RequestWholeFragment | null | undefined, refetch: () => Promise<unknown>): void {
  const { t } = useWords();
  useBoardEvents({
    document: RequestEventsDocument,
    variables: { board: request?.board ?? "" },
    after: request?.seq,
    pick: ({ boardEvents }) => boardEvents,
    isReset: ({ kind }) => kind === "RESET",
    onEvents: () => {},
    refresh: () => void refetch(),
  });
  const state = request?.state;
  const before = useRef(state);
  useEffect(() => {
    if (before.current && state && before.current !== state) announce(t(`requests.moved.${state}`));
    before.current = state;
  }, [state, t]);
}
