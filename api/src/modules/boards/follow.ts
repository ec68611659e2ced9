import { refuse } from "../../kernel/refusal.ts";
import { forgetReads } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import type { Subscribing } from "../../platform/graphql/socket.ts";
import type { Reset } from "../../platform/live/hub.ts";
import type { LoggedEvent } from "../../platform/live/log.ts";
import { boardFacts, mayWatch } from "./watch.ts";

/** While nothing happens, rights are asked again this often. */
const rightsEveryMs = 1_000;

/**
 * What happened on a board after `after`, then everything as it happens: each event once, in order. Rights are asked
 * before every event and while nothing happens; when they are gone the line is closed with 4403.
 */
export async function followBoard(
  ctx: Subscribing,
  key: string,
  after: number | null,
): Promise<AsyncIterableIterator<LoggedEvent>> {
  const board = await boardFacts(ctx, key);
  const mayStill = () => mayWatch(ctx.watcher ? ctx.watcher.viewer() : ctx.viewer, board);
  if (!mayStill()) return refuse("NOT_FOUND", ["board"]);
  const gone = new AbortController();
  const dismissIfLost = () => {
    if (mayStill()) return false;
    ctx.watcher?.dismiss();
    gone.abort();
    return true;
  };
  const check = setInterval(dismissIfLost, rightsEveryMs);
  // A generator that was never begun runs no `finally`: the signal ends the check however the subscription ends.
  gone.signal.addEventListener("abort", () => clearInterval(check));
  async function* deliver() {
    try {
      for await (const event of ctx.platform.hub.follow(key, after, gone.signal)) {
        if (dismissIfLost()) return;
        renew(ctx);
        ctx.platform.metrics.delivered.inc();
        yield "reset" in event ? resetOf(event, ctx.now()) : event;
      }
    } finally {
      gone.abort();
    }
  }
  return stoppable(deliver(), gone);
}

/**
 * A subscription keeps one context for all its events; each event is to be read with the rights and rows of its own
 * moment, so the context gets a fresh viewer and entity manager, and forgets what it has loaded.
 */
function renew(ctx: Subscribing): void {
  if (!ctx.watcher) return;
  const { em, deadline, viewer }: Context = ctx.watcher.context();
  Object.assign(ctx, { em, deadline, viewer });
  forgetReads(ctx);
}

/** A generator that waits for an event cannot be returned from; the signal wakes it first. */
function stoppable<T>(source: AsyncGenerator<T>, gone: AbortController): AsyncIterableIterator<T> {
  return {
    next: () => source.next(),
    return() {
      gone.abort();
      return source.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The log no longer reaches back to what was asked for: read the board anew, and go on from this number. */
const resetOf = ({ board, seq }: Reset, at: Date): LoggedEvent => ({
  board,
  seq,
  kind: "RESET",
  subject: "Shift",
  subjectId: "00000000-0000-0000-0000-000000000000",
  version: 0,
  facts: {},
  actorId: null,
  at,
});
