import { eventKind } from "../../platform/events.ts";

export const ShiftPublished = eventKind("SHIFT_PUBLISHED", "Shift");
export const ShiftChanged = eventKind("SHIFT_CHANGED", "Shift");
export const ShiftCancelled = eventKind("SHIFT_CANCELLED", "Shift");
