import { expect, test } from "vitest";
import { DAY, HOUR, type Interval, MINUTE, overlaps } from "../../kernel/interval.ts";
import type { Ask } from "./case.ts";
import { at, busy, changping, counsellor, dongcheng, hotlineShift, monday, tutor, tutoring } from "./cases/given.ts";
import { fit, fits } from "./fit.ts";
import { openCase } from "./open-case.ts";
import type { Commitment, PersonFacts } from "./person.ts";
import type { WorkFacts } from "./work.ts";

/** Small and repeatable (mulberry32); a failing run is found again by its number. */
function chance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { below, oneOf: <T>(items: readonly T[]): T => items[below(items.length)]! };
}
type Chance = ReturnType<typeof chance>;

/** Up to eight commitments that do not overlap, on quarters of an hour, within two weeks. */
function commitments({ below, oneOf }: Chance): Commitment[] {
  const made: Commitment[] = [];
  for (let i = below(9); i > 0; i--) {
    const startsAt = at("11-24 00:00") + below(14 * 96) * 15 * MINUTE;
    const span = { startsAt, endsAt: startsAt + (1 + below(16)) * 15 * MINUTE };
    if (made.some((other) => overlaps(other, span))) continue;
    const exposure = oneOf(["none", "none", "none", "low", "high"] as const);
    made.push({ ...busy("11-24 00:00", "11-24 01:00"), ...span, exposure, place: oneOf([null, dongcheng, changping]) });
  }
  return made.sort((a, b) => a.startsAt - b.startsAt);
}

function person(random: Chance, base: PersonFacts): PersonFacts {
  const { below, oneOf } = random;
  const weekly = Array.from({ length: below(5) }, () => {
    const fromMinute = below(92) * 15;
    return { weekday: 1 + below(7), fromMinute, toMinute: fromMinute + (2 + below(40)) * 15 };
  });
  return {
    ...base,
    birthDate: oneOf(["1990-05-01", "1990-05-01", "2010-05-01"]),
    guardianConsent: true,
    refusesMatching: false,
    commitments: commitments(random),
    availability: { timeZone: "Asia/Shanghai", weekly, exceptions: [] },
    limits: {
      ...base.limits,
      weekMinutes: oneOf([null, 300, 600]),
      weekDuties: oneOf([null, 2, 4]),
    },
  };
}

function shift({ below, oneOf }: Chance): WorkFacts {
  const startsAt = at("11-24 00:00") + below(14 * 96) * 15 * MINUTE;
  const span: Interval = { startsAt, endsAt: startsAt + (1 + below(16)) * 15 * MINUTE };
  const place = oneOf([null, dongcheng, changping]);
  const exposure = oneOf(["none", "none", "low", "high"] as const);
  return {
    ...hotlineShift,
    time: { kind: "dated", spans: [span] },
    mode: place ? "on_site" : "phone",
    place,
    exposure,
  };
}

function lessons({ below, oneOf }: Chance): WorkFacts {
  const windows = Array.from({ length: 1 + below(4) }, () => {
    const fromMinute = below(80) * 15;
    return { weekday: 1 + below(7), fromMinute, toMinute: fromMinute + (3 + below(24)) * 15 };
  });
  const sessionMinutes = oneOf([45, 60, 90]);
  const period = { startsAt: at("11-24 00:00"), endsAt: at("12-08 00:00") };
  return { ...tutoring, time: { kind: "weekly", period, windows, sessionMinutes, sessionsPerWeek: 1 + below(3) } };
}

const asks: readonly Ask[] = ["self", "coordinator", "matcher"];
const without = (her: PersonFacts, i: number): PersonFacts => ({
  ...her,
  commitments: her.commitments.filter((_, at) => at !== i),
});
const codes = (her: PersonFacts, work: WorkFacts, ask: Ask) => fit(her, work, monday, ask).map(({ code }) => code);

test("dropping a commitment never adds a reason against a shift (2,000 seeds)", () => {
  const broken: unknown[] = [];
  let refused = 0;
  for (let seed = 1; seed <= 2000; seed++) {
    const random = chance(seed);
    const [her, work, ask] = [person(random, counsellor), shift(random), random.oneOf(asks)];
    const before = codes(her, work, ask);
    refused += before.length > 0 ? 1 : 0;
    for (let i = 0; i < her.commitments.length; i++) {
      const added = codes(without(her, i), work, ask).filter((code) => !before.includes(code));
      if (added.length > 0) broken.push({ seed, i, added });
    }
  }
  expect(broken).toEqual([]);
  expect(refused).toBeGreaterThan(500);
  expect(refused).toBeLessThan(1900);
});

test("dropping a commitment never turns somebody who fits weekly lessons away (2,000 seeds)", () => {
  const broken: unknown[] = [];
  let fitting = 0;
  for (let seed = 1; seed <= 2000; seed++) {
    const random = chance(seed);
    const [her, work, ask] = [person(random, tutor), lessons(random), random.oneOf(asks)];
    if (!fits(her, work, monday, ask)) continue;
    fitting += her.commitments.length > 0 ? 1 : 0;
    for (let i = 0; i < her.commitments.length; i++)
      if (!fits(without(her, i), work, monday, ask)) broken.push({ seed, i });
  }
  expect(broken).toEqual([]);
  expect(fitting).toBeGreaterThan(150);
});

test("the quick verdict is the full one (2,000 seeds)", () => {
  const broken: number[] = [];
  for (let seed = 1; seed <= 2000; seed++) {
    const random = chance(seed);
    const weekly = seed % 2 === 0;
    const [her, work] = [person(random, weekly ? tutor : counsellor), weekly ? lessons(random) : shift(random)];
    const ask = random.oneOf(asks);
    if (fits(her, work, monday, ask) !== (codes(her, work, ask).length === 0)) broken.push(seed);
  }
  expect(broken).toEqual([]);
});

test("the sessions chosen never touch a commitment (1,500 seeds)", () => {
  const broken: number[] = [];
  let chosen = 0;
  for (let seed = 1; seed <= 1500; seed++) {
    const random = chance(seed);
    const [her, work] = [person(random, tutor), lessons(random)];
    const { spans } = openCase(her, work, monday, "self");
    chosen += spans.length;
    if (spans.some((span) => her.commitments.some((other) => overlaps(span, other)))) broken.push(seed);
  }
  expect(broken).toEqual([]);
  expect(chosen).toBeGreaterThan(1000);
});

test("a commitment that ends as the work begins, or begins as it ends, is no overlap in any zone at a change of its clock", () => {
  for (const zone of ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe"]) {
    for (const day of ["03-08", "03-29", "04-05", "10-04", "10-25", "11-01"]) {
      for (let hour = 0; hour < 24; hour++) {
        const span = { startsAt: at(`${day} 00:00`) + hour * HOUR, endsAt: at(`${day} 00:00`) + (hour + 1) * HOUR };
        const neighbour = (startsAt: number) => ({
          ...busy("11-24 00:00", "11-24 01:00"),
          startsAt,
          endsAt: startsAt + HOUR,
        });
        const her = { ...counsellor, commitments: [neighbour(span.startsAt - HOUR), neighbour(span.endsAt)] };
        const work: WorkFacts = { ...hotlineShift, timeZone: zone, time: { kind: "dated", spans: [span] } };
        const reasons = fit(her, work, span.startsAt - 30 * DAY, "self").map(({ code }) => code);
        expect({ zone, day, hour, reasons }).toEqual({ zone, day, hour, reasons: [] });
      }
    }
  }
});
