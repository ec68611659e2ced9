import type { LoggedEvent } from "./log.ts";

/** The newest events that a process keeps of a board, so that its watchers share one read of the log. */
const kept = 1_000;
const page = 500;

/**
 * The end of one board's log, shared by everybody who watches it in this process. `news()` reads what is new once,
 * however many wait for it.
 */
export class Tail {
  readonly #read: (after: number, limit: number) => Promise<LoggedEvent[]>;
  #events: LoggedEvent[] = [];
  #seq: number;
  #reading: Promise<void> | null = null;
  #again = false;
  #waiting = new Set<() => void>();

  /** `seq`: where the board stands; what came before is read from the log by those who ask for it. */
  constructor(seq: number, read: (after: number, limit: number) => Promise<LoggedEvent[]>) {
    this.#seq = seq;
    this.#read = read;
  }

  get seq(): number {
    return this.#seq;
  }

  /** Reads on from where the tail ends. Calls during a read are answered by one more read. */
  news(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return this.#reading;
    }
    this.#reading = this.#pull().finally(() => {
      this.#reading = null;
      if (this.#again) {
        this.#again = false;
        void this.news().catch(() => {});
      }
    });
    return this.#reading;
  }

  async #pull(): Promise<void> {
    for (;;) {
      const fresh = await this.#read(this.#seq, page);
      if (fresh.length === 0) return;
      this.#events.push(...fresh);
      if (this.#events.length > 2 * kept) this.#events = this.#events.slice(-kept);
      this.#seq = fresh.at(-1)!.seq;
      for (const wake of this.#waiting) wake();
      if (fresh.length < page) return;
    }
  }

  /** Events after `after` from memory; null when memory does not reach back that far. */
  after(after: number): readonly LoggedEvent[] | null {
    if (after >= this.#seq) return [];
    const first = this.#events[0]?.seq;
    return first === undefined || after < first - 1 ? null : this.#events.slice(after - first + 1);
  }

  /** Resolves when there is something after `after`, or when the signal says to give up. */
  async waitBeyond(after: number, signal: AbortSignal): Promise<void> {
    while (this.#seq <= after && !signal.aborted)
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake);
          signal.removeEventListener("abort", wake);
          resolve();
        };
        this.#waiting.add(wake);
        signal.addEventListener("abort", wake);
      });
  }
}
