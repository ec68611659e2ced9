import { describe, expect, test } from "vitest";
import { isTakeable, missing, type Slot, standingOf } from "./slot.ts";

const now = Date.parse("2026-11-24T10:00:00Z");
const slotWith = (change: Partial<Slot> = {}): Slot => ({
  __typename: "Shift",
  id: "a",
  startsAt: "2026-11-25T02:00:00Z",
  endsAt: "2026-11-25T04:00:00Z",
  state: "PUBLISHED",
  dayKind: "WORK",
  picking: "CLAIM",
  places: 4,
  taken: 2,
  releasing: 0,
  minimumCover: 2,
  free: 2,
  urgent: false,
  signUpFrom: null,
  credentials: [],
  version: 1,
  eligibility: { __typename: "Eligibility", allowed: true, reasons: [] },
  myAssignment: null,
  ...change,
});
const idle = { picked: undefined, pending: undefined };
const against = (code: "NO_PLACES_LEFT" | "REST_TOO_SHORT"): Pick<Slot, "eligibility"> => ({
  eligibility: {
    __typename: "Eligibility",
    allowed: false,
    reasons: [{ __typename: "Problem", code, short: "short", message: "message" }],
  },
});
const own = (state: "CONFIRMED" | "APPLIED", releasingSince: string | null = null): Pick<Slot, "myAssignment"> => ({
  myAssignment: { __typename: "Assignment", id: "m", state, releasingSince, version: 1 },
});

describe("how a shift stands", () => {
  test("free places decide between open and the last one", () => {
    expect(standingOf(slotWith(), idle, now)).toBe("open");
    expect(standingOf(slotWith({ free: 1 }), idle, now)).toBe("few");
  });

  test("a need is louder than the last place, a pick louder than a need", () => {
    expect(standingOf(slotWith({ free: 1, urgent: true }), idle, now)).toBe("urgent");
    expect(standingOf(slotWith({ urgent: true }), { ...idle, picked: "a" }, now)).toBe("picked");
  });

  test("only places make it full; any other rule blocks it, even where people are missing", () => {
    expect(standingOf(slotWith({ free: 0, ...against("NO_PLACES_LEFT") }), idle, now)).toBe("full");
    expect(standingOf(slotWith({ urgent: true, ...against("REST_TOO_SHORT") }), idle, now)).toBe("conflict");
  });

  test("a pick that has become full in the meantime is no pick any more", () => {
    expect(standingOf(slotWith(against("NO_PLACES_LEFT")), { ...idle, picked: "a" }, now)).toBe("full");
  });

  test("one's own shift stays one's own while someone is sought to take over", () => {
    expect(standingOf(slotWith(own("CONFIRMED")), idle, now)).toBe("mine");
    expect(standingOf(slotWith(own("CONFIRMED", "2026-11-24T09:00:00Z")), idle, now)).toBe("releasing");
    expect(standingOf(slotWith(own("APPLIED")), idle, now)).toBe("applied");
  });

  test("it runs from its first moment and is past from its last", () => {
    const running = slotWith({ startsAt: "2026-11-24T10:00:00Z", endsAt: "2026-11-24T12:00:00Z" });
    expect(standingOf(running, idle, now)).toBe("running");
    expect(standingOf(running, idle, Date.parse(running.endsAt))).toBe("past");
    expect(isTakeable(running, now)).toBe(false);
  });

  test("an unanswered claim shows above everything else", () => {
    expect(standingOf(slotWith(), { picked: "a", pending: "a" }, now)).toBe("pending");
  });
});

test("whoever waits to be relieved is missing already", () => {
  expect(missing(slotWith({ taken: 2, releasing: 1, minimumCover: 2 }))).toBe(1);
  expect(missing(slotWith({ taken: 4, minimumCover: 2 }))).toBe(0);
});
