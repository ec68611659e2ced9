import { describe, expect, test } from "vitest";
import { type BoardLog, catchUp, flush, type Numbered, takeEvent } from "./board-log.ts";

const at = (last: number): BoardLog<Numbered> => ({ last, waiting: [] });
const takeAll = (log: BoardLog<Numbered>, ...seqs: number[]) => {
  const verdicts: string[] = [];
  for (const seq of seqs) {
    const taken = takeEvent(log, { seq });
    log = taken.log;
    verdicts.push(taken.verdict);
  }
  return { log, verdicts };
};

describe("a board's log", () => {
  test("takes events in order", () => {
    const { log, verdicts } = takeAll(at(7), 8, 9);
    expect(verdicts).toEqual(["next", "next"]);
    expect(log).toEqual({ last: 9, waiting: [{ seq: 8 }, { seq: 9 }] });
  });

  test("drops what a replay sends again", () => {
    const { log, verdicts } = takeAll(at(7), 6, 7, 8, 8);
    expect(verdicts).toEqual(["seen", "seen", "next", "seen"]);
    expect(log.waiting).toEqual([{ seq: 8 }]);
  });

  test("sees a gap and takes nothing after it, so that a replay can fill it in order", () => {
    const gap = takeAll(at(7), 8, 10);
    expect(gap.verdicts).toEqual(["next", "gap"]);
    expect(gap.log).toEqual({ last: 8, waiting: [{ seq: 8 }] });
    expect(takeAll(gap.log, 9, 10).log.last).toBe(10);
  });

  test("after a fresh read forgets the events it contains", () => {
    const { log } = takeAll(at(7), 8, 9);
    expect(catchUp(log, 8)).toEqual(log);
    expect(catchUp(log, 12)).toEqual({ last: 12, waiting: [] });
  });

  test("gives each event to the screen once", () => {
    const first = flush(takeAll(at(7), 8).log);
    expect(first.events).toEqual([{ seq: 8 }]);
    expect(flush(first.log).events).toEqual([]);
    expect(first.log.last).toBe(8);
  });
});
