import { describe, expect, test } from "vitest";
import { changeProblems, newShiftProblems, placesProblems, publishProblems } from "./rules.ts";

const now = new Date("2026-11-25T04:00:00Z");
const at = (hour: number) => new Date(now.getTime() + hour * 3_600_000);
const given = {
  startsAt: at(24),
  endsAt: at(26),
  places: 3,
  minimumCover: 2,
  signUpFrom: null as Date | null,
  signUpUntil: null as Date | null,
  credentials: ["psychological_counsellor", "training:hotline"],
};
const codes = (change: Partial<typeof given>) =>
  newShiftProblems({ ...given, ...change }, now).map(({ code, path }) => [code, path?.join(".")]);

describe("a new shift", () => {
  test("in the future, with room for its cover, may be", () => expect(codes({})).toEqual([]));
  test("does not start in the past, or now", () => {
    expect(codes({ startsAt: now, endsAt: at(1) })).toEqual([["TIME_PAST", "startsAt"]]);
  });
  test("ends after it starts, within a day", () => {
    expect(codes({ endsAt: at(24) })).toEqual([["TIME_ORDER", "endsAt"]]);
    expect(codes({ endsAt: at(48) })).toEqual([]);
    expect(codes({ endsAt: new Date(at(48).getTime() + 60_000) })).toEqual([["TIME_TOO_LONG", "endsAt"]]);
  });
  test("is not three years away", () =>
    expect(codes({ startsAt: at(24 * 1_100), endsAt: at(24 * 1_100 + 1) })).toEqual([["TOO_FAR_AHEAD", "startsAt"]]));
  test("has places, and cover within them", () => {
    expect(codes({ places: 0, minimumCover: 0 })).toEqual([["OUT_OF_RANGE", "places"]]);
    expect(codes({ minimumCover: 4 })).toEqual([["COVER_ABOVE_PLACES", "minimumCover"]]);
    expect(codes({ minimumCover: -1 })).toEqual([["OUT_OF_RANGE", "minimumCover"]]);
  });
  test("opens for sign-up before it closes, and closes before it starts", () => {
    expect(codes({ signUpFrom: at(3), signUpUntil: at(3) })).toEqual([["SIGN_UP_ORDER", "signUpFrom"]]);
    expect(codes({ signUpUntil: at(25) })).toEqual([["SIGN_UP_AFTER_START", "signUpUntil"]]);
    expect(codes({ signUpFrom: at(24) })).toEqual([["SIGN_UP_ORDER", "signUpFrom"]]);
  });
  test("asks for credentials by their kind", () =>
    expect(codes({ credentials: ["Licence!"] })).toEqual([["KIND_INVALID", "credentials.0"]]));
});

test("places never go below those who hold them", () =>
  expect(placesProblems({ ...given, places: 2 }, given.startsAt, 3)).toEqual([
    { code: "PLACES_BELOW_TAKEN", path: ["places"], facts: { taken: 3 } },
  ]));

test("what has begun or was called off does not change any more", () => {
  expect(changeProblems({ state: "published", startsAt: at(1) }, now)).toEqual([]);
  expect(changeProblems({ state: "published", startsAt: now }, now).map(({ code }) => code)).toEqual([
    "SHIFT_HAS_STARTED",
  ]);
  expect(changeProblems({ state: "cancelled", startsAt: at(1) }, now).map(({ code }) => code)).toEqual(["SHIFT_STATE"]);
});

test("a draft is published once", () => {
  expect(publishProblems({ state: "draft", startsAt: at(1) }, now)).toEqual([]);
  expect(publishProblems({ state: "published", startsAt: at(1) }, now).map(({ code }) => code)).toEqual([
    "SHIFT_STATE",
  ]);
});
