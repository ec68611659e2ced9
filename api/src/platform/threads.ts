import { Worker } from "node:worker_threads";

/** What a thread knows from its start; each message after that is an input, and its own module reads it with `inThread`. */
export interface ThreadData {
  readonly databaseUrl: string;
  /** Nobody waits for its answer yet: there is time to rehearse. */
  readonly early: boolean;
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
  /** From now on a thread of this module waits, rehearsed, for its first input, and another one when that was stopped or died at work. */
  prepare(entry: URL): void;
  /** Ends the threads that wait. */
  close(): Promise<void>;
}

/** Room for short-lived objects by the million: with Node's own setting more than half of a plan's time went to collecting them. */
const resourceLimits = { maxYoungGenerationSizeMb: 192 };

/**
 * So long, in ms, a thread that has answered waits for the next input: no other is as warm. After that it goes, and the hundreds of
 * megabytes that it held with it; where one was prepared, a new one takes its place.
 */
const keptFor = 60_000;

export function openThreads(databaseUrl: string): Threads {
  const waiting = new Map<string, { readonly thread: Worker; readonly leaving?: NodeJS.Timeout }>();
  const prepared = new Set<string>();
  let closed = false;

  function make(entry: URL, early: boolean): Worker {
    const thread = new Worker(entry, { workerData: { databaseUrl, early } satisfies ThreadData, resourceLimits });
    // An error ends the thread; whoever waits for its answer hears of it besides.
    return thread.on("error", () => {}).on("exit", () => forget(entry, thread));
  }

  /** False where it does not wait any more. */
  function forget(entry: URL, thread: Worker): boolean {
    return waiting.get(entry.href)?.thread === thread && waiting.delete(entry.href);
  }

  function take(entry: URL): Worker {
    const kept = waiting.get(entry.href);
    if (!kept) return make(entry, false);
    clearTimeout(kept.leaving);
    waiting.delete(entry.href);
    kept.thread.ref();
    return kept.thread;
  }

  function keep(entry: URL, thread: Worker, leaving?: NodeJS.Timeout): void {
    if (closed || waiting.has(entry.href)) {
      clearTimeout(leaving);
      return void thread.terminate();
    }
    thread.unref();
    waiting.set(entry.href, { thread, ...(leaving && { leaving }) });
  }

  const renew = (entry: URL): void => {
    if (!closed && prepared.has(entry.href) && !waiting.has(entry.href)) keep(entry, make(entry, true));
  };

  function rest(entry: URL, thread: Worker): void {
    const leave = () => {
      if (!forget(entry, thread)) return;
      void thread.terminate();
      renew(entry);
    };
    keep(entry, thread, setTimeout(leave, keptFor).unref());
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
        let fault: unknown;
        const part = () => {
          signal.removeEventListener("abort", stop);
          thread.off("message", hear).off("error", fail).off("exit", gone);
        };
        const stop = () => {
          part();
          reject(new ThreadStopped());
          void thread.terminate();
          renew(entry);
        };
        const hear = (message: ThreadMessage<Told, Answer>) => {
          if ("told" in message) return told(message.told);
          part();
          rest(entry, thread);
          resolve(message.answer);
        };
        const fail = (error: unknown) => {
          fault = error;
        };
        const gone = (code: number) => {
          part();
          renew(entry);
          reject(fault ?? new Error(`A thread ended with code ${code} before it answered.`));
        };
        signal.addEventListener("abort", stop, { once: true });
        thread.on("message", hear).on("error", fail).on("exit", gone);
        thread.postMessage(input);
      });
    },
    prepare(entry) {
      prepared.add(entry.href);
      renew(entry);
    },
    async close() {
      closed = true;
      await Promise.all([...waiting.values()].map(({ thread }) => thread.terminate()));
    },
  };
}

/** Beside the module that calls it: `.ts` from source, `.js` when built. */
export const moduleBeside = (url: string, name: string): URL => new URL(`./${name}${url.slice(-3)}`, url);
