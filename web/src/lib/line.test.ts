import { describe, expect, test } from "vitest";
import { type Line, type LineEvent, lineAfter } from "./line.ts";

const idle: Line = { state: "idle", since: 0, asOf: 0 };
const run = (...events: LineEvent[]) =>
  events.reduce((line, event, index) => lineAfter(line, event, (index + 1) * 100, index * 100), idle);

describe("the line", () => {
  test("is live once the server answers", () => {
    expect(run({ type: "connecting" }, { type: "connected" })).toEqual({ state: "live", since: 200, asOf: 200 });
  });

  test("says since when it is away and up to when the data is complete", () => {
    expect(run({ type: "connected" }, { type: "closed", code: 1006 })).toEqual({
      state: "reconnecting",
      since: 200,
      asOf: 100,
    });
  });

  test("is offline after ten seconds without a socket and keeps its times", () => {
    expect(run({ type: "connected" }, { type: "closed", code: 1006 }, { type: "waited" })).toEqual({
      state: "offline",
      since: 200,
      asOf: 100,
    });
  });

  test("does not call itself offline while it is live", () => {
    expect(run({ type: "connected" }, { type: "waited" }).state).toBe("live");
  });

  test("is offline at once when the device loses its network, and tries when it returns", () => {
    expect(run({ type: "connected" }, { type: "network", up: false }).state).toBe("offline");
    expect(run({ type: "connected" }, { type: "network", up: false }, { type: "network", up: true }).state).toBe(
      "reconnecting",
    );
  });

  test("is as old as the copy that the screen shows, until the server answers", () => {
    const shown = run({ type: "connecting" }, { type: "copied", at: 42 }, { type: "closed", code: 1006 });
    expect(shown).toEqual({ state: "offline", since: 200, asOf: 42 });
    expect(lineAfter(shown, { type: "connected" }, 900, 800).state).toBe("live");
  });

  test("ends where the server refuses, and names the code", () => {
    expect(run({ type: "connected" }, { type: "closed", code: 4401 })).toEqual({
      state: "refused",
      since: 200,
      asOf: 100,
      code: 4401,
    });
  });
});
