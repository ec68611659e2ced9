import { describe, expect, test } from "vitest";
import { ageOn, availabilityProblems, type NewPerson, registrationProblems, weekOf } from "./rules.ts";

const now = new Date("2026-11-25T04:00:00Z");
const adult: NewPerson = {
  name: "张梅",
  bornOn: "1990-05-04",
  roles: ["volunteer"],
  consents: ["privacy"],
  hasGuardian: false,
};
const codes = (given: Partial<NewPerson>) => registrationProblems({ ...adult, ...given }, now).map(({ code }) => code);

describe("registering", () => {
  test("an adult with the privacy notice accepted may", () => expect(codes({})).toEqual([]));
  test("thirteen is too young, with a guardian too", () =>
    expect(codes({ bornOn: "2012-11-26", hasGuardian: true })).toEqual(["REGISTER_TOO_YOUNG"]));
  test("fourteen today needs a guardian", () => {
    expect(codes({ bornOn: "2012-11-25" })).toEqual(["GUARDIAN_NEEDED"]);
    expect(codes({ bornOn: "2012-11-25", hasGuardian: true })).toEqual([]);
  });
  test("eighteen today needs none", () => expect(codes({ bornOn: "2008-11-25" })).toEqual([]));
  test("a day is the city's: late on the 24th in London is the 25th in Beijing", () =>
    expect(registrationProblems({ ...adult, bornOn: "2008-11-25" }, new Date("2026-11-24T16:00:00Z"))).toEqual([]));
  test("a minor does not post requests", () =>
    expect(codes({ bornOn: "2010-01-01", roles: ["family"], hasGuardian: true })).toEqual(["FAMILY_IS_ADULT"]));
  test("nobody gives themselves a coordinator's role", () =>
    expect(codes({ roles: ["volunteer", "coordinator"] })).toEqual(["ROLE_IS_GRANTED"]));
  test("every problem is told at once", () =>
    expect(codes({ name: " ", roles: [], consents: ["guardian"], bornOn: "2030-01-01" })).toEqual([
      "REQUIRED",
      "BORN_ON_INVALID",
      "REQUIRED",
      "CONSENT_MISSING",
      "CONSENT_IS_GUARDIANS",
    ]));
  test.each(["a\nb", "a\u202Eb", "<b>"])("a name may not disguise itself: %j", (name) =>
    expect(codes({ name })).toEqual(["NAME_INVALID"]),
  );
});

test("whoever is born on a leap day comes of age on 1 March", () => {
  expect(ageOn("2008-02-29", "2026-02-28")).toBe(17);
  expect(ageOn("2008-02-29", "2026-03-01")).toBe(18);
});

describe("availability", () => {
  const given = { weekly: [], exceptions: [], maxWeekMinutes: 600, maxAssignments: 3 };
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 26, hour));
  test("windows that touch become one", () =>
    expect(
      weekOf([
        { weekday: 1, fromMinute: 600, toMinute: 660 },
        { weekday: 1, fromMinute: 660, toMinute: 720 },
        { weekday: 7, fromMinute: 1380, toMinute: 1440 },
      ]),
    ).toEqual([
      [600, 720],
      [10020, 10080],
    ]));
  test.each([
    { weekday: 0, fromMinute: 0, toMinute: 60 },
    { weekday: 8, fromMinute: 0, toMinute: 60 },
    { weekday: 1, fromMinute: 60, toMinute: 60 },
    { weekday: 1, fromMinute: -1, toMinute: 60 },
    { weekday: 1, fromMinute: 0, toMinute: 1441 },
  ])("a window lies within one day: %j", (window) =>
    expect(availabilityProblems({ ...given, weekly: [window] })).toEqual([
      { code: "WINDOW_INVALID", path: ["weekly", "0"], facts: {} },
    ]),
  );
  test("exceptions may touch but not overlap", () => {
    const first = { startsAt: at(1), endsAt: at(3), available: false };
    expect(
      availabilityProblems({ ...given, exceptions: [first, { startsAt: at(3), endsAt: at(4), available: true }] }),
    ).toEqual([]);
    expect(
      availabilityProblems({ ...given, exceptions: [first, { startsAt: at(2), endsAt: at(4), available: true }] }),
    ).toEqual([{ code: "EXCEPTIONS_OVERLAP", path: ["exceptions", "1"], facts: {} }]);
  });
  test("limits have bounds", () =>
    expect(
      availabilityProblems({ ...given, maxWeekMinutes: 10081, maxAssignments: -1 }).map(({ path }) => path),
    ).toEqual([["maxWeekMinutes"], ["maxAssignments"]]));
});
