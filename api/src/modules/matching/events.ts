import { eventKind } from "../../platform/events.ts";

export const MatchRunStarted = eventKind("MATCH_RUN_STARTED", "MatchRun");
export const MatchRunProgressed = eventKind("MATCH_RUN_PROGRESSED", "MatchRun");
export const MatchRunReady = eventKind("MATCH_RUN_READY", "MatchRun");
export const MatchRunApplied = eventKind("MATCH_RUN_APPLIED", "MatchRun");
export const MatchRunFailed = eventKind("MATCH_RUN_FAILED", "MatchRun");
export const MatchRunDiscarded = eventKind("MATCH_RUN_DISCARDED", "MatchRun");
