import { useMutation } from "@apollo/client/react";
import { Ban } from "lucide-react";
import { useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import styles from "./credentials.module.css";
import { type CredentialToCheckFragment, RevokeCredentialDocument } from "./queue.generated.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

/** Takes a verified credential away: two presses and a reason. Not optimistic: people lose shifts by it. */
export function Revoke({ credential, onStale }: { credential: CredentialToCheckFragment; onStale: () => void }) {
  const { t } = useWords();
  const offline = useConnection().state === "offline";
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [send, { loading, error }] = useMutation(RevokeCredentialDocument);
  const { id, version, name, holder } = credential;
  const revoke = async (reason: string) => {
    setAsking(false);
    const input = { credential: id, expectedVersion: version, reason };
    const answer = (await send({ variables: { input } }).catch(() => undefined))?.data?.revokeCredential;
    if (!answer) return;
    setProblem(answer.problems[0]?.message);
    if (answer.problems.length > 0) onStale();
    else toast(t("credentials.done.REVOKED", { name: holder.name, credential: name }));
  };
  return (
    <div className={styles.decision}>
      <p className="small muted">{t("credentials.revoke.means")}</p>
      {error && <FailurePanel error={error} />}
      {problem && <Notice tone="warn" role="alert" title={problem} />}
      <div className="row">
        <Button tone="danger" busy={loading} disabled={offline} onClick={() => setAsking(true)}>
          <Icon as={Ban} />
          <span>{t(offline ? "credentials.offline" : "credentials.revoke")}</span>
        </Button>
      </div>
      <ReasonDialog kind="revoke" open={asking} name={name} onClose={() => setAsking(false)} onGiven={revoke} />
    </div>
  );
}
