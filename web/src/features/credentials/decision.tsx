import { Check, X } from "lucide-react";
import { useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import styles from "./credentials.module.css";
import type { CredentialToCheckFragment } from "./queue.generated.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

/** One of two checks, or why it is not this checker's. */
export function Decision(props: {
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
      <ReasonDialog
        kind="reject"
        open={rejecting}
        name={credential.name}
        onClose={() => setRejecting(false)}
        onGiven={async (reason) => {
          setRejecting(false);
          await check(false, reason);
        }}
      />
    </div>
  );
}
