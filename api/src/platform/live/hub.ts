import type { Logger } from "pino";
import type { Orm } from "../database.ts";
import type { Hints } from "./hints.ts";
import { eventsAfter, type LoggedEvent, seqOf, seqsOf } from "./log.ts";
import { Tail } from "./tail.ts";

/** The log no longer holds what came after the asked number: read the board anew, then go on from `seq`. */
export interface Reset {
  readonly board: string;
  readonly reset: true;
  readonly seq: number;
}

export interface Hub {
  /** Boards have news: wakes those who watch them here, and tells the other processes. */
  hint(boards: readonly string[]): void;
  /**
   * What happened on a board after `after` (null: from now on), then everything as it happens: each event once, in
   * order, without a gap. Ends when `signal` aborts.
   */
  follow(board: string, after: number | null, signal: AbortSignal): AsyncGenerator<LoggedEvent | Reset>;
  close(): Promise<void>;
}

const page = 500;
/** A lost hint delays news by this much at the most. */
const pollMs = 1_000;

export function openHub(orm: Orm, log: Logger, openHints: (heard: (boards: readonly string[]) => void) => Hints): Hub {
  const tails = new Map<string, { tail: Promise<Tail>; watchers: number }>();
  const failed = (error: unknown) =>
    log.warn({ code: (error as { code?: string }).code }, "the event log could not be read; trying again");

  const wake = (boards: readonly string[]) => {
    for (const board of boards)
      void tails
        .get(board)
        ?.tail.then((tail) => tail.news())
        .catch(failed);
  };
  const hints = openHints(wake);

  const poll = setInterval(async () => {
    if (tails.size === 0) return;
    try {
      const seqs = await seqsOf(orm, [...tails.keys()]);
      for (const [board, { tail }] of tails) if ((seqs.get(board) ?? 0) > (await tail).seq) wake([board]);
    } catch (error) {
      failed(error);
    }
  }, pollMs);

  const watch = (board: string): Promise<Tail> => {
    const found = tails.get(board);
    if (found) {
      found.watchers++;
      return found.tail;
    }
    const tail = seqOf(orm, board).then(
      (seq) => new Tail(seq, (after, limit) => eventsAfter(orm, board, after, limit)),
    );
    tails.set(board, { tail, watchers: 1 });
    tail.catch(() => tails.delete(board));
    return tail;
  };
  const leave = (board: string) => {
    const found = tails.get(board);
    if (found && --found.watchers === 0) tails.delete(board);
  };

  return {
    hint(boards) {
      wake(boards);
      hints.send(boards);
    },
    async *follow(board, after, signal) {
      try {
        const tail = await watch(board);
        let last = after ?? tail.seq;
        while (!signal.aborted) {
          const events = tail.after(last) ?? (await eventsAfter(orm, board, last, page));
          for (const event of events) {
            if (signal.aborted) return;
            if (event.seq !== last + 1) {
              last = tail.seq;
              yield { board, reset: true, seq: last };
              break;
            }
            last = event.seq;
            yield event;
          }
          if (events.length > 0) continue;
          if (last !== tail.seq) await tail.news();
          if (last > tail.seq || (last < tail.seq && tail.after(last) === null)) {
            // Ahead of the board, or past what is kept: the watcher's number means nothing here.
            last = tail.seq;
            yield { board, reset: true, seq: last };
          }
          await tail.waitBeyond(last, signal);
        }
      } finally {
        leave(board);
      }
    },
    async close() {
      clearInterval(poll);
      await hints.close();
    },
  };
}
