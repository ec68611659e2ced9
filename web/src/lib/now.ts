import { useSyncExternalStore } from "react";

/** Server time minus this device's: clocks of phones are wrong by minutes, and countdowns must not be. */
let ahead = 0;

/** Tell it what the server's clock said just now. Differences under 5 s are the network's. */
export function learnServerTime(serverNow: number): void {
  const difference = serverNow - Date.now();
  ahead = Math.abs(difference) < 5_000 ? 0 : difference;
}

/** Milliseconds since the epoch, by the server's clock. */
export function serverNow(): number {
  return Date.now() + ahead;
}

type Ticker = { watch: (listener: () => void) => () => void; get: () => number };
const tickers = new Map<number, Ticker>();

/** The present time, redrawn every `every` ms (a minute unless told), all components in the same moment. */
export function useNow(every = 60_000): number {
  const ticker = tickers.get(every) ?? createTicker(every);
  tickers.set(every, ticker);
  return useSyncExternalStore(ticker.watch, ticker.get);
}

/** Runs only while someone watches; on the whole minute or second, so that two clocks on a screen never disagree. */
function createTicker(every: number): Ticker {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let value = floor(every);
  const tick = () => {
    value = floor(every);
    for (const listener of listeners) listener();
    timer = setTimeout(tick, every - (serverNow() % every));
  };
  const wake = () => {
    if (document.visibilityState !== "visible") return;
    clearTimeout(timer);
    tick();
  };
  return {
    get: () => value,
    watch(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        timer = setTimeout(tick, every - (serverNow() % every));
        document.addEventListener("visibilitychange", wake);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        document.removeEventListener("visibilitychange", wake);
      };
    },
  };
}

function floor(every: number): number {
  const now = serverNow();
  return every >= 60_000 ? now : now - (now % every);
}
