import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PaneHead } from "../../ui/pane.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { useReturnFocus } from "../../ui/use-return-focus.ts";
import styles from "./board.module.css";
import { type Candidate, nextToAsk } from "./candidate-rows.ts";
import { Candidates } from "./candidates.tsx";
import { useFillTitle } from "./fill-title.ts";
import { OverrideDialog } from "./override-dialog.tsx";
import { PlacedPeople } from "./placed-people.tsx";
import { RefusedNotice } from "./refused-notice.tsx";
import { useFill } from "./use-fill.ts";
import { useFillActions } from "./use-fill-actions.ts";
import type { Work } from "./work.ts";

/** Who could take a place: best first, those kept back by a rule with its name; beside them who is on it already. */
export function FillPanel(props: {
  work: Work;
  touched: number;
  frozen: boolean;
  inSheet: boolean;
  onClose: () => void;
}) {
  const { t } = useWords();
  const { fill, error, refetch } = useFill(props.work, props.touched);
  const actions = useFillActions(props.work, refetch);
  const [overriding, setOverriding] = useState<Candidate>();
  const { title, note } = useFillTitle(fill);
  const next = fill ? nextToAsk(fill.candidates.list, fill.free) : [];
  const waiting = actions.busy.size > 0;
  const box = useReturnFocus<HTMLElement>();
  useEffect(() => {
    // A sheet is a dialog and moves the focus itself.
    if (!props.inSheet) box.current?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }, [box, props.inSheet]);

  return (
    <section
      ref={box}
      className={styles.fill}
      aria-labelledby="board-fill"
      data-sheet={props.inSheet ? "" : undefined}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && props.onClose()}
    >
      <PaneHead id="board-fill" tall title={title ?? t("board.fill")} note={note}>
        {next.length > 0 && (
          <Button
            small
            tone="primary"
            busy={waiting}
            disabled={props.frozen}
            {...(props.frozen && { "aria-label": t("board.frozen") })}
            onClick={() => void actions.inviteInTurn(next.map(({ person }) => person))}
          >
            {t("board.invite.next", { count: next.length })}
          </Button>
        )}
        {!props.inSheet && (
          <Button small icon tone="quiet" aria-label={t("board.fill.close")} onClick={props.onClose}>
            <Icon as={X} />
          </Button>
        )}
      </PaneHead>
      {actions.refused && <RefusedNotice refused={actions.refused} />}
      {error && !fill && <FailurePanel error={error} onRetry={refetch} />}
      {!error && !fill && <Skeleton rows={5} label={t("board.fill.loading")} />}
      {fill && (
        <>
          <PlacedPeople placed={fill.placed} actions={actions} frozen={props.frozen} />
          {fill.candidates.list.length === 0 ? (
            <EmptyState title={t("board.candidates.none")}>{t("board.candidates.none.next")}</EmptyState>
          ) : (
            <Candidates fill={fill} actions={actions} frozen={props.frozen} onOverride={setOverriding} />
          )}
        </>
      )}
      <OverrideDialog candidate={overriding} actions={actions} onClose={() => setOverriding(undefined)} />
    </section>
  );
}
