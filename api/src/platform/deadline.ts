import type { Context } from "./context.ts";
import type { Orm } from "./database.ts";

/** The operation took longer than it may. What it had begun is rolled back. */
export class DeadlinePassed extends Error {
  readonly code = "DEADLINE";

  constructor() {
    super("The operation's deadline has passed.");
    this.name = "DeadlinePassed";
  }
}

/** A running statement is not only left alone but cancelled, so that its locks and its connection come free. */
const cancelling = { inflightQueryAbortStrategy: "cancel query" } as const;

/** What one operation works with: `ms` from now its running statement is cancelled and no other is begun. */
export function boundedWork(orm: Orm, ms: number): Pick<Context, "em" | "deadline"> {
  const end = new AbortController();
  setTimeout(() => end.abort(new DeadlinePassed()), ms).unref();
  return { em: orm.em.fork({ signal: end.signal, ...cancelling }), deadline: end.signal };
}

/** How a statement is run that must not outlive its operation. */
export const boundedBy = (deadline: AbortSignal | undefined) => deadline && { signal: deadline, ...cancelling };

/**
 * What `work` gives, or DeadlinePassed as soon as that is so; `work` then ends unheard. `settled`: the moment to give up
 * has gone by (a commit is on its way), so the true outcome is waited for.
 */
export function inTime<T>(
  { deadline }: Pick<Context, "deadline">,
  work: Promise<T>,
  settled: () => boolean = () => false,
): Promise<T> {
  if (deadline === undefined) return work;
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      if (!settled()) reject(deadline.reason);
    };
    if (deadline.aborted) giveUp();
    deadline.addEventListener("abort", giveUp, { once: true });
    work.then(resolve, reject).finally(() => deadline.removeEventListener("abort", giveUp));
  });
}
