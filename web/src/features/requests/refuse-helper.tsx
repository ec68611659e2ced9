import { useMutation } from "@apollo/client/react";
import type { PartingReason } from "@shouwang/schema/types";
import { useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { intents } from "../../lib/intents.ts";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RefuseHelperDocument, type RequestWholeFragment } from "./request.generated.ts";

const reasons = ["TIMES_CHANGED", "NOT_A_MATCH", "DID_NOT_COME", "OTHER"] as const satisfies readonly PartingReason[];

/** Somebody else instead of this helper: the request stays open. Two presses, the second says why. */
export function RefuseHelper({ request, onStale }: { request: RequestWholeFragment; onStale: () => void }) {
  const { t } = useWords();
  const offline = useConnection().state === "offline";
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [refuse, { loading, error }] = useMutation(RefuseHelperDocument);
  const { assignment } = request;
  if (!assignment) return null;
  const press = async (reason: PartingReason) => {
    const input = { assignment: assignment.id, expectedVersion: assignment.version, reason };
    const idempotencyKey = intents.keyFor("refuseHelper", input);
    const answer = await refuse({ variables: { input: { ...input, idempotencyKey } } }).catch(() => undefined);
    if (!answer?.data) return;
    intents.answered("refuseHelper", input);
    const [refused] = answer.data.refuseHelper.problems;
    setProblem(refused?.message);
    if (refused) return onStale();
    setOpen(false);
    toast(t("requests.refused"));
  };
  return (
    <>
      <Button tone="quiet" block disabled={offline} onClick={() => setOpen(true)}>
        {t(offline ? "requests.refuse.offline" : "requests.refuse")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("requests.refuse.title")}
        closeLabel={t("app.close")}
        actions={<Button onClick={() => setOpen(false)}>{t("requests.refuse.not")}</Button>}
      >
        <div className="stack stack-3">
          <p>{t("requests.refuse.text")}</p>
          {problem && <Notice tone="warn" role="status" title={problem} />}
          {error && <FailurePanel error={error} />}
          {reasons.map((reason) => (
            <Button key={reason} block busy={loading} onClick={() => void press(reason)}>
              {t(`requests.refuse.${reason}`)}
            </Button>
          ))}
        </div>
      </Dialog>
    </>
  );
}
