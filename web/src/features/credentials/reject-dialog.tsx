import { useState } from "react";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/field.tsx";

/** A refusal needs a reason: its holder reads it and hands in what was missing. */
export function RejectDialog(props: {
  open: boolean;
  name: string;
  onClose: () => void;
  onReject: (reason: string) => Promise<void>;
}) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const reject = () => {
    setMissing(reason.trim() === "");
    if (reason.trim() !== "") void props.onReject(reason.trim());
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t("credentials.reject.title", { credential: props.name })}
      closeLabel={t("app.close")}
      actions={
        <>
          <Button onClick={props.onClose}>{t("credentials.reject.back")}</Button>
          <Button tone="danger" onClick={reject}>
            {t("credentials.reject.do")}
          </Button>
        </>
      }
    >
      <TextArea
        label={t("credentials.reject.reason")}
        hint={t("credentials.reject.hint")}
        error={missing && reason.trim() === "" && t("credentials.reject.missing")}
        maxLength={500}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
