import { Pin, PinOff } from "lucide-react";
import { useState } from "react";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Bar } from "../../ui/timeline.tsx";
import styles from "./board.module.css";
import type { PlacedFragment } from "./fill.generated.ts";
import { OfferCountdown } from "./offer-countdown.tsx";
import type { FillActions } from "./use-fill-actions.ts";

type Props = { placed: readonly PlacedFragment[]; actions: FillActions; frozen: boolean };

/** Who is on it: pinned so that the matcher leaves them alone, asked and not yet answered, or applying. */
export function PlacedPeople({ placed, actions, frozen }: Props) {
  const { t } = useWords();
  const [declining, setDeclining] = useState<PlacedFragment>();
  if (placed.length === 0) return null;
  return (
    <div className={styles.placed}>
      <h3 className="tiny muted">{t("board.placed")}</h3>
      <ul>
        {placed.map((one) => (
          <li key={one.id}>
            <Bar state={lookOf(one)}>{one.person.name}</Bar>
            <Controls placed={one} actions={actions} frozen={frozen} onDecline={() => setDeclining(one)} />
          </li>
        ))}
      </ul>
      <DeclineDialog placed={declining} actions={actions} onClose={() => setDeclining(undefined)} />
    </div>
  );
}

function lookOf({ state, pinned, releasingSince }: PlacedFragment) {
  if (state === "OFFERED" || state === "APPLIED") return "wait";
  if (releasingSince) return "late";
  if (state === "CHECKED_IN" || state === "COMPLETED") return "in";
  return pinned ? "pinned" : "ok";
}

function Controls(props: { placed: PlacedFragment; actions: FillActions; frozen: boolean; onDecline: () => void }) {
  const { t } = useWords();
  const { placed, actions, frozen } = props;
  const busy = actions.busy.has(placed.person.id);
  const name = frozen ? t("board.frozen") : placed.person.name;
  if (placed.state === "OFFERED")
    return (
      <OfferCountdown placed={placed} busy={busy} frozen={frozen} onWithdraw={() => void actions.withdraw(placed)} />
    );
  if (placed.state === "APPLIED")
    return (
      <>
        <Button
          small
          busy={busy}
          disabled={frozen}
          aria-label={`${t("board.approve")} ${name}`}
          onClick={() => void actions.answer(placed, true)}
        >
          {t("board.approve")}
        </Button>
        <Button
          small
          tone="quiet"
          disabled={frozen || busy}
          aria-label={`${t("board.decline")} ${name}`}
          onClick={props.onDecline}
        >
          {t("board.decline")}
        </Button>
      </>
    );
  if (placed.state !== "CONFIRMED") return <span className="tiny muted">{t("board.in")}</span>;
  return (
    <>
      {placed.releasingSince && <span className="tiny muted">{t("board.released")}</span>}
      <Button
        small
        icon
        tone="quiet"
        busy={busy}
        disabled={frozen}
        data-pin={placed.id}
        aria-pressed={placed.pinned}
        aria-label={`${t(placed.pinned ? "board.unpin" : "board.pin")} ${name}`}
        title={t(placed.pinned ? "board.unpin" : "board.pin")}
        onClick={() => void actions.pin(placed)}
      >
        <Icon as={placed.pinned ? PinOff : Pin} />
      </Button>
    </>
  );
}

/** Whoever applied deserves a reason. */
function DeclineDialog(props: { placed: PlacedFragment | undefined; actions: FillActions; onClose: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const decline = async () => {
    if (props.placed && (await props.actions.answer(props.placed, false, reason.trim()))) setReason("");
    props.onClose();
  };
  return (
    <Dialog
      open={!!props.placed}
      onClose={props.onClose}
      title={t("board.decline.title", { name: props.placed?.person.name ?? "" })}
      closeLabel={t("app.close")}
      actions={
        <Button tone="primary" disabled={reason.trim() === ""} onClick={() => void decline()}>
          {t("board.decline")}
        </Button>
      }
    >
      <TextArea
        label={t("board.decline.reason")}
        hint={t("board.decline.hint")}
        maxLength={200}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
