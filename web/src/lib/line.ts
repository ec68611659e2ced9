/** What the socket is doing, as the person should understand it. Times are milliseconds since the epoch. */
export type Line = {
  state: "idle" | "connecting" | "live" | "reconnecting" | "offline" | "refused";
  since: number;
  /** Up to when the data on the screen is known to be complete. */
  asOf: number;
  /** Close code of a refusal: 4401 = signed out, 4403 = right lost. */
  code?: number;
};

export type LineEvent =
  | { type: "connecting" }
  | { type: "connected" }
  | { type: "closed"; code: number }
  | { type: "waited" }
  | { type: "network"; up: boolean }
  /** The screen shows what was kept on the device at this time. */
  | { type: "copied"; at: number };

/** The server means it: trying again would only be refused again. */
export const REFUSALS = [4401, 4403];
/** Without a socket for this long, the screen says offline and falls back to polling. */
export const PATIENCE = 10_000;

/** The next state of the line. `heard` = when anything last came from the server. */
export function lineAfter(line: Line, event: LineEvent, now: number, heard: number): Line {
  switch (event.type) {
    case "connecting":
      return line.state === "idle" || line.state === "refused"
        ? { state: "connecting", since: now, asOf: line.asOf }
        : line;
    case "connected":
      return { state: "live", since: now, asOf: now };
    case "closed":
      if (REFUSALS.includes(event.code)) return { state: "refused", since: now, asOf: heard, code: event.code };
      return line.state === "live" || line.state === "connecting"
        ? { state: "reconnecting", since: now, asOf: heard }
        : line;
    case "waited":
      return line.state === "reconnecting" || line.state === "connecting" ? { ...line, state: "offline" } : line;
    case "network":
      if (!event.up) return line.state === "offline" ? line : { state: "offline", since: now, asOf: heard };
      return line.state === "offline" ? { ...line, state: "reconnecting" } : line;
    case "copied":
      return { state: "offline", since: now, asOf: event.at };
  }
}
