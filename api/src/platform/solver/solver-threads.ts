import { Worker } from "node:worker_threads";
import type { Plan } from "../../engine/matching/plan.ts";
import type { Problem } from "../../engine/matching/problem.ts";
import { ProblemError } from "../../engine/matching/problem-error.ts";
import { SolveCancelled } from "../../engine/matching/solve.ts";
import type { SolveJob, SolveMessage } from "../../engine/matching/worker.ts";

export interface SolveRequest {
  readonly problem: Problem;
  readonly seed?: number;
  /** Stops the work within a few milliseconds; the promise is rejected with SolveCancelled. */
  readonly signal?: AbortSignal;
  readonly progress?: (placed: number, places: number) => void;
}

interface Waiting {
  readonly request: SolveRequest;
  readonly resolve: (plan: Plan) => void;
  readonly reject: (error: unknown) => void;
}

/** Beside this file's kind: TypeScript as written, or JavaScript when built. */
const KIND = import.meta.url.endsWith(".ts") ? "ts" : "js";
const ENTRY = new URL(`../../engine/matching/worker.${KIND}`, import.meta.url);

/**
 * Solves matching problems beside the event loop. At most `threads` at once; more wait in the order in which they came. A
 * thread that dies fails its own run only, and is replaced by the next.
 */
export class SolverThreads {
  readonly #threads: number;
  readonly #entry: URL;
  readonly #idle: Worker[] = [];
  readonly #busy = new Set<Worker>();
  readonly #queue: Waiting[] = [];
  #closed = false;

  constructor(threads: number, entry: URL = ENTRY) {
    this.#threads = threads;
    this.#entry = entry;
  }

  /** Rejects with ProblemError for bad data, SolveCancelled when aborted. The problem's arrays are copied, not taken. */
  solve(request: SolveRequest): Promise<Plan> {
    return new Promise((resolve, reject) => {
      if (this.#closed || request.signal?.aborted) {
        reject(new SolveCancelled());
        return;
      }
      this.#queue.push({ request, resolve, reject });
      this.#next();
    });
  }

  /** Ends all threads; runs that are waiting or under way are cancelled. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#queue.splice(0)) reject(new SolveCancelled());
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((worker) => worker.terminate()));
  }

  #next(): void {
    while (this.#queue.length > 0 && this.#busy.size < this.#threads) {
      const waiting = this.#queue.shift()!;
      if (waiting.request.signal?.aborted) waiting.reject(new SolveCancelled());
      else this.#run(this.#idle.pop() ?? new Worker(this.#entry), waiting);
    }
  }

  #run(worker: Worker, { request, resolve, reject }: Waiting): void {
    const { problem, seed = 0, signal, progress } = request;
    const cancel = new Int32Array(new SharedArrayBuffer(4));
    const abort = () => Atomics.store(cancel, 0, 1);
    const finish = () => {
      signal?.removeEventListener("abort", abort);
      worker.off("message", hear).off("error", fail).off("exit", gone);
      this.#busy.delete(worker);
    };
    const hear = (message: SolveMessage) => {
      if (message.kind === "progress") {
        progress?.(message.placed, message.places);
        return;
      }
      finish();
      worker.unref();
      this.#idle.push(worker);
      if (message.kind === "plan") resolve(message.plan);
      else if (message.kind === "cancelled") reject(new SolveCancelled());
      else reject(new ProblemError(message.code, message.where, message.value));
      this.#next();
    };
    const fail = (error: unknown) => {
      finish();
      reject(error);
      this.#next();
    };
    const gone = () => fail(new SolveCancelled());
    this.#busy.add(worker);
    worker.ref();
    signal?.addEventListener("abort", abort, { once: true });
    worker.on("message", hear).on("error", fail).on("exit", gone);
    worker.postMessage({ problem, seed, cancel } satisfies SolveJob);
  }
}
