import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useBoardEvents } from "../../lib/live.ts";
import { useWords } from "../../lib/words.ts";
import { ConnectionChip } from "../../shell/connection-chip.tsx";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { DraftCard } from "./draft-card.tsx";
import { isOver } from "./progress.ts";
import { RequestCard } from "./request-card.tsx";
import { MyRequestEventsDocument, MyRequestsDocument, type MyRequestsQuery } from "./requests.generated.ts";
import styles from "./requests.module.css";

/** A family's home: what it has asked for, how far each has come, and the way to ask. */
export function RequestsPage() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(MyRequestsDocument, { fetchPolicy: "cache-and-network" });
  useFollowing(data, refetch);
  return (
    <>
      <PageHead
        title={t("app.requests")}
        end={
          <>
            <ConnectionChip />
            {data && data.myRequests.edges.length > 0 && <NewRequest />}
          </>
        }
      />
      <main id="main" className="wrap stack stack-5" tabIndex={-1}>
        {error && <FailurePanel error={error} onRetry={() => void refetch()} />}
        {data ? <RequestList data={data} /> : !error && <Skeleton label={t("app.loading")} rows={2} height={168} />}
      </main>
    </>
  );
}

function RequestList({ data }: { data: MyRequestsQuery }) {
  const { t } = useWords();
  const all = data.myRequests.edges.map(({ node }) => node);
  const live = all.filter(({ state }) => !isOver(state));
  const over = all.filter(({ state }) => isOver(state));
  return (
    <>
      {data.myDraft && <DraftCard savedAt={data.myDraft.savedAt} />}
      {live.length === 0 && (
        <EmptyState title={t("requests.empty")} actions={<NewRequest plain />}>
          {t("requests.empty.text")}
        </EmptyState>
      )}
      {live.length > 0 && (
        <ul className={styles.cards}>
          {live.map(({ id }) => (
            <RequestCard key={id} id={id} />
          ))}
        </ul>
      )}
      {over.length > 0 && (
        <section className="stack stack-3">
          <h2>{t("requests.over")}</h2>
          <ul className={styles.cards}>
            {over.map(({ id }) => (
              <RequestCard key={id} id={id} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function NewRequest({ plain }: { plain?: boolean }) {
  const { t } = useWords();
  return (
    <Link className={buttonClass({ tone: "primary" })} to="/requests/new/$step" params={{ step: "child" }}>
      {!plain && <Icon as={Plus} />}
      {t("requests.new")}
    </Link>
  );
}

/** The family's own board: cards change by themselves; a request made on another device brings the list anew. */
function useFollowing(data: MyRequestsQuery | undefined, refetch: () => Promise<unknown>): void {
  const own = data?.viewer?.boards.find((board) => board.startsWith("person/"));
  const known = (id: string) => data?.myRequests.edges.some(({ node }) => node.id === id);
  useBoardEvents({
    document: MyRequestEventsDocument,
    variables: { board: own ?? "" },
    after: data?.viewer?.seq,
    pick: ({ boardEvents }) => boardEvents,
    isReset: ({ kind }) => kind === "RESET",
    onEvents: (events) => {
      const fresh = events.some(({ kind, subjectId }) => kind === "REQUEST_SUBMITTED" && !known(subjectId));
      if (fresh) void refetch();
    },
    refresh: () => void refetch(),
  });
}
