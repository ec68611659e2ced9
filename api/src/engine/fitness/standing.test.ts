import { describe, expect, test } from "vitest";
import { at, busy, monday, span, tutor, tutoring } from "./cases/given.ts";
import { fit } from "./fit.ts";
import { openCase } from "./open-case.ts";
import type { PersonFacts } from "./person.ts";
import type { WeeklyTime, WorkFacts } from "./work.ts";

const weekly = tutoring.time as WeeklyTime;
const codes = (person: Partial<PersonFacts>, work: Partial<WorkFacts> = {}) =>
  fit({ ...tutor, ...person }, { ...tutoring, ...work }, monday, "matcher").map(({ code }) => code);
const sessions = (person: Partial<PersonFacts>, time: Partial<WeeklyTime> = {}) =>
  openCase({ ...tutor, ...person }, { ...tutoring, time: { ...weekly, ...time } }, monday, "matcher").standing!
    .sessions;
const hours = (weekday: number, fromMinute: number, toMinute: number) => ({
  availability: { timeZone: "Asia/Shanghai", weekly: [{ weekday, fromMinute, toMinute }], exceptions: [] },
});
const TUESDAY = 1440;
const THURSDAY = 3 * 1440;

describe("weekly tutoring", () => {
  test("takes one session a day first, as early as both can", () => {
    expect(sessions({})).toEqual([
      [TUESDAY + 1140, TUESDAY + 1200],
      [THURSDAY + 1140, THURSDAY + 1200],
    ]);
  });

  test("takes two on one day where only that day suits", () => {
    expect(sessions(hours(2, 0, 1440))).toEqual([
      [TUESDAY + 1140, TUESDAY + 1200],
      [TUESDAY + 1200, TUESDAY + 1260],
    ]);
  });

  test("is bound week by week through the horizon of four weeks", () => {
    const { spans } = openCase(tutor, tutoring, monday, "matcher").standing!;
    expect(spans.length).toBe(8);
    expect(spans[0]).toEqual(span("12-01 19:00", "12-01 20:00"));
    expect(spans.at(-1)).toEqual(span("12-24 19:00", "12-24 20:00"));
  });

  test("does not suit somebody whose hours leave room for one session only", () => {
    expect(codes(hours(2, 1140, 1259))).toEqual(["NOT_AVAILABLE"]);
  });

  test("moves to the free hour of an evening when another is taken in any week", () => {
    expect(sessions({ commitments: [busy("12-15 18:30", "12-15 19:30")] })[0]).toEqual([
      TUESDAY + 1170,
      TUESDAY + 1230,
    ]);
  });

  test("starts where a commitment ends: back-to-back is free", () => {
    expect(sessions({ commitments: [busy("12-15 18:00", "12-15 20:00")] })[0]).toEqual([
      TUESDAY + 1200,
      TUESDAY + 1260,
    ]);
  });

  test("is refused as an overlap when the hours would suit but are taken", () => {
    const taken = [busy("12-03 19:00", "12-03 21:00"), busy("12-15 19:30", "12-15 20:30")];
    expect(fit({ ...tutor, commitments: taken }, tutoring, monday, "matcher")).toEqual([
      { code: "TIME_OVERLAP", facts: { allTaken: true } },
    ]);
  });

  test("ignores what lies beyond the horizon", () => {
    expect(codes({ commitments: [busy("12-29 19:00", "12-29 21:00"), busy("12-31 19:00", "12-31 21:00")] })).toEqual(
      [],
    );
  });

  test("evades a rest rule by a later hour, and names the rule when there is none", () => {
    // Night duty that ends at 08:30 on a Tuesday: rested from 19:30 on.
    const night = busy("12-08 04:30", "12-08 08:30");
    expect(sessions({ commitments: [night] })[0]).toEqual([TUESDAY + 1170, TUESDAY + 1230]);
    const later = busy("12-08 05:00", "12-08 09:30");
    const onTuesdays = { ...tutoring, time: { ...weekly, windows: weekly.windows.slice(0, 1), sessionsPerWeek: 1 } };
    expect(fit({ ...tutor, commitments: [later] }, onTuesdays, monday, "matcher").map(({ code }) => code)).toEqual([
      "REST_TOO_SHORT",
    ]);
  });

  test("counts every week against the person's weekly limit", () => {
    const commitments = [busy("12-12 08:00", "12-12 12:00")];
    expect(codes({ commitments, limits: { ...tutor.limits, weekMinutes: 359 } })).toEqual(["WEEK_MINUTES_EXCEEDED"]);
    expect(codes({ commitments, limits: { ...tutor.limits, weekMinutes: 360 } })).toEqual([]);
  });

  test("asks that a credential lasts through the whole arrangement, beyond the horizon", () => {
    const licence = {
      kind: "teaching",
      state: "verified",
      validFrom: at("01-01 00:00"),
      validUntil: at("12-30 00:00"),
    } as const;
    expect(codes({ credentials: [licence] }, { credentials: ["teaching"] })).toEqual([
      "CREDENTIAL_NOT_VALID_THROUGHOUT",
    ]);
  });

  test("keeps the hour on the wall when the clock changes", () => {
    const time = { ...weekly, period: { startsAt: at("10-27 00:00"), endsAt: at("11-10 00:00") }, sessionsPerWeek: 1 };
    const work = { ...tutoring, timeZone: "America/New_York", time };
    const her = { ...tutor.availability, timeZone: "America/New_York" };
    const { spans } = openCase({ ...tutor, availability: her }, work, at("10-26 00:00"), "matcher").standing!;
    expect(spans.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
      "2026-10-27T23:00:00.000Z",
      "2026-11-04T00:00:00.000Z",
    ]);
  });
});

describe("fifteen hours in December", () => {
  const time = {
    kind: "flexible",
    period: span("12-01 00:00", "2027-01-01 00:00"),
    windows: [{ weekday: 6, fromMinute: 540, toMinute: 780 }],
    totalMinutes: 900,
    sessionMinutes: 60,
  } as const;

  test("fit into four free Saturday mornings", () => {
    expect(codes({}, { time })).toEqual([]);
  });

  test("do not fit when the hours given make less, nor when other work has taken too much", () => {
    expect(codes(hours(6, 540, 764), { time })).toEqual(["NOT_AVAILABLE"]);
    expect(codes({ commitments: [busy("12-05 10:00", "12-05 11:01")] }, { time })).toEqual(["TIME_OVERLAP"]);
    expect(codes({ commitments: [busy("12-05 10:00", "12-05 11:00")] }, { time })).toEqual([]);
  });

  test("pieces too short for a session do not count", () => {
    const holes = [busy("12-05 09:30", "12-05 10:00"), busy("12-05 10:30", "12-05 11:00")];
    expect(codes({ commitments: holes }, { time: { ...time, totalMinutes: 840 } })).toEqual([]);
    expect(codes({ commitments: holes }, { time: { ...time, totalMinutes: 841 } })).toEqual(["TIME_OVERLAP"]);
  });
});
