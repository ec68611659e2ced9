import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { useNow } from "../../lib/now.ts";
import { dayKey } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { EmptyState, Skeleton } from "../../ui/states.tsx";
import { PickBar } from "./pick-bar.tsx";
import { Refused } from "./refused.tsx";
import { ReleaseDialog } from "./release-dialog.tsx";
import { SidePanels } from "./side-panels.tsx";
import type { Slot } from "./slot.ts";
import { SlotDetails } from "./slot-details.tsx";
import { SlotGrid } from "./slot-grid.tsx";
import { SlotList } from "./slot-list.tsx";
import { tableOf } from "./slot-rows.ts";
import styles from "./slots.module.css";
import type { HotlineSite } from "./slots-frame.tsx";
import { useClaim } from "./use-claim.ts";
import { useSlotKeys } from "./use-slot-keys.ts";
import { useWeek } from "./use-week.ts";
import { addDays, weekOf } from "./week.ts";
import { WeekHead } from "./week-head.tsx";

const route = getRouteApi("/inside/slots");

/** What the person can do with a shift in a cell. The same object for the life of the screen: cells compare it. */
export type SlotActs = { pick: (slot: Slot) => void; details: (slot: Slot) => void };

export function SlotsWeek({ site, day }: { site: HotlineSite; day: string }) {
  const { t } = useWords();
  const { view = "grid", from } = route.useSearch();
  const navigate = route.useNavigate();
  const now = useNow();
  const week = weekOf(day);
  const { slots, mine, readAgain } = useWeek(site, week);
  const [picked, setPicked] = useState<string>();
  const [detailed, setDetailed] = useState<string>();
  const [releasing, setReleasing] = useState<Place>();
  const claim = useClaim({ onDone: readAgain, onSettled: () => setPicked(undefined) });
  const goTo = (search: { week?: string; from?: string; site?: string }) =>
    void navigate({ search: (old) => ({ ...old, from: undefined, ...search }) });
  useSlotKeys(view);

  const found = slots.data?.shifts.edges.map(({ node }) => node) ?? [];
  const byId = (id: string | undefined) => found.find((slot) => slot.id === id);
  const table = tableOf(found);
  const picking = { picked, pending: claim.pending };
  const { forget } = claim;
  const acts = useMemo<SlotActs>(
    () => ({
      pick(slot) {
        forget();
        setPicked((now) => (slot.id === now ? undefined : slot.id));
      },
      details: (slot) => setDetailed(slot.id),
    }),
    [forget],
  );
  const step = (weeks: -1 | 1) => goTo({ week: addDays(week.days[0]!, 7 * weeks) });
  const toGrid = useRef(false);
  const stepInGrid = (weeks: -1 | 1) => {
    toGrid.current = true;
    step(weeks);
  };
  const ready = slots.data !== undefined;
  // The grid of the week before is gone, and the focus with it: it goes on in the new one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a week
  useEffect(() => {
    if (!toGrid.current || !ready) return;
    toGrid.current = false;
    const cell = document.querySelector<HTMLElement>('[role="grid"] [data-cell][tabindex="0"]');
    (cell ?? document.getElementById("main"))?.focus();
  }, [week.from, ready]);
  const shared = { site, week, table, picking, now, acts };
  const choice = byId(picked);
  return (
    <div className={styles.screen}>
      <div>
        <WeekHead week={week} today={dayKey(now)} onWeek={step} onToday={() => goTo({ week: dayKey(now) })} />
        {slots.error && <FailurePanel error={slots.error} onRetry={() => void slots.refetch()} />}
        {!slots.data && !slots.error && <Skeleton rows={9} height={54} label={t("app.loading")} />}
        {slots.data && found.length === 0 && <EmptyState title={t("slots.empty")}>{t("slots.empty.next")}</EmptyState>}
        {found.length > 0 &&
          (view === "grid" ? (
            <SlotGrid
              {...shared}
              from={from ?? dayKey(now)}
              onWeek={stepInGrid}
              onFrom={(first) => goTo({ week: first, from: first })}
            />
          ) : (
            <SlotList {...shared} />
          ))}
        {claim.refused ? (
          <Refused
            refused={claim.refused}
            onInstead={(instead) => {
              forget();
              const first = dayKey(instead.startsAt);
              goTo({ site: instead.site.id, week: first, from: first });
              setPicked(instead.id);
            }}
            onClose={forget}
          />
        ) : (
          choice && (
            <PickBar
              key={choice.id}
              slot={choice}
              mine={mine.data}
              busy={claim.pending === choice.id}
              onClaim={() => void claim.go(choice)}
              onClear={() => setPicked(undefined)}
            />
          )
        )}
      </div>
      <SidePanels week={week} slots={found} mine={mine} choice={choice} now={now} onRelease={setReleasing} />
      <SlotDetails
        slot={byId(detailed)}
        onClose={() => setDetailed(undefined)}
        onPick={acts.pick}
        onRelease={setReleasing}
        now={now}
      />
      <ReleaseDialog place={releasing} now={now} onClose={() => setReleasing(undefined)} onDone={readAgain} />
    </div>
  );
}

/** A place of the person's own that may be given back. */
export type Place = { assignment: string; startsAt: string; endsAt: string };
