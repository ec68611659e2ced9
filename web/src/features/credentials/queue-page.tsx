import { useQuery } from "@apollo/client/react";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { usePhone } from "../../ui/use-phone.ts";
import { CheckPanel } from "./check-panel.tsx";
import styles from "./credentials.module.css";
import { FindHolder } from "./find-holder.tsx";
import { HolderPanes } from "./holder-panes.tsx";
import { CredentialByIdDocument, CredentialQueueDocument, type CredentialQueueQuery } from "./queue.generated.ts";
import { QueueList } from "./queue-list.tsx";
import { nextToCheck } from "./standing.ts";
import type { Checked } from "./use-check.ts";
import { useQueueKeys } from "./use-queue-keys.ts";

const route = getRouteApi("/inside/credentials");

/** The queue belongs to no board, so it is asked for again this often: another checker may have been faster. */
const POLL = 15_000;
/** A page of the longest wait is more than anybody checks before it is asked for again. */
const FIRST = 30;

/** What waits for two checkers, the longest wait first, and the one that is looked at. */
export function QueuePage() {
  const { t } = useWords();
  const { open, of } = route.useSearch();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(CredentialQueueDocument, {
    variables: { first: FIRST },
    fetchPolicy: "cache-and-network",
    pollInterval: POLL,
  });
  useQueueKeys();
  const lines = data?.credentialQueue.edges.map(({ node }) => node) ?? [];
  const mine = lines.filter(({ mayCheck }) => mayCheck.allowed).length;
  const look = (id: string | undefined) =>
    navigate({ to: "/credentials", search: (old) => ({ ...old, open: id }), resetScroll: false });
  const onChecked = async ({ id, words }: Checked) => {
    toast(words);
    await look(nextToCheck(lines, id)?.id);
    await refetch().catch(() => {});
  };
  return (
    <>
      <PageHead
        title={t("app.credentials")}
        note={
          data &&
          t(data.credentialQueue.pageInfo.hasNextPage ? "credentials.yours.more" : "credentials.yours", { count: mine })
        }
        end={<FindHolder key={of} of={of} />}
      />
      <main id="main" className={styles.queue} tabIndex={-1}>
        {error && <FailurePanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && (
          <div className="wrap">
            <Skeleton rows={6} height={72} label={t("app.loading")} />
          </div>
        )}
        {of !== undefined && <HolderPanes key={of} number={of} open={open} onLook={(id) => void look(id)} />}
        {of === undefined && data && lines.length === 0 && !open && (
          <EmptyState title={t("credentials.none")}>{t("credentials.none.next")}</EmptyState>
        )}
        {of === undefined && data && (lines.length > 0 || open) && (
          <Panes
            lines={lines}
            hasMore={data.credentialQueue.pageInfo.hasNextPage}
            open={open}
            onLook={(id) => void look(id)}
            onChecked={(checked) => void onChecked(checked)}
            onStale={() => void refetch()}
          />
        )}
      </main>
    </>
  );
}

type Line = CredentialQueueQuery["credentialQueue"]["edges"][number]["node"];

/** Beside each other on a desk; on a phone the list, or what is looked at. */
function Panes(props: {
  lines: readonly Line[];
  hasMore: boolean;
  open: string | undefined;
  onLook: (id: string | undefined) => void;
  onChecked: (checked: Checked) => void;
  onStale: () => void;
}) {
  const phone = usePhone();
  const { lines, open, onLook } = props;
  const shown = open ?? (phone ? undefined : (nextToCheck(lines, undefined) ?? lines[0])?.id);
  const line = lines.find(({ id }) => id === shown);
  const panel = (credential: { __typename: "Credential"; id: string }) => (
    <CheckPanel
      key={credential.id}
      credential={credential}
      onBack={phone ? () => onLook(undefined) : undefined}
      onChecked={props.onChecked}
      onStale={props.onStale}
    />
  );
  return (
    <div className={styles.panes}>
      {(!phone || !shown) && <QueueList lines={lines} hasMore={props.hasMore} open={shown} />}
      {shown && line && panel(line)}
      {shown && !line && <Unlisted id={shown} panel={panel} />}
    </div>
  );
}

/** Further back than the page of the queue that is shown; or dealt with, perhaps by somebody who was faster. */
function Unlisted(props: { id: string; panel: (credential: { __typename: "Credential"; id: string }) => ReactNode }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(CredentialByIdDocument, { variables: { id: props.id } });
  if (error) return <FailurePanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={4} height={72} label={t("app.loading")} />;
  return data.credential ? props.panel(data.credential) : <Gone />;
}

/** Reached by an old link. */
function Gone() {
  const { t } = useWords();
  const back = (
    <Link className={buttonClass()} to="/credentials">
      {t("credentials.back")}
    </Link>
  );
  return (
    <EmptyState title={t("credentials.gone")} actions={back}>
      {t("credentials.gone.next")}
    </EmptyState>
  );
}
