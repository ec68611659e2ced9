import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { ActionBar } from "../ui/action-bar.tsx";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Meter } from "../ui/meter.tsx";
import { SlotCell, SlotLegend } from "../ui/slot-cell.tsx";
import { BandCell, DayStrip, type GridDay, type GridRow, WeekGrid } from "../ui/week-grid.tsx";
import { Figure, type Pick } from "./figure.tsx";
import styles from "./gallery.module.css";
import { slots, text, weekdays } from "./samples.ts";

const starts = ["08", "10", "12", "14", "16", "18", "20", "22"];

export function WeekSamples({ s }: { s: Pick }) {
  const [first, setFirst] = useState(1);
  const shown = (index: number) => index >= first && index < first + 3;
  const days: GridDay[] = weekdays.map((name, index) => ({
    key: String(index),
    weekday: s(name),
    number: 23 + index,
    note: s(text.free),
    today: index === 0,
    far: !shown(index),
    ...(index > 4 && { badge: s(text.rest) }),
  }));
  const rows: GridRow[] = [
    ...starts.map((hour) => ({ key: hour, from: `${hour}:00`, to: `–${Number(hour) + 2}:00` })),
    { key: "night", from: s(text.night), to: "00–08", band: true },
  ];
  const cell = (day: GridDay, row: GridRow, tabIndex: number) => {
    const label = `${day.weekday} ${row.from} `;
    if (row.band) {
      return (
        <BandCell label={label} tabIndex={tabIndex} onPress={() => {}}>
          <b>{s(text.nightOpen)}</b> <Icon as={ChevronDown} />
        </BandCell>
      );
    }
    const sample = slots[(Number(day.key) * 3 + Number(row.key) / 2) % slots.length]!;
    return (
      <SlotCell
        state={sample.state}
        main={s(sample.main)}
        sub={sample.sub && s(sample.sub)}
        {...(sample.places && { places: sample.places })}
        label={label}
        tabIndex={tabIndex}
        disabled={sample.state === "conflict"}
        {...(sample.state !== "past" && sample.state !== "none" && { onPress: () => {} })}
      />
    );
  };
  return (
    <Figure title={s(text.week)}>
      <div className={styles.week}>
        <div className="stack stack-3">
          <div className="phone">
            <DayStrip
              label={s(text.view)}
              days={days.map((day, index) => ({
                key: day.key,
                weekday: s(weekdays[index]!).replace(/ .*/, ""),
                number: day.number,
                note: "4",
                shown: shown(index),
              }))}
              onShow={(key) => setFirst(Math.min(4, Number(key)))}
            />
          </div>
          <WeekGrid
            caption={s(text.weekCaption)}
            timesLabel={s(text.times)}
            days={days}
            rows={rows}
            cell={cell}
            now={{ day: "0", row: "18", at: 0.66 }}
          />
        </div>
        <div className="stack">
          <section className="card stack">
            <h3>{s(text.mine)}</h3>
            <Meter label={s(text.shifts)} words={s(text.shiftsWords)} value={2} more={1} limit={3} />
          </section>
          <section className="card stack">
            <h3>{s(text.legend)}</h3>
            <SlotLegend entries={slots.slice(0, 9).map(({ state, main }) => ({ state, label: s(main) }))} />
          </section>
        </div>
      </div>
      <div className="desk">
        <ActionBar
          kind="pick"
          label={s(text.picked)}
          actions={
            <>
              <Button tone="quiet">{s(text.clear)}</Button>
              <Button tone="primary">{s(text.claim)}</Button>
            </>
          }
        >
          <b>{s(text.picked)}</b>
          <p className="small muted">{s(text.pickedNote)}</p>
        </ActionBar>
      </div>
    </Figure>
  );
}
