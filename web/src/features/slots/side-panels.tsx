import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { SlotLegend } from "../../ui/slot-cell.tsx";
import { Skeleton } from "../../ui/states.tsx";
import { BeforeClaiming } from "./before-claiming.tsx";
import { MyWeek } from "./my-week-panel.tsx";
import type { Slot } from "./slot.ts";
import type { MyWeekQuery } from "./slots.generated.ts";
import styles from "./slots.module.css";
import type { Place } from "./slots-week.tsx";
import type { Week } from "./week.ts";

/** What the person should have in sight while picking: their week, the rules, the key. */
export function SidePanels(props: {
  week: Week;
  slots: readonly Slot[];
  mine: { data?: MyWeekQuery | undefined; error?: unknown; refetch: () => unknown };
  choice: Slot | undefined;
  now: number;
  onRelease: (place: Place) => void;
}) {
  const { t } = useWords();
  const { mine } = props;
  return (
    <aside className={`stack ${styles.side}`} aria-label={t("slots.mine.title")}>
      {!!mine.error && <FailurePanel error={mine.error} onRetry={() => void mine.refetch()} />}
      {!mine.data && !mine.error && <Skeleton rows={4} height={28} label={t("app.loading")} />}
      {mine.data && (
        <>
          <MyWeek
            mine={mine.data}
            week={props.week}
            choice={props.choice}
            now={props.now}
            onRelease={props.onRelease}
          />
          <BeforeClaiming mine={mine.data} slots={props.slots} now={props.now} />
        </>
      )}
      <section className={`card desk ${styles.legend}`}>
        <h2>{t("slots.legend")}</h2>
        <SlotLegend
          entries={[
            { state: "open", label: t("slots.legend.open") },
            { state: "few", label: t("slots.few") },
            { state: "urgent", label: t("slots.legend.urgent") },
            { state: "mine", label: t("slots.mine") },
            { state: "pending", label: t("slots.legend.pending") },
            { state: "wait", label: t("slots.legend.wait") },
            { state: "full", label: t("slots.full") },
            { state: "conflict", label: t("slots.conflict") },
          ]}
        />
      </section>
    </aside>
  );
}
