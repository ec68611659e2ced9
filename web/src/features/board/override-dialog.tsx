import { useState } from "react";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Ticks } from "../../ui/ticks.tsx";
import { type Candidate, ticksOf } from "./candidate-rows.ts";
import type { FillActions } from "./use-fill-actions.ts";

/** Going on against a rule that may give way: never without a written reason, which is kept with the assignment. */
export function OverrideDialog(props: { candidate: Candidate | undefined; actions: FillActions; onClose: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const { candidate, actions } = props;
  const written = reason.trim();
  const go = async (act: FillActions["invite"]) => {
    if (!candidate || written === "") return;
    props.onClose();
    if (await act(candidate.person, written)) setReason("");
  };
  return (
    <Dialog
      open={!!candidate}
      onClose={props.onClose}
      title={t("board.anyway.title", { name: candidate?.person.name ?? "" })}
      closeLabel={t("app.close")}
      actions={
        <>
          <Button disabled={written === ""} onClick={() => void go(actions.assign)}>
            {t("board.assign")}
          </Button>
          <Button tone="primary" disabled={written === ""} onClick={() => void go(actions.invite)}>
            {t("board.invite")}
          </Button>
        </>
      }
    >
      <div className="stack stack-3">
        {candidate && <Ticks ticks={ticksOf(candidate).filter(({ fit }) => fit !== "yes")} />}
        <p>{candidate?.detail}</p>
        <TextArea
          label={t("board.anyway.reason")}
          hint={t("board.anyway.hint")}
          maxLength={500}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
