import { useFragment } from "@apollo/client/react";
import { ChevronLeft } from "lucide-react";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { CredentialFacts } from "./credential-facts.tsx";
import styles from "./credentials.module.css";
import { Decision } from "./decision.tsx";
import { OtherCredentials } from "./other-credentials.tsx";
import { type CredentialToCheckFragment, CredentialToCheckFragmentDoc } from "./queue.generated.ts";
import { Revoke } from "./revoke.tsx";
import { standingOf } from "./standing.ts";
import { type Checked, useCheck } from "./use-check.ts";

type Props = {
  credential: { __typename: "Credential"; id: string };
  onBack: (() => void) | undefined;
  onChecked: (checked: Checked) => void;
  onStale: () => void;
};

/** What is claimed, what stands behind it, and the one decision: a check, or to take it away again. */
export function CheckPanel({ credential, ...rest }: Props) {
  const { data, complete } = useFragment({
    fragment: CredentialToCheckFragmentDoc,
    fragmentName: "CredentialToCheck",
    from: credential,
  });
  return complete ? <Panel credential={data as CredentialToCheckFragment} {...rest} /> : null;
}

function Panel({
  credential,
  onBack,
  onChecked,
  onStale,
}: Omit<Props, "credential"> & { credential: CredentialToCheckFragment }) {
  const { t } = useWords();
  const { state } = credential;
  const { check, loading, error, problems } = useCheck({ credential, onChecked, onStale });
  return (
    <section className={`stack ${styles.panel}`} aria-labelledby="credentials-open">
      {onBack && (
        <div className="row">
          <Button tone="quiet" small onClick={onBack}>
            <Icon as={ChevronLeft} />
            <span>{t("credentials.back")}</span>
          </Button>
        </div>
      )}
      <div>
        <p className="eyebrow">
          {state === "SUBMITTED" ? t(`credentials.eyebrow.${standingOf(credential)}`) : t(`credentials.state.${state}`)}
        </p>
        <h2 id="credentials-open" className={styles.name} tabIndex={-1}>
          {credential.name}
        </h2>
        <p className="muted">
          {credential.holder.name} · {t("credentials.number", { number: credential.holder.number })}
          {credential.holder.district && ` · ${credential.holder.district.name}`}
        </p>
      </div>
      <CredentialFacts credential={credential} />
      <OtherCredentials credential={credential} />
      {error && <FailurePanel error={error} />}
      {problems.length > 0 && (
        <Notice tone="warn" role="alert" title={t("credentials.refused")}>
          {problems.map(({ message }) => message).join(" ")}
        </Notice>
      )}
      {state === "SUBMITTED" && <Decision credential={credential} busy={loading} check={check} />}
      {state === "VERIFIED" && <Revoke credential={credential} onStale={onStale} />}
      {credential.reason && <Notice title={t("credentials.reason")}>{credential.reason}</Notice>}
    </section>
  );
}
