import { Worker } from "node:worker_threads";

/** What a thread is given; its own module reads it with `inThread`. */
export interface ThreadData {
  readonly databaseUrl: string;
  readonly input: unknown;
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
}

export const openThreads = (databaseUrl: string): Threads => ({
  run<Told, Answer>(
    entry: URL,
    input: unknown,
    { signal, told }: { readonly signal: AbortSignal; readonly told: (told: Told) => void },
  ) {
    return new Promise<Answer>((resolve, reject) => {
      if (signal.aborted) return reject(new ThreadStopped());
      const data: ThreadData = { databaseUrl, input };
      const thread = new Worker(entry, { workerData: data, name: "plan" });
      const stop = () => {
        reject(new ThreadStopped());
        void thread.terminate();
      };
      signal.addEventListener("abort", stop, { once: true });
      thread.on("message", (message: ThreadMessage<Told, Answer>) => {
        if ("told" in message) return told(message.told);
        resolve(message.answer);
      });
      thread.on("error", reject);
      thread.on("exit", (code) => {
        signal.removeEventListener("abort", stop);
        // After an answer or an error this says nothing any more.
        reject(new Error(`A thread ended with code ${code} before it answered.`));
      });
    });
  },
});

/** Beside the module that calls it: `.ts` from source, `.js` when built. */
export const moduleBeside = (url: string, name: string): URL => new URL(`./${name}${url.slice(-3)}`, url);
