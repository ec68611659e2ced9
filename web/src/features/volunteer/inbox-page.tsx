import { useMutation, useQuery } from "@apollo/client/react";
import { CheckCheck } from "lucide-react";
import { useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { useBoardEvents } from "../../lib/live.ts";
import { useNow } from "../../lib/now.ts";
import { clock, day, dayKey } from "../../lib/time.ts";
import { useViewer } from "../../lib/viewer.ts";
import { useWords } from "../../lib/words.ts";
import { ConnectionChip } from "../../shell/connection-chip.tsx";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { PersonEventsDocument } from "./home.generated.ts";
import { InboxDocument, type InboxQuery, MarkNoticesReadDocument } from "./inbox.generated.ts";
import styles from "./volunteer.module.css";

type Letter = InboxQuery["notices"]["edges"][number]["node"];

export function InboxPage() {
  const { t } = useWords();
  const viewer = useViewer();
  const { data, error, refetch, fetchMore } = useQuery(InboxDocument, { fetchPolicy: "cache-and-network" });
  useBoardEvents({
    document: PersonEventsDocument,
    variables: { board: `person/${viewer?.id}` },
    after: data?.viewer?.seq,
    pick: ({ boardEvents }) => boardEvents,
    isReset: ({ kind }) => kind === "RESET",
    onEvents: (events) => events.some(({ kind }) => kind === "NOTICE_MADE") && void refetch(),
    refresh: () => refetch(),
  });
  const letters = data?.notices.edges.map(({ node }) => node) ?? [];
  const page = data?.notices.pageInfo;
  const more = () =>
    fetchMore({
      variables: { after: page?.endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        notices: { ...fetchMoreResult.notices, edges: [...before.notices.edges, ...fetchMoreResult.notices.edges] },
      }),
    });
  return (
    <>
      <PageHead
        title={t("volunteer.inbox")}
        note={data?.viewer && t("volunteer.inbox.unread", { count: data.viewer.unreadNotices })}
        end={<ConnectionChip />}
      />
      <main id="main" className={`wrap stack ${styles.narrow}`} tabIndex={-1}>
        {error && <FailurePanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton rows={6} height={64} label={t("app.loading")} />}
        {data && letters.length === 0 && (
          <EmptyState title={t("volunteer.inbox.none")}>{t("volunteer.inbox.none.text")}</EmptyState>
        )}
        {letters.length > 0 && (
          <>
            <ReadAll letters={letters} onRead={() => void refetch()} />
            <ul className={`card ${styles.list}`}>
              {letters.map((letter) => (
                <LetterLine key={letter.id} letter={letter} />
              ))}
            </ul>
            {page?.hasNextPage && <Button onClick={() => void more()}>{t("volunteer.more")}</Button>}
          </>
        )}
      </main>
    </>
  );
}

function ReadAll({ letters, onRead }: { letters: readonly Letter[]; onRead: () => void }) {
  const { t } = useWords();
  const { state } = useConnection();
  const [mark, { loading, error }] = useMutation(MarkNoticesReadDocument);
  const [problem, setProblem] = useState<string>();
  const unread = letters.filter(({ readAt }) => !readAt).map(({ id }) => id);
  if (unread.length === 0) return null;
  const read = async () => {
    const { data } = await mark({ variables: { input: { notices: unread.slice(0, 100) } } });
    setProblem(data?.markNoticesRead.problems[0]?.message);
    onRead();
  };
  const offline = state === "offline";
  return (
    <div className="stack stack-2">
      <div className="row">
        <Button small busy={loading} disabled={offline} onClick={() => void read().catch(() => {})}>
          <Icon as={CheckCheck} />
          <span>{t(offline ? "volunteer.offline" : "volunteer.inbox.read", { count: unread.length })}</span>
        </Button>
      </div>
      {error && <FailurePanel error={error} />}
      {problem && <Notice tone="warn">{problem}</Notice>}
    </div>
  );
}

function LetterLine({ letter }: { letter: Letter }) {
  const { t, locale } = useWords();
  const now = useNow();
  const time = clock(letter.madeAt, locale);
  const when = dayKey(letter.madeAt) === dayKey(now) ? time : `${day(letter.madeAt, locale)} ${time}`;
  return (
    <li className={styles.letter} data-unread={letter.readAt ? undefined : ""}>
      <span className={styles.dot} aria-hidden="true" />
      <div>
        <div className="row row-between">
          <h2 className="title">
            {!letter.readAt && <span className="vh">{t("volunteer.inbox.new")} </span>}
            {letter.title}
          </h2>
          <time className="tiny muted num" dateTime={letter.madeAt}>
            {when}
          </time>
        </div>
        <p className="small">{letter.body}</p>
        {letter.link && letter.link !== "/home" && (
          <a className="small" href={letter.link}>
            {t("volunteer.inbox.open")}
          </a>
        )}
      </div>
    </li>
  );
}
