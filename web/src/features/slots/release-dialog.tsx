import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { failureOf } from "../../lib/errors.ts";
import { intents } from "../../lib/intents.ts";
import { span } from "../../lib/time.ts";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ReleaseSlotDocument } from "./slots.generated.ts";
import type { Place } from "./slots-week.tsx";

/** The server's notice for giving a place back at once. It decides; this only chooses the sentence beforehand. */
const NOTICE = 24 * 3_600_000;

/** Asks before a place is given back, and says whose it is until somebody takes over. */
export function ReleaseDialog(props: {
  place: Place | undefined;
  now: number;
  onClose: () => void;
  onDone: () => unknown;
}) {
  const { t, locale } = useWords();
  const offline = useConnection().state === "offline";
  const [release, { loading }] = useMutation(ReleaseSlotDocument);
  const [problem, setProblem] = useState<string>();
  const { place } = props;
  const near = place !== undefined && Date.parse(place.startsAt) - props.now <= NOTICE;
  const when = place ? span(place.startsAt, place.endsAt, locale) : "";

  const close = () => {
    setProblem(undefined);
    props.onClose();
  };
  const go = async ({ assignment }: Place) => {
    const idempotencyKey = intents.keyFor("releaseShift", assignment);
    try {
      const { data } = await release({ variables: { input: { assignment, idempotencyKey } } });
      intents.answered("releaseShift", assignment);
      const refused = data?.releaseShift.problems[0]?.message;
      if (refused) return setProblem(refused);
      toast(t(data?.releaseShift.assignment?.releasingSince ? "slots.released.near" : "slots.released", { when }));
      close();
    } catch (error) {
      setProblem(t(`app.failure.${failureOf(error).kind}`));
    } finally {
      await props.onDone();
    }
  };
  return (
    <Dialog
      open={place !== undefined}
      onClose={close}
      alert
      title={t("slots.release.title")}
      closeLabel={t("app.close")}
      actions={
        <>
          <Button onClick={close}>{t("slots.release.keep")}</Button>
          <Button tone="primary" busy={loading} disabled={offline} onClick={() => place && void go(place)}>
            {t(offline ? "slots.offline" : near ? "slots.release.ask" : "slots.release.go")}
          </Button>
        </>
      }
    >
      <div className="stack stack-2">
        <p>
          <b className="num">{when}</b>
        </p>
        <p>{t(near ? "slots.release.near" : "slots.release.far")}</p>
        {problem && (
          <Notice tone="danger" role="alert">
            {problem}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
