import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { intents } from "../../lib/intents.ts";
import { span } from "../../lib/time.ts";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type Duty, dutyTitle } from "./duty.ts";
import { ReleaseFromScheduleDocument } from "./schedule.generated.ts";

/** Giving a shift back: near its start it stays theirs until somebody takes over, and that is said before the press. */
export function ReleaseDialog(props: {
  duty: Duty;
  assignment: string;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, locale } = useWords();
  const { state } = useConnection();
  const [release, { loading, error }] = useMutation(ReleaseFromScheduleDocument);
  const [problem, setProblem] = useState<string>();
  const { duty, assignment } = props;
  const offline = state === "offline";
  const act = async () => {
    const asked = { assignment };
    const { data } = await release({
      variables: { input: { ...asked, idempotencyKey: intents.keyFor("releaseShift", asked) } },
    });
    intents.answered("releaseShift", asked);
    const answer = data?.releaseShift;
    setProblem(answer?.problems[0]?.message);
    if (!answer || answer.problems.length > 0) return;
    toast(t(answer.assignment?.releasingSince ? "volunteer.release.waiting" : "volunteer.release.done"));
    props.onClose();
    props.onDone();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t("volunteer.release.title")}
      closeLabel={t("app.close")}
      alert
      actions={
        <>
          <Button onClick={props.onClose}>{t("volunteer.release.keep")}</Button>
          <Button tone="danger" busy={loading} disabled={offline} onClick={() => void act().catch(() => {})}>
            {t(offline ? "volunteer.offline" : "volunteer.release.act")}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          <b>{dutyTitle(duty)}</b> <span className="num">{span(duty.startsAt, duty.endsAt, locale)}</span>
        </p>
        <p>{t("volunteer.release.text")}</p>
        {problem && <Notice tone="need" role="alert" title={problem} />}
        {error && <FailurePanel error={error} />}
      </div>
    </Dialog>
  );
}
