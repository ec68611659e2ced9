import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";
import { dayKey, dayNumber, dayRange, day as dayWords, weekday, weekdayLetter } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { Icon } from "../../ui/icon.tsx";
import { SlotCell } from "../../ui/slot-cell.tsx";
import { BandCell, DayStrip, type GridDay, type GridRow, WeekGrid } from "../../ui/week-grid.tsx";
import { isTakeable, type Picking, type Slot } from "./slot.ts";
import { SlotOf } from "./slot-of.tsx";
import type { SlotRow, SlotTable } from "./slot-rows.ts";
import type { HotlineSite } from "./slots-frame.tsx";
import type { SlotActs } from "./slots-week.tsx";
import { minuteOf, startOf, threeDays, type Week } from "./week.ts";

const NIGHT = "night";

export type SlotsViewProps = {
  site: HotlineSite;
  week: Week;
  table: SlotTable;
  picking: Picking;
  now: number;
  acts: SlotActs;
};

/** The week as days and times; the night stays folded until asked for. */
export function SlotGrid(
  props: SlotsViewProps & { from: string; onFrom: (day: string) => void; onWeek: (step: -1 | 1) => void },
) {
  const { t, locale } = useWords();
  const { week, table, picking, now, acts } = props;
  const [unfolded, setUnfolded] = useState(false);
  const shown = threeDays(week, props.from);
  const free = (slots: readonly Slot[]) => slots.filter((slot) => isTakeable(slot, now)).length;
  const days = week.days.map((day) => gridDay(day, free(table.on(day)), table, now, shown, t, locale));
  const nights = table.rows.filter(({ night }) => night);
  const rows: GridRow[] = [
    ...table.rows.filter(({ night }) => !night).map(gridRow),
    ...(nights.length > 0
      ? [{ key: NIGHT, from: t("slots.night"), to: `${hour(nights[0]!.from)}–${hour(nights.at(-1)!.to)}`, band: true }]
      : []),
    ...(unfolded ? nights.map(gridRow) : []),
  ];

  const night = (day: string, tabIndex: number) => {
    const slots = nights.flatMap(({ key }) => table.at(day, key) ?? []);
    const over = slots.every(({ endsAt }) => Date.parse(endsAt) <= now);
    const count = free(slots);
    return (
      <BandCell
        label={t("slots.night.label", { day: dayWords(startOf(day), locale) })}
        tabIndex={tabIndex}
        {...(!over && { onPress: () => setUnfolded(!unfolded) })}
      >
        {over && t("slots.night.over")}
        {!over && <b>{count > 0 ? t("slots.night.free", { count }) : t("slots.night.none")}</b>}{" "}
        {!over && <Icon as={unfolded ? ChevronUp : ChevronDown} />}
      </BandCell>
    );
  };

  const cell = (day: GridDay, row: GridRow, tabIndex: number) => {
    if (row.key === NIGHT) return night(day.key, tabIndex);
    const slot = table.at(day.key, row.key);
    if (slot) return <SlotOf slot={slot} picking={picking} now={now} acts={acts} tabIndex={tabIndex} />;
    const label = `${dayWords(startOf(day.key), locale)} ${row.from}${row.to}, ${t("slots.none")}`;
    return <SlotCell state="none" main={<span aria-hidden="true">—</span>} label={label} tabIndex={tabIndex} />;
  };

  const range = dayRange(startOf(week.days[0]!), startOf(week.days[6]!), locale);
  return (
    <div className="stack stack-3">
      <div className="phone">
        <DayStrip
          label={t("slots.days")}
          days={week.days.map((day) => ({
            key: day,
            weekday: weekdayLetter(startOf(day), locale),
            number: dayNumber(startOf(day)),
            note: t("slots.day.short", { count: free(table.on(day)) }),
            shown: shown.includes(day),
          }))}
          onShow={props.onFrom}
        />
      </div>
      <WeekGrid
        caption={t("slots.caption", { site: props.site.name, week: range })}
        timesLabel={t("slots.times")}
        days={days}
        rows={rows}
        cell={cell}
        now={nowLine(table, now)}
        onWeek={props.onWeek}
      />
    </div>
  );
}

function gridDay(
  day: string,
  free: number,
  table: SlotTable,
  now: number,
  shown: readonly string[],
  t: ReturnType<typeof useWords>["t"],
  locale: ReturnType<typeof useWords>["locale"],
): GridDay {
  const kind = table.on(day)[0]?.dayKind;
  const name = weekday(startOf(day), locale);
  const today = day === dayKey(now);
  return {
    key: day,
    weekday: today ? t("slots.day.today", { weekday: name }) : name,
    number: dayNumber(startOf(day)),
    note: day < dayKey(now) ? t("slots.past") : t("slots.day.free", { count: free }),
    today,
    far: !shown.includes(day),
    ...((kind === "REST" || kind === "HOLIDAY") && { badge: t("slots.rest") }),
    ...(kind === "MAKEUP" && { badge: t("slots.makeup") }),
  };
}

const hour = (minute: number) => String(Math.floor(minute / 60)).padStart(2, "0");
const clock = (minute: number) => `${hour(minute)}:${String(minute % 60).padStart(2, "0")}`;

const gridRow = ({ key, from, to }: SlotRow): GridRow => ({
  key,
  from: clock(from),
  to: `–${to <= 1_440 ? clock(to) : clock(to - 1_440)}`,
});

/** Where the present runs through the grid, when some row has it. */
function nowLine(table: SlotTable, now: number) {
  const minute = minuteOf(now);
  const row = table.rows.find(({ from, to }) => from <= minute && minute < to);
  return row && { day: dayKey(now), row: row.key, at: (minute - row.from) / (row.to - row.from) };
}
