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
import { type Duty, dutyTitle } from "./duty.ts";
import { LeaveRequestDocument } from "./schedule.generated.ts";

const reasons = ["TIMES_CHANGED", "UNWELL", "NOT_A_MATCH", "OTHER"] as const satisfies readonly PartingReason[];

/** Leaving a family: that tomorrow's session is still to be given is said before the press. */
export function LeaveDialog(props: {
  duty: Duty;
  assignment: { id: string; version: number };
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useWords();
  const offline = useConnection().state === "offline";
  const [leave, { loading, error }] = useMutation(LeaveRequestDocument);
  const [problem, setProblem] = useState<string>();
  const { id, version } = props.assignment;
  const act = async (reason: PartingReason) => {
    const asked = { assignment: id, expectedVersion: version, reason };
    const { data } = await leave({
      variables: { input: { ...asked, idempotencyKey: intents.keyFor("leaveRequest", asked) } },
    });
    intents.answered("leaveRequest", asked);
    const [refused] = data?.leaveRequest.problems ?? [];
    setProblem(refused?.message);
    if (!data) return;
    props.onDone();
    if (refused) return;
    toast(t("volunteer.leave.done"));
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t("volunteer.leave.title")}
      closeLabel={t("app.close")}
      alert
      actions={<Button onClick={props.onClose}>{t("volunteer.leave.not")}</Button>}
    >
      <div className="stack stack-3">
        <p>
          <b>{dutyTitle(props.duty)}</b> {props.duty.request?.number}
        </p>
        <p>{t("volunteer.leave.text")}</p>
        {problem && <Notice tone="need" role="alert" title={problem} />}
        {error && <FailurePanel error={error} />}
        {reasons.map((reason) => (
          <Button key={reason} block busy={loading} disabled={offline} onClick={() => void act(reason).catch(() => {})}>
            {t(offline ? "volunteer.offline" : `volunteer.leave.${reason}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
