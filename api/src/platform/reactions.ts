import type { TaskList } from "graphile-worker";
import type { Context } from "./context.ts";
import type { EventKind } from "./events.ts";
import type { Cause } from "./jobs.ts";

/** What a module does when something happened. May run twice for one cause, and must not act twice. */
export interface Reaction {
  readonly to: string;
  readonly run: (ctx: Context, cause: Cause) => Promise<void>;
}
export const reaction = (kind: EventKind, run: Reaction["run"]): Reaction => ({ to: kind.name, run });

/** Work for later: gets the system's context and the payload with which it was queued. */
export type Task = (ctx: Context, payload: unknown, stopping: AbortSignal) => Promise<void>;

/** Everything that workers do, by the name of its task. Each reaction of an event succeeds or is tried again on its own. */
export function taskList(
  reactions: readonly Reaction[],
  tasks: Readonly<Record<string, Task>>,
  contextOf: () => Context,
): TaskList {
  const counted =
    (name: string, work: (payload: unknown, stopping: AbortSignal) => Promise<void>): TaskList[string] =>
    async (payload, helpers) => {
      const { jobs } = contextOf().platform.metrics;
      try {
        await work(payload, helpers.abortSignal ?? new AbortController().signal);
        jobs.inc({ task: name, outcome: "done" });
      } catch (error) {
        jobs.inc({ task: name, outcome: "failed" });
        throw error;
      }
    };
  return {
    react: counted("react", async (payload) => {
      const cause = payload as Cause;
      for (const { to, run } of reactions) if (to === cause.kind) await run(contextOf(), cause);
    }),
    ...Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        counted(name, (payload, stopping) => task(contextOf(), payload, stopping)),
      ]),
    ),
  };
}
