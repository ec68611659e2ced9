import { useMutation } from "@apollo/client/react";
import type { CancelReason } from "@shouwang/schema/types";
import { useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { CancelRequestDocument, type RequestWholeFragment } from "./request.generated.ts";

const reasons = [
  "NO_LONGER_NEEDED",
  "FOUND_ELSEWHERE",
  "WRONG_MATCH",
  "OTHER",
] as const satisfies readonly CancelReason[];

/** Two presses: "close", then why. */
export function CancelRequest({ request, onStale }: { request: RequestWholeFragment; onStale: () => void }) {
  const { t } = useWords();
  const offline = useConnection().state === "offline";
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [cancel, { loading, error }] = useMutation(CancelRequestDocument);
  const press = async (reason: CancelReason) => {
    const input = { request: request.id, expectedVersion: request.version, reason };
    const answer = await cancel({ variables: { input } }).catch(() => undefined);
    if (!answer?.data) return;
    const [refused] = answer.data.cancelRequest.problems;
    setProblem(refused?.message);
    if (refused) return onStale();
    setOpen(false);
    toast(t("requests.cancelled", { number: request.number }));
  };
  return (
    <>
      <Button tone="quiet" disabled={offline} onClick={() => setOpen(true)}>
        {t(offline ? "requests.cancel.offline" : "requests.cancel")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("requests.cancel.title")}
        closeLabel={t("app.close")}
        actions={<Button onClick={() => setOpen(false)}>{t("requests.cancel.not")}</Button>}
      >
        <div className="stack stack-3">
          <p>{t(request.state === "OPEN" ? "requests.cancel.text" : "requests.cancel.text.helper")}</p>
          {problem && <Notice tone="warn" role="status" title={problem} />}
          {error && <FailurePanel error={error} />}
          {reasons.map((reason) => (
            <Button key={reason} block busy={loading} onClick={() => void press(reason)}>
              {t(`requests.cancel.${reason}`)}
            </Button>
          ))}
        </div>
      </Dialog>
    </>
  );
}
