import type { Reaction } from "../../platform/reactions.ts";
import { makeNotices } from "./make-notices.ts";
import { aboutAssignment, aboutCredential, aboutRequest, assignmentEvents, requestEvents } from "./recipients.ts";

/** Who is told what when something happens. Each may run twice for one cause; `notice_once` makes it one notice. */
export const noticeReactions: readonly Reaction[] = [
  ...assignmentEvents.map(
    (to): Reaction => ({
      to,
      run: async (ctx, cause) => makeNotices(ctx, cause.cause, await aboutAssignment(ctx, cause)),
    }),
  ),
  ...requestEvents.map(
    (to): Reaction => ({
      to,
      run: async (ctx, cause) => makeNotices(ctx, cause.cause, await aboutRequest(ctx, cause)),
    }),
  ),
  { to: "CREDENTIAL_CHANGED", run: (ctx, cause) => makeNotices(ctx, cause.cause, aboutCredential(cause)) },
];
