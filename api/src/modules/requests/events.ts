import { eventKind } from "../../platform/events.ts";

export const RequestSubmitted = eventKind("REQUEST_SUBMITTED", "Request");
export const RequestChanged = eventKind("REQUEST_CHANGED", "Request");
export const RequestCancelled = eventKind("REQUEST_CANCELLED", "Request");
export const RequestCompleted = eventKind("REQUEST_COMPLETED", "Request");
export const RequestLapsed = eventKind("REQUEST_LAPSED", "Request");
export const RequestMatched = eventKind("REQUEST_MATCHED", "Request");
export const RequestConfirmed = eventKind("REQUEST_CONFIRMED", "Request");
