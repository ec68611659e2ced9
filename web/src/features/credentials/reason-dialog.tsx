import { useState } from "react";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/field.tsx";

/** Taking something from its holder needs a reason, which they read. */
export function ReasonDialog(props: {
  open: boolean;
  kind: "reject" | "revoke";
  name: string;
  onClose: () => void;
  onGiven: (reason: string) => Promise<void>;
}) {
  const { t } = useWords();
  const { kind } = props;
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const give = () => {
    setMissing(reason.trim() === "");
    if (reason.trim() !== "") void props.onGiven(reason.trim());
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t(`credentials.${kind}.title`, { credential: props.name })}
      closeLabel={t("app.close")}
      actions={
        <>
          <Button onClick={props.onClose}>{t(`credentials.${kind}.back`)}</Button>
          <Button tone="danger" onClick={give}>
            {t(`credentials.${kind}.do`)}
          </Button>
        </>
      }
    >
      <TextArea
        label={t(`credentials.${kind}.reason`)}
        hint={t(`credentials.${kind}.hint`)}
        error={missing && reason.trim() === "" && t(`credentials.${kind}.missing`)}
        maxLength={500}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
