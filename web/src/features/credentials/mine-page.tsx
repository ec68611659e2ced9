import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useBoardEvents } from "../../lib/live.ts";
import { useWords } from "../../lib/words.ts";
import { ConnectionChip } from "../../shell/connection-chip.tsx";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { CredentialCard } from "./credential-card.tsx";
import styles from "./credentials.module.css";
import { MyCredentialEventsDocument, MyCredentialsDocument, type MyCredentialsQuery } from "./mine.generated.ts";
import { SubmitForm } from "./submit-form.tsx";

/** What one has handed in, how far each has come, and the way to hand in another. */
export function MinePage() {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(MyCredentialsDocument, { fetchPolicy: "cache-and-network" });
  useFollowing(data, refetch);
  const all = data?.viewer?.person.credentials ?? [];
  const add = (
    <Button tone="primary" onClick={() => setAdding(true)}>
      {t("credentials.add")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("app.my-credentials")} end={<ConnectionChip />} />
      <main id="main" className={`wrap stack stack-5 ${styles.mine}`} tabIndex={-1}>
        <p className="muted">{t("credentials.mine.lead")}</p>
        {error && <FailurePanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton rows={3} height={120} label={t("app.loading")} />}
        {adding && (
          <SubmitForm
            onDone={() => {
              setAdding(false);
              void refetch();
            }}
            onCancel={() => setAdding(false)}
          />
        )}
        {data && !adding && all.length > 0 && <div className="row">{add}</div>}
        {data && !adding && all.length === 0 && (
          <EmptyState title={t("credentials.mine.none")} actions={add}>
            {t("credentials.mine.none.text")}
          </EmptyState>
        )}
        {all.length > 0 && (
          <ul className="stack">
            {all.map((credential) => (
              <CredentialCard key={credential.id} credential={credential} />
            ))}
          </ul>
        )}
      </main>
    </>
  );
}

/** One's own board says when a checker has decided; the card then changes by itself. */
function useFollowing(data: MyCredentialsQuery | undefined, refetch: () => Promise<unknown>): void {
  const own = data?.viewer?.boards.find((board) => board.startsWith("person/"));
  const known = (id: string) => data?.viewer?.person.credentials?.some((credential) => credential.id === id);
  useBoardEvents({
    document: MyCredentialEventsDocument,
    variables: { board: own ?? "" },
    after: own ? 0 : undefined,
    pick: ({ boardEvents }) => boardEvents,
    isReset: ({ kind }) => kind === "RESET",
    onEvents: (events) => {
      const fresh = events.some(({ kind, subjectId }) => kind === "CREDENTIAL_CHANGED" && !known(subjectId));
      if (fresh) void refetch();
    },
    refresh: () => void refetch(),
  });
}
