import { describe, expect, test } from "vitest";
import {
  at,
  busy,
  changping,
  counsellor,
  dongcheng,
  hotlineShift,
  monday,
  type Situation,
  shiftAt,
  span,
  verified,
} from "./cases/given.ts";
import { fit } from "./fit.ts";
import { standardPolicy } from "./policy.ts";
import { sentence, shortSentence } from "./sentence.ts";

const reasons = ({ person, work, now = monday, ask = "coordinator" }: Situation) =>
  fit({ ...counsellor, ...person }, { ...hotlineShift, ...work }, now, ask);
const codes = (situation: Situation) => reasons(situation).map(({ code }) => code);

test("all reasons are told at once, in the order of the policy", () => {
  const situation: Situation = {
    person: { skills: [], credentials: [], commitments: [busy("11-28 21:00", "11-28 23:00")] },
    work: { placesFree: 0 },
  };
  expect(codes(situation)).toEqual(["NO_PLACES_LEFT", "SKILL_MISSING", "CREDENTIAL_MISSING", "TIME_OVERLAP"]);
});

describe("who asks", () => {
  const never = { availability: { ...counsellor.availability, weekly: [] } };

  test("her own hours bind the matcher and the coordinator, not the person who picks for herself", () => {
    expect(codes({ person: never, ask: "matcher" })).toEqual(["NOT_AVAILABLE"]);
    expect(codes({ person: never, ask: "coordinator" })).toEqual(["NOT_AVAILABLE"]);
    expect(codes({ person: never, ask: "self" })).toEqual([]);
  });

  test("hours that were never given are not taken for always", () => {
    const unsaid = { availability: { ...counsellor.availability, weekly: null } };
    expect(reasons({ person: unsaid })).toEqual([{ code: "NOT_AVAILABLE", facts: { stated: false } }]);
  });

  test("overlap, rest and credentials bind whoever asks", () => {
    const person = { credentials: [], commitments: [busy("11-28 21:00", "11-28 23:00")] };
    expect(codes({ person, ask: "self" })).toEqual(["CREDENTIAL_MISSING", "TIME_OVERLAP"]);
  });
});

describe("dated exceptions", () => {
  const exception = (free: boolean, from: string, to: string, weekly: [] | null = []) => ({
    availability: { timeZone: "Asia/Shanghai", weekly, exceptions: [{ ...span(from, to), free }] },
  });

  test("an extra free evening is enough by itself, and also goes on from the weekly hours", () => {
    expect(codes({ person: exception(true, "11-28 20:00", "11-28 22:00") })).toEqual([]);
    const untilNine = [{ weekday: 6, fromMinute: 1200, toMinute: 1260 }];
    const extended = { ...exception(true, "11-28 21:00", "11-28 22:00").availability, weekly: untilNine };
    expect(codes({ person: { availability: extended } })).toEqual([]);
  });

  test("a day off wins over the weekly hours and over an extra evening", () => {
    const { weekly } = counsellor.availability;
    const off = { ...span("11-28 21:59", "11-29 00:00"), free: false };
    const extra = { ...span("11-28 20:00", "11-28 22:00"), free: true };
    const person = { availability: { timeZone: "Asia/Shanghai", weekly, exceptions: [extra, off] } };
    expect(codes({ person })).toEqual(["NOT_AVAILABLE"]);
  });
});

describe("rest", () => {
  test("a night follows a night without a pause; after any pause it needs eleven hours", () => {
    const work = shiftAt(span("11-28 22:00", "11-29 00:00"));
    expect(codes({ work, person: { commitments: [busy("11-29 00:00", "11-29 02:00")] } })).toEqual([]);
    expect(codes({ work, person: { commitments: [busy("11-29 00:30", "11-29 02:00")] } })).toEqual(["REST_TOO_SHORT"]);
  });

  test("an evening that ends at ten is no night", () => {
    expect(codes({ person: { commitments: [busy("11-29 06:30", "11-29 08:00")] } })).toEqual([]);
  });

  test("the sentence says how much is missing and from when on it is enough", () => {
    const work = shiftAt(span("11-29 10:00", "11-29 12:00"));
    const [reason] = reasons({ work, person: { commitments: [busy("11-29 00:00", "11-29 04:00")] } });
    expect(sentence(reason!, "zh-CN")).toBe("距前一班只休息6小时，须休息11小时。请选择11月29日周日15:00以后的班次。");
    expect(sentence(reason!, "en")).toBe(
      "Only 6 h of rest after the duty before; 11 h are needed. Choose one from Sun 29 Nov 15:00 on.",
    );
    expect([shortSentence(reason!, "zh-CN"), shortSentence(reason!, "en")]).toEqual([
      "与前一班休息不足",
      "too soon after last duty",
    ]);
  });
});

test("a day of 25 hours is one day", () => {
  const work = {
    timeZone: "America/New_York",
    policy: { ...standardPolicy, dayMinutes: 239 },
    // Sunday 1 November 2026 lasts from 04:00Z to 05:00Z of the next day there.
    time: { kind: "dated", spans: [{ startsAt: at("11-01 12:30"), endsAt: at("11-01 14:30") }] },
  } as const;
  const late = { startsAt: at("11-02 10:30"), endsAt: at("11-02 12:30") };
  const nextDay = { startsAt: at("11-02 13:00"), endsAt: at("11-02 15:00") };
  const now = at("10-30 00:00");
  const on = (other: typeof late) => ({
    commitments: [{ ...busy("11-01 00:00", "11-01 01:00"), ...other }],
    credentials: [verified("psychological_counsellor")],
  });
  expect(codes({ person: on(late), work, now, ask: "self" })).toEqual(["DAY_MINUTES_EXCEEDED"]);
  expect(codes({ person: on(nextDay), work, now, ask: "self" })).toEqual([]);
});

test("two sites apart need the way between them, two seats at one site do not", () => {
  const work = { mode: "on_site", district: "101", place: dongcheng } as const;
  const next = (place: typeof dongcheng) => ({ commitments: [busy("11-28 22:00", "11-28 23:00", { place })] });
  expect(codes({ work, person: next(dongcheng) })).toEqual([]);
  expect(codes({ work, person: next(changping) })).toEqual(["TRAVEL_TIME_TOO_SHORT"]);
});

test("low-risk work after high waits fourteen days, high after low does not", () => {
  const high = { commitments: [busy("11-20 08:00", "11-20 12:00", { exposure: "high" })] };
  const low = { commitments: [busy("11-20 08:00", "11-20 12:00", { exposure: "low" })] };
  expect(codes({ person: high, work: { exposure: "low" } })).toEqual(["EXPOSURE_SEPARATION"]);
  expect(codes({ person: high, work: { exposure: "high" } })).toEqual([]);
  expect(codes({ person: low, work: { exposure: "high" } })).toEqual([]);
});

test("high-risk work just before planned low-risk work is refused from that side too", () => {
  const planned = { commitments: [busy("12-05 08:00", "12-05 12:00")] };
  expect(reasons({ person: planned, work: { exposure: "high" } })).toEqual([
    {
      code: "EXPOSURE_SEPARATION",
      facts: { days: 14, side: "after", freeFrom: at("12-12 22:00"), timeZone: "Asia/Shanghai" },
    },
  ]);
});

test("an excluded pair learns nothing of the other person", () => {
  const [reason] = reasons({ work: { excludedPersonIds: ["person-1"] } });
  expect(reason).toEqual({ code: "EXCLUDED_PAIR", facts: {} });
});

test("a district is said by its name", () => {
  const [reason] = reasons({ work: { mode: "on_site", district: "118", place: null } });
  expect(sentence(reason!, "zh-CN")).toBe("地点在密云区，不在愿意服务的区内。可在个人资料中添加该区。");
});
