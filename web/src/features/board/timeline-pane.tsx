import { useFragment } from "@apollo/client/react";
import { Check, Hourglass, Pin } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { clock, hours as hoursWords } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Icon } from "../../ui/icon.tsx";
import { PaneHead } from "../../ui/pane.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { TimelineTable } from "../../ui/timeline-table.tsx";
import {
  type BoardLanesFragment,
  BoardLanesFragmentDoc,
  LaneCommitmentFragmentDoc,
  LaneShiftFragmentDoc,
} from "./board.generated.ts";
import styles from "./board.module.css";
import { shownHours, ticksOf } from "./day-window.ts";
import { rowsOf } from "./lane-words.ts";
import { commitmentLanes, gapsFirst, type Lane, type LaneCommitment, type LaneShift, shiftLanes } from "./lanes.ts";

export type TimelineView = "timeline" | "table";

export function TimelinePane(props: {
  board: { __typename: "Board"; key: string };
  window: { from: string; to: string };
  day: string;
  now: number;
  view: TimelineView;
  hours: "half" | "whole";
  open: string | undefined;
  onView: (view: TimelineView) => void;
  onHours: (hours: "half" | "whole") => void;
  onOpen: (work: string) => void;
}) {
  const { t, locale } = useWords();
  const { lanes, shown, cut } = useLanes(props);
  const rows = useMemo(() => rowsOf(lanes, t, locale, props.now), [lanes, t, locale, props.now]);
  const works = useMemo(
    () => new Map(lanes.flatMap(({ seats }) => seats.map(({ key, work }) => [key, work]))),
    [lanes],
  );
  const open = (key: string) => {
    const work = works.get(key);
    if (work) props.onOpen(work);
  };
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was just opened is brought into sight, once
  useEffect(() => {
    box.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [props.open]);
  const running = props.now >= shown.from && props.now < shown.to;
  return (
    <section className={styles.time} aria-labelledby="board-timeline">
      <PaneHead id="board-timeline" title={t("board.timeline")}>
        <Legend />
        <div className={`${styles.views} end`}>
          <Segmented
            small
            label={t("board.hours")}
            value={props.hours}
            segments={[
              { key: "half", label: t("board.hours.half") },
              { key: "whole", label: t("board.hours.whole") },
            ]}
            onChange={props.onHours}
          />
          <Segmented
            small
            label={t("board.view")}
            value={props.view}
            segments={[
              { key: "timeline", label: t("board.timeline") },
              { key: "table", label: t("board.table") },
            ]}
            onChange={props.onView}
          />
        </div>
      </PaneHead>
      {cut && <p className={`tiny muted ${styles.still}`}>{t("board.cut")}</p>}
      <div className={styles.scroll} ref={box}>
        {rows.length === 0 ? (
          <EmptyState title={t("board.timeline.none")}>{t("board.timeline.none.next")}</EmptyState>
        ) : props.view === "timeline" ? (
          <Timeline
            label={t("board.timeline")}
            window={shown}
            ticks={ticksOf(shown).map((at) => ({ at, text: clock(at, locale) }))}
            rows={rows}
            now={running ? { at: props.now, text: clock(props.now, locale) } : undefined}
            current={[...works].filter(([, work]) => work === props.open).map(([key]) => key)}
            onOpen={open}
          />
        ) : (
          <TimelineTable
            caption={t("board.timeline")}
            heads={[t("board.place"), t("board.time"), t("board.state")]}
            rows={rows}
            time={(bar) => hoursWords(bar.start, bar.end, locale)}
            onOpen={open}
          />
        )}
      </div>
    </section>
  );
}

/** Lists hold ids; each shift is watched on its own, so that an event about one reads one. */
function useLanes(props: {
  board: { __typename: "Board"; key: string };
  window: { from: string; to: string };
  day: string;
  now: number;
  hours: "half" | "whole";
  open: string | undefined;
}): { lanes: readonly Lane[]; shown: { from: number; to: number }; cut: boolean } {
  const listed = useFragment({
    fragment: BoardLanesFragmentDoc,
    fragmentName: "BoardLanes",
    from: props.board,
    variables: props.window,
  }).data as Partial<BoardLanesFragment>;
  const { shifts: shiftList, commitments: sessionList } = listed;
  const shifts = useFragment({
    fragment: LaneShiftFragmentDoc,
    from: shiftList?.edges.map(({ node }) => node) ?? [],
  }).data;
  const sessions = useFragment({
    fragment: LaneCommitmentFragmentDoc,
    from: sessionList?.edges.map(({ node }) => node) ?? [],
  }).data;
  const opened = shifts.find((shift) => shift?.id && `shift/${shift.id}` === props.open)?.startsAt;
  const shown = useMemo(
    () => shownHours(props.day, props.hours, props.now, opened ? Date.parse(opened) : undefined),
    [props.day, props.hours, props.now, opened],
  );
  const lanes = useMemo(() => {
    const whole = <Item extends { startsAt?: string }>(items: readonly (Item | null)[]) =>
      items.filter((item) => item?.startsAt);
    return [
      ...gapsFirst(shiftLanes(whole(shifts) as LaneShift[], shown, props.now)),
      ...commitmentLanes(whole(sessions) as LaneCommitment[], shown, props.now),
    ];
  }, [shifts, sessions, shown, props.now]);
  const cut = !!shiftList?.pageInfo.hasNextPage || !!sessionList?.pageInfo.hasNextPage;
  return { lanes, shown, cut };
}

function Legend() {
  const { t } = useWords();
  const signs = [
    [Check, "board.in"],
    [Pin, "board.pinned"],
    [Hourglass, "board.wait"],
  ] as const;
  return (
    <span className={`${styles.legend} tiny muted desk`}>
      {signs.map(([icon, word]) => (
        <span key={word}>
          <Icon as={icon} /> {t(word)}
        </span>
      ))}
    </span>
  );
}
