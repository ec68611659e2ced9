/** Every event of a board has the next whole number: a client can see that it missed one. */
export type Numbered = { seq: number };

export type BoardLog<Event extends Numbered> = {
  /** The number of the last event taken. */
  last: number;
  /** Taken, not yet shown. */
  waiting: readonly Event[];
};

/** `next`: taken. `seen`: had it already (a replay overlaps). `gap`: something before it is missing; it was not taken. */
export type Verdict = "next" | "seen" | "gap";

export function takeEvent<Event extends Numbered>(
  log: BoardLog<Event>,
  event: Event,
): { log: BoardLog<Event>; verdict: Verdict } {
  if (event.seq <= log.last) return { log, verdict: "seen" };
  if (event.seq > log.last + 1) return { log, verdict: "gap" };
  return { log: { last: event.seq, waiting: [...log.waiting, event] }, verdict: "next" };
}

/** Everything up to `seq` is on the screen by other means (a fresh read): older events are no longer wanted. */
export function catchUp<Event extends Numbered>(log: BoardLog<Event>, seq: number): BoardLog<Event> {
  return seq <= log.last ? log : { last: seq, waiting: log.waiting.filter((event) => event.seq > seq) };
}

export function flush<Event extends Numbered>(
  log: BoardLog<Event>,
): { log: BoardLog<Event>; events: readonly Event[] } {
  return { log: { last: log.last, waiting: [] }, events: log.waiting };
}
