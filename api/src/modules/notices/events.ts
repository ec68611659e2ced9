import { eventKind } from "../../platform/events.ts";

export const NoticeMade = eventKind("NOTICE_MADE", "Notice");
