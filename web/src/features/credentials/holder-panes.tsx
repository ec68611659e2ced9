import { useQuery } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { PaneHead } from "../../ui/pane.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { usePhone } from "../../ui/use-phone.ts";
import { CheckPanel } from "./check-panel.tsx";
import styles from "./credentials.module.css";
import { CredentialsOfDocument, type CredentialsOfQuery } from "./queue.generated.ts";
import { toneOf } from "./state-tone.ts";

type Found = CredentialsOfQuery["credentialsOf"];

/** Everything that one volunteer has handed in, and the one that is looked at. */
export function HolderPanes(props: {
  number: number;
  open: string | undefined;
  onLook: (id: string | undefined) => void;
}) {
  const { t } = useWords();
  const phone = usePhone();
  const { data, error, refetch } = useQuery(CredentialsOfDocument, {
    variables: { number: String(props.number) },
    fetchPolicy: "cache-and-network",
  });
  const found = data?.credentialsOf ?? [];
  const shown = found.find(({ id }) => id === props.open) ?? (phone ? undefined : found[0]);
  if (error) return <FailurePanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={4} height={72} label={t("app.loading")} />;
  if (found.length === 0)
    return (
      <EmptyState title={t("credentials.find.none", { number: props.number })} actions={<Back />}>
        {t("credentials.find.none.next")}
      </EmptyState>
    );
  return (
    <div className={styles.panes}>
      {(!phone || !shown) && <HolderList found={found} open={shown?.id} />}
      {shown && (
        <CheckPanel
          key={shown.id}
          credential={shown}
          onBack={phone ? () => props.onLook(undefined) : undefined}
          onChecked={() => void refetch()}
          onStale={() => void refetch()}
        />
      )}
    </div>
  );
}

function HolderList({ found, open }: { found: Found; open: string | undefined }) {
  const { t } = useWords();
  return (
    <section className={styles.list} aria-labelledby="credentials-queue">
      <PaneHead id="credentials-queue" title={t("credentials.of", { name: found[0]!.holder.name })}>
        <Back />
      </PaneHead>
      <ol>
        {found.map(({ id, name, validUntil, state }) => (
          <li key={id}>
            <Link
              className={styles.line}
              to="/credentials"
              search={(old) => ({ ...old, open: id })}
              resetScroll={false}
              aria-current={id === open ? "true" : undefined}
              data-line=""
            >
              <span className="grow">
                <b>{name}</b>
                <small className="num">{t("credentials.until", { day: validUntil })}</small>
              </span>
              <Chip tone={toneOf[state]}>{t(`credentials.state.${state}`)}</Chip>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Back() {
  const { t } = useWords();
  return (
    <Link className={buttonClass({ small: true })} to="/credentials" search={{}}>
      {t("credentials.back")}
    </Link>
  );
}
