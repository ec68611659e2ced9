import { DriverException } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { RawBuilder } from "kysely";
import { Refusal } from "../kernel/refusal.ts";
import { problemOfConstraint } from "./constraints.ts";
import type { Context } from "./context.ts";
import { inTime } from "./deadline.ts";
import { close, type PendingEvent } from "./events.ts";

/** A context inside a transaction. There is no other way to write. */
export type Tx = Context & {
  readonly events: PendingEvent[];
  /** Statements that go into the closing one, as data-changing parts of its `with`. */
  readonly closing: RawBuilder<unknown>[];
};

const mostTries = 5;
const serializationFailures = new Set(["40001", "40P01"]);

/**
 * Everything inside happens, or none of it does; its events are the last statement before the commit. A deadlock or a
 * serialization failure starts it anew, at most five times, so `work` must not reach outside the database. Past the
 * operation's deadline nothing is committed any more.
 */
export async function transaction<T, C extends Context>(ctx: C, work: (tx: C & Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const events: PendingEvent[] = [];
    try {
      let committing = false;
      const outcome = ctx.em.fork().transactional(async (em) => {
        const tx = { ...ctx, em: em as EntityManager, events, closing: [] };
        const done = await work(tx);
        await em.flush();
        await close(tx);
        ctx.deadline?.throwIfAborted();
        committing = true;
        return done;
      });
      const result = await inTime(ctx, outcome, () => committing);
      ctx.platform.hub.hint(events.flatMap((event) => event.boards));
      return result;
    } catch (error) {
      if (attempt < mostTries && serializationFailures.has(codeOf(error))) {
        await jitter(attempt);
        continue;
      }
      throw asRefusal(error);
    }
  }
}

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? "";

const jitter = (attempt: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));

/** The database has the last word; where it refuses by a named constraint, it says the same as the rule. */
function asRefusal(error: unknown): unknown {
  if (!(error instanceof DriverException) && !(error as { constraint?: string }).constraint) return error;
  const problem = problemOfConstraint((error as { constraint?: string }).constraint ?? "");
  return problem === null ? error : new Refusal([problem]);
}
