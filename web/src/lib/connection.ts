import { type Line, type LineEvent, lineAfter, PATIENCE } from "./line.ts";
import { createStore, useStore } from "./store.ts";

const store = createStore<Line>({ state: "idle", since: Date.now(), asOf: Date.now() });
let heard = Date.now();
let patience: ReturnType<typeof setTimeout> | undefined;

/** Something came over the socket: what is on the screen is complete up to now. */
export function hear(): void {
  heard = Date.now();
}

export function tellLine(event: LineEvent): void {
  const next = lineAfter(store.get(), event, Date.now(), heard);
  store.set(next);
  clearTimeout(patience);
  if (next.state === "reconnecting" || next.state === "connecting") {
    patience = setTimeout(() => tellLine({ type: "waited" }), Math.max(0, next.since + PATIENCE - Date.now()));
  }
}

addEventListener("offline", () => tellLine({ type: "network", up: false }));
addEventListener("online", () => tellLine({ type: "network", up: true }));

/** The state of the line, for the connection chip and for whoever must freeze its buttons. */
export const useConnection = (): Line => useStore(store);
export const connection = (): Line => store.get();
export const watchConnection = store.watch;
