import { useFragment } from "@apollo/client/react";
import { Check, ChevronLeft, X } from "lucide-react";
import { useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { CredentialFacts } from "./credential-facts.tsx";
import styles from "./credentials.module.css";
import { OtherCredentials } from "./other-credentials.tsx";
import { type CredentialToCheckFragment, CredentialToCheckFragmentDoc } from "./queue.generated.ts";
import { RejectDialog } from "./reject-dialog.tsx";
import { standingOf } from "./standing.ts";
import { type Checked, useCheck } from "./use-check.ts";

type Props = {
  credential: { __typename: "Credential"; id: string };
  onBack: (() => void) | undefined;
  onChecked: (checked: Checked) => void;
  onStale: () => void;
};

/** What is claimed, what stands behind it, and the one decision. */
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
        <p className="eyebrow">{t(`credentials.eyebrow.${standingOf(credential)}`)}</p>
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
      <Decision credential={credential} busy={loading} check={check} />
    </section>
  );
}

function Decision(props: {
  credential: CredentialToCheckFragment;
  busy: boolean;
  check: (approve: boolean, reason?: string | null) => Promise<boolean>;
}) {
  const { t } = useWords();
  const offline = useConnection().state === "offline";
  const [rejecting, setRejecting] = useState(false);
  const { credential, busy, check } = props;
  const { mayCheck } = credential;
  if (!mayCheck.allowed)
    return (
      <Notice title={t("credentials.not-yours")}>{mayCheck.reasons.map(({ message }) => message).join(" ")}</Notice>
    );
  const which = credential.firstCheckedAt ? "second" : "first";
  return (
    <div className={styles.decision}>
      <p className="small muted">{t(`credentials.${which}.means`)}</p>
      <div className="row">
        <Button data-reject="" disabled={busy || offline} onClick={() => setRejecting(true)}>
          <Icon as={X} />
          <span>{t("credentials.reject")}</span>
        </Button>
        <Button data-approve="" tone="primary" busy={busy} disabled={offline} onClick={() => void check(true)}>
          <Icon as={Check} />
          <span>{t(offline ? "credentials.offline" : `credentials.${which}.approve`)}</span>
        </Button>
      </div>
      <RejectDialog
        open={rejecting}
        name={credential.name}
        onClose={() => setRejecting(false)}
        onReject={async (reason) => {
          setRejecting(false);
          await check(false, reason);
        }}
      />
    </div>
  );
}
