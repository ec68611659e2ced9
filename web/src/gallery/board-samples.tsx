import { Hourglass, X } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { CandidateTable } from "../ui/candidate-table.tsx";
import { Chip, Count } from "../ui/chip.tsx";
import { CoverStrip, WeekGaps } from "../ui/cover-strip.tsx";
import { Feed } from "../ui/feed.tsx";
import { GapRow } from "../ui/gap-row.tsx";
import { Icon } from "../ui/icon.tsx";
import { BigNumber, PaneHead } from "../ui/pane.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Timeline } from "../ui/timeline.tsx";
import type { TimelineBar, TimelineRow } from "../ui/timeline-rows.ts";
import { TimelineTable } from "../ui/timeline-table.tsx";
import { Figure, type Pick } from "./figure.tsx";
import styles from "./gallery.module.css";
import { bars, text } from "./samples.ts";

const noon = Date.parse("2026-11-23T04:00:00Z");
const hour = 3_600_000;
const needed = [4, 4, 2, 2, 2, 2, 2, 4, 6, 6, 8, 8, 8, 8, 8, 8, 8, 8, 10, 10, 8, 8, 6, 6];

function rowsOf(s: Pick): TimelineRow[] {
  const bar = (row: number, index: number): TimelineBar => {
    const { state, text: name } = bars[(row + index) % bars.length]!;
    const start = noon + 2 * index * hour;
    return {
      key: `${row}-${index}`,
      state,
      start,
      end: start + (row % 3 === 2 ? 1.5 : 2) * hour,
      text: s(name),
      label: `${s(name)} ${12 + 2 * index}:00`,
    };
  };
  return [0, 1, 2, 3, 4].map((row) => ({
    key: String(row),
    label: `${s(text.board)} ${row + 1}`,
    bars: [0, 1, 2, 3, 4, 5].map((index) => bar(row, index)),
  }));
}

export function BoardSamples({ s }: { s: Pick }) {
  const [view, setView] = useState<"timeline" | "table">("timeline");
  const rows = rowsOf(s);
  const hours = needed.map((need, at) => ({
    hour: at,
    needed: need,
    filled: at === 20 || at === 21 ? need - 2 : at === 23 || at === 13 ? need - 1 : need,
    gap: at === 20 || at === 21,
    past: at < 19,
    label: `${at}:00, ${need}`,
  }));
  const days = ["2", "1", "1", "3", "0", "2", "0"].map((gaps, index) => ({
    key: String(index),
    name: 23 + index,
    gaps: Number(gaps),
    label: `${23 + index}: ${gaps}`,
  }));
  return (
    <Figure title={s(text.board)}>
      <div className="dense">
        <section className={styles.cover}>
          <BigNumber value={2} label={s(text.tonight)} need />
          <BigNumber value={9} label={s(text.sevenDays)} />
          <div className="grow">
            <CoverStrip label={s(text.cover)} hours={hours} now={{ hour: 19, at: 0.24, text: "19:14" }} />
          </div>
          <WeekGaps label={s(text.gapsWeek)} days={days} />
        </section>
        <div className={styles.two}>
          <section>
            <PaneHead title={s(text.todo)}>
              <Count value={7} />
              <span className="muted tiny end">{s(text.sorted)}</span>
            </PaneHead>
            <ul>
              <GapRow
                kind="gap"
                title={s(text.gap1)}
                when={s(text.gap1When)}
                note={s(text.gap1Note)}
                action={
                  <Button small aria-expanded>
                    {s(text.fill)}
                  </Button>
                }
                current
              />
              <GapRow
                kind="warn"
                title={s(text.gap2)}
                when={s(text.gap2When)}
                note={s(text.gap2Note)}
                action={<Button small>{s(text.contact)}</Button>}
              />
              <GapRow
                kind="wait"
                title={s(text.gap3)}
                when={s(text.gap3When)}
                note={s(text.gap3Note)}
                action={<Button small>{s(text.look)}</Button>}
              />
            </ul>
            <PaneHead title={s(text.feed)} />
            <Feed
              label={s(text.feed)}
              entries={[
                { key: "1", time: "19:13", text: s(text.feed1), fresh: true },
                { key: "2", time: "19:12", text: s(text.feed2) },
              ]}
            />
          </section>
          <section>
            <PaneHead title={s(text.timeline)}>
              <Segmented
                className="end"
                small
                label={s(text.view)}
                value={view}
                segments={[
                  { key: "timeline", label: s(text.timeline) },
                  { key: "table", label: s(text.table) },
                ]}
                onChange={setView}
              />
            </PaneHead>
            {view === "timeline" ? (
              <Timeline
                label={s(text.timeline)}
                window={{ from: noon, to: noon + 12 * hour }}
                ticks={[12, 14, 16, 18, 20, 22].map((at) => ({ at: noon + (at - 12) * hour, text: `${at}:00` }))}
                rows={rows}
                now={{ at: noon + 7.233 * hour, text: "19:14" }}
                current={["0-4"]}
                onOpen={() => {}}
              />
            ) : (
              <TimelineTable
                caption={s(text.timeline)}
                heads={[s(text.place), s(text.time), s(text.state)]}
                rows={rows}
                time={(bar) => new Date(bar.start).toISOString().slice(11, 16)}
                onOpen={() => {}}
              />
            )}
            <PaneHead tall title={s(text.fillTitle)} note={s(text.fillNote)}>
              <Button small tone="primary">
                {s(text.invite4)}
              </Button>
              <Button small icon tone="quiet" aria-label={s(text.close)}>
                <Icon as={X} />
              </Button>
            </PaneHead>
            <Candidates s={s} />
          </section>
        </div>
      </div>
    </Figure>
  );
}

function Candidates({ s }: { s: Pick }) {
  const fits = [
    { label: s(text.licence), fit: "yes" },
    { label: s(text.isFree), fit: "yes" },
  ] as const;
  return (
    <CandidateTable
      caption={s(text.candidates)}
      heads={{
        key: s(text.key),
        person: s(text.person),
        rules: s(text.rules),
        why: s(text.why),
        action: s(text.action),
      }}
      rows={[
        {
          key: "1",
          state: "fit",
          name: s(text.heChuan),
          contact: "138****2207",
          ticks: [...fits, { label: s(text.rested), fit: "yes" }],
          why: s(text.why1),
          whyNote: s(text.why1Note),
          action: <Button small>{s(text.invite)}</Button>,
        },
        {
          key: "2",
          state: "sent",
          name: s(text.xuZhi),
          contact: "139****6610",
          ticks: fits,
          why: s(text.why1),
          whyNote: s(text.why1Note),
          action: (
            <Chip tone="pine" icon={Hourglass}>
              {s(text.sent)}
            </Chip>
          ),
        },
        {
          key: "3",
          state: "fit",
          name: s(text.shenQing),
          contact: "136****0452",
          ticks: [...fits, { label: s(text.restSoft), fit: "soft" }],
          why: s(text.why1),
          action: <Button small>{s(text.invite)}</Button>,
        },
        {
          key: "4",
          state: "blocked",
          name: s(text.suNing),
          contact: "150****7723",
          ticks: [
            { label: s(text.licence), fit: "yes" },
            { label: s(text.restNo), fit: "no" },
          ],
          why: s(text.why2),
        },
      ]}
    />
  );
}
