import { memo } from "react";
import type { Locale } from "../../lib/preferences.ts";
import { relative, span } from "../../lib/time.ts";
import { type Say, useWords } from "../../lib/words.ts";
import { SlotCell } from "../../ui/slot-cell.tsx";
import { lookOf, missing, type Picking, type Slot, type SlotStanding, standingOf } from "./slot.ts";
import type { SlotActs } from "./slots-week.tsx";

/** Nearer than this, an urgent shift says how soon it starts instead of how many are there. */
const SOON = 3 * 3_600_000;

type Props = { slot: Slot; picking: Picking; now: number; acts: SlotActs; tabIndex?: number };

/** One shift in words and pattern. A press picks what may be taken and explains what may not. */
export function SlotOf({ slot, picking, now, acts, tabIndex }: Props) {
  return (
    <Drawn
      slot={slot}
      standing={standingOf(slot, picking, now)}
      soon={slot.urgent && Date.parse(slot.startsAt) - now < SOON ? now : undefined}
      acts={acts}
      tabIndex={tabIndex}
    />
  );
}

/** Redrawn only when its shift or its standing changed: a minute that passes or one event must not redraw a whole week. */
const Drawn = memo(
  function Drawn(props: {
    slot: Slot;
    standing: SlotStanding;
    soon: number | undefined;
    acts: SlotActs;
    tabIndex: number | undefined;
  }) {
    const { t, locale } = useWords();
    const { slot, standing, acts } = props;
    const { main, sub } = wordsOf(slot, standing, props.soon, t, locale);
    const takeable = ["open", "few", "urgent", "picked"].includes(standing);
    const details = () => acts.details(slot);
    return (
      <SlotCell
        state={lookOf(standing)}
        main={main}
        sub={sub}
        {...(!sub && takeable && { places: { taken: slot.places - slot.free, needed: slot.places } })}
        label={t("slots.cell", { when: span(slot.startsAt, slot.endsAt, locale) })}
        {...(standing !== "past" && { onPress: takeable ? () => acts.pick(slot) : details, onDetails: details })}
        {...(props.tabIndex !== undefined && { tabIndex: props.tabIndex })}
      />
    );
  },
  (before, after) =>
    before.slot === after.slot &&
    before.standing === after.standing &&
    before.soon === after.soon &&
    before.tabIndex === after.tabIndex &&
    before.acts === after.acts,
);

function wordsOf(slot: Slot, standing: SlotStanding, soon: number | undefined, t: Say, locale: Locale) {
  const { taken, places, free } = slot;
  switch (standing) {
    case "open":
      return { main: t("slots.open", { count: free }) };
    case "few":
      return { main: t("slots.few") };
    case "urgent":
      return {
        main: t("slots.urgent", { count: missing(slot) }),
        sub: soon && t("slots.urgent.soon", { time: relative(slot.startsAt, soon, locale) }),
      };
    case "picked":
      return { main: t("slots.picked"), sub: t("slots.open", { count: free }) };
    case "past":
      return { main: t(slot.state === "CANCELLED" ? "slots.cancelled" : "slots.past") };
    case "running":
      return { main: t("slots.running"), sub: `${taken}/${places}` };
    case "conflict":
      return { main: t("slots.conflict"), sub: slot.eligibility.reasons[0]?.short };
    default:
      return { main: t(`slots.${standing}`), sub: t(`slots.${standing}.note`, { taken, places }) };
  }
}
