import { eventKind } from "../../platform/events.ts";

export const ShiftClaimed = eventKind("SHIFT_CLAIMED", "Assignment");
export const ShiftApplied = eventKind("SHIFT_APPLIED", "Assignment");
export const ShiftReleasing = eventKind("SHIFT_RELEASING", "Assignment");
export const ShiftReleased = eventKind("SHIFT_RELEASED", "Assignment");
export const AssignmentMade = eventKind("ASSIGNMENT_MADE", "Assignment");
export const AssignmentCancelled = eventKind("ASSIGNMENT_CANCELLED", "Assignment");
export const AssignmentPinned = eventKind("ASSIGNMENT_PINNED", "Assignment");
export const HelperRefused = eventKind("HELPER_REFUSED", "Assignment");
export const HelperLeft = eventKind("HELPER_LEFT", "Assignment");
export const SessionsAdded = eventKind("SESSIONS_ADDED", "Assignment");
export const SessionSkipped = eventKind("SESSION_SKIPPED", "Assignment");
export const OfferMade = eventKind("OFFER_MADE", "Assignment");
export const OfferAccepted = eventKind("OFFER_ACCEPTED", "Assignment");
export const OfferDeclined = eventKind("OFFER_DECLINED", "Assignment");
export const OfferExpired = eventKind("OFFER_EXPIRED", "Assignment");
export const OfferWithdrawn = eventKind("OFFER_WITHDRAWN", "Assignment");
