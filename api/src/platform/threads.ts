import { Worker } from "node:worker_threads";

/** What a thread knows from its start; each message after that is an input, and its own module reads it with `inThread`. */
export interface ThreadData {
  readonly databaseUrl: string;
}

export type ThreadMessage<Told, Answer> = { readonly told: Told } | { readonly answer: Answer };

export class ThreadStopped extends Error {
  constructor() {
    super("The thread was stopped.");
    this.name = "ThreadStopped";
  }
}

export interface Threads {
  /**
   * Runs a module in a thread of its own, with a database connection of its own, so that heavy computing never holds up
   * the event loop. Rejects with what the thread threw, or with ThreadStopped as soon as `signal` aborts: the thread
   * is ended wherever it is, so it must leave writing to whoever called it.
   */
  run<Told, Answer>(
    entry: URL,
    input: unknown,
    options: { readonly signal: AbortSignal; readonly told: (told: Told) => void },
  ): Promise<Answer>;
  /** Ends the threads that wait. */
  close(): Promise<void>;
}

/** Room for short-lived objects by the million: with Node's own setting more than half of a plan's time went to collecting them. */
const resourceLimits = { maxYoungGenerationSizeMb: 192 };

/**
 * So long, in ms, a thread that has answered waits for the next input. Its code is warm by then: a plan for the city takes it about a
 * second less. One of each kind waits; it has no connection meanwhile.
 */
const keptFor = 60_000;

export function openThreads(databaseUrl: string): Threads {
  const waiting = new Map<string, { readonly thread: Worker; readonly leaving: NodeJS.Timeout }>();
  let closed = false;

  function take(entry: URL): Worker {
    const kept = waiting.get(entry.href);
    if (!kept) return new Worker(entry, { workerData: { databaseUrl } satisfies ThreadData, resourceLimits });
    clearTimeout(kept.leaving);
    waiting.delete(entry.href);
    kept.thread.ref();
    return kept.thread;
  }

  function keep(entry: URL, thread: Worker): void {
    if (closed || waiting.has(entry.href)) return void thread.terminate();
    thread.unref();
    const leaving = setTimeout(() => void thread.terminate(), keptFor).unref();
    waiting.set(entry.href, { thread, leaving });
    thread.once("exit", () => {
      clearTimeout(leaving);
      if (waiting.get(entry.href)?.thread === thread) waiting.delete(entry.href);
    });
  }

  return {
    run<Told, Answer>(
      entry: URL,
      input: unknown,
      { signal, told }: { readonly signal: AbortSignal; readonly told: (told: Told) => void },
    ) {
      return new Promise<Answer>((resolve, reject) => {
        if (signal.aborted) return reject(new ThreadStopped());
        const thread = take(entry);
        const part = () => {
          signal.removeEventListener("abort", stop);
          thread.off("message", hear).off("exit", gone);
        };
        const stop = () => {
          part();
          reject(new ThreadStopped());
          void thread.terminate();
        };
        const hear = (message: ThreadMessage<Told, Answer>) => {
          if ("told" in message) return told(message.told);
          part();
          keep(entry, thread);
          resolve(message.answer);
        };
        const gone = (code: number) => {
          part();
          reject(new Error(`A thread ended with code ${code} before it answered.`));
        };
        signal.addEventListener("abort", stop, { once: true });
        // An error ends the thread, and nobody else hears of it; after an answer it says nothing any more.
        thread.removeAllListeners("error").on("error", reject);
        thread.on("message", hear).on("exit", gone);
        thread.postMessage(input);
      });
    },
    async close() {
      closed = true;
      await Promise.all([...waiting.values()].map(({ thread }) => thread.terminate()));
    },
  };
}

/** Beside the module that calls it: `.ts` from source, `.js` when built. */
export const moduleBeside = (url: string, name: string): URL => new URL(`./${name}${url.slice(-3)}`, url);
