import { useState } from "react";
import { announceNow } from "../../lib/announce.ts";
import { useConnection } from "../../lib/connection.ts";
import { useWords } from "../../lib/words.ts";
import { ActionBar } from "../../ui/action-bar.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { type Own, type Pick, pickedIds, type tally } from "./picks.ts";
import type { useRunActs } from "./use-run-acts.ts";

type Props = {
  counts: ReturnType<typeof tally>;
  /** All pages are here: the number on the button is the number that is applied. */
  complete: boolean;
  picks: readonly Pick[];
  own: Own;
  acts: ReturnType<typeof useRunActs>;
  onDone: () => void;
};

export function ApplyRun({ counts, complete, picks, own, acts, onDone }: Props) {
  const { t } = useWords();
  const { state } = useConnection();
  const [asking, setAsking] = useState(false);
  const offline = state === "offline";
  const notes = [
    counts.stale > 0 && t("match.bar.stale", { count: counts.stale }),
    counts.moving > 0 && t("match.bar.moving", { count: counts.moving }),
    t("match.bar.next"),
  ];
  const run = (act: Promise<void>) => act.then(onDone, () => {});
  const apply = () => {
    announceNow(t("match.applying", { count: counts.picked }));
    void run(acts.apply(pickedIds(picks, own)));
  };
  return (
    <ActionBar
      kind="apply"
      label={t("match.bar")}
      actions={
        <>
          <Button disabled={offline || acts.busy} onClick={() => setAsking(true)}>
            {t("match.discard")}
          </Button>
          <Button
            tone="primary"
            busy={acts.busy}
            disabled={offline || !complete || counts.picked === 0}
            onClick={apply}
          >
            {offline ? t("match.offline") : t("match.apply", { count: counts.picked })}
          </Button>
          <Dialog
            open={asking}
            onClose={() => setAsking(false)}
            title={t("match.discard.title")}
            closeLabel={t("app.close")}
            actions={
              <>
                <Button onClick={() => setAsking(false)}>{t("match.discard.keep")}</Button>
                <Button
                  tone="danger"
                  onClick={() => {
                    setAsking(false);
                    void run(acts.discard());
                  }}
                >
                  {t("match.discard")}
                </Button>
              </>
            }
          >
            <p>{t("match.discard.text")}</p>
          </Dialog>
        </>
      }
    >
      <b className="num">{t("match.bar.picked", { count: counts.picked })}</b>{" "}
      <span className="muted small">{notes.filter(Boolean).join(" ")}</span>
    </ActionBar>
  );
}
