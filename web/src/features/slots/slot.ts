import type { SlotState } from "../../ui/slot-cell.tsx";
import type { SlotFragment } from "./slots.generated.ts";

export type Slot = SlotFragment;

/** What the person is doing on this screen right now. */
export type Picking = {
  picked: string | undefined;
  /** Shifts whose claim the server has not answered yet. */
  pending: string | undefined;
};

/** `running`: on duty now, without the person. `applied` and `asked` are two ways of waiting. */
export type SlotStanding = Exclude<SlotState, "wait" | "none"> | "running" | "releasing" | "applied" | "asked";

/** How one shift stands for the person; what is theirs first, then what cannot be changed any more, then the rules. */
export function standingOf(slot: Slot, { picked, pending }: Picking, now: number): SlotStanding {
  if (slot.id === pending) return "pending";
  if (slot.state === "CANCELLED" || Date.parse(slot.endsAt) <= now) return "past";
  const own = ownStanding(slot);
  if (own) return own;
  if (Date.parse(slot.startsAt) <= now) return "running";
  if (!slot.eligibility.allowed) return isFull(slot) ? "full" : "conflict";
  if (slot.id === picked) return "picked";
  if (slot.urgent) return "urgent";
  return slot.free === 1 ? "few" : "open";
}

function ownStanding({ myAssignment }: Slot): SlotStanding | undefined {
  switch (myAssignment?.state) {
    case "CONFIRMED":
    case "CHECKED_IN":
      return myAssignment.releasingSince ? "releasing" : "mine";
    case "APPLIED":
      return "applied";
    case "OFFERED":
      return "asked";
    default:
      return undefined;
  }
}

/** Nothing stands in the way but that others were faster. */
const isFull = ({ eligibility }: Slot): boolean =>
  eligibility.reasons.some(({ code }) => code === "NO_PLACES_LEFT" || code === "SHIFT_FULL");

const looks: Partial<Record<SlotStanding, SlotState>> = {
  running: "full",
  releasing: "wait",
  applied: "wait",
  asked: "wait",
};

export const lookOf = (standing: SlotStanding): SlotState => looks[standing] ?? (standing as SlotState);

/** The person may take it: it is counted as free in headings. */
export const isTakeable = (slot: Slot, now: number): boolean =>
  slot.eligibility.allowed && slot.state === "PUBLISHED" && Date.parse(slot.startsAt) > now && !ownStanding(slot);

/** People missing from its floor; whoever waits to be relieved is missing soon. */
export const missing = (slot: Slot): number => Math.max(0, slot.minimumCover - slot.taken + slot.releasing);
