import { describe, expect, test } from "vitest";
import { DAY, HOUR } from "../kernel/interval.ts";
import { tutorsField } from "./abilities.ts";
import { calendarAt } from "./calendar.ts";
import { dutiesOf, leaveGaps } from "./duty.ts";
import { inhabitant } from "./inhabitant.ts";
import { membersOf, planCity } from "./plan.ts";
import { Random } from "./random.ts";

const plan = planCity(100, 5);

describe("the plan of a city", () => {
  test("has exactly the people asked for, each once, in one district", () => {
    expect(plan.people).toBe(12_000);
    const indexes = plan.districts.flatMap(({ ranks }) => [...ranks]);
    expect(new Set(indexes).size).toBe(12_000);
  });

  test("has more people than asked for only where its rosters need them", () => {
    expect(planCity(100_000, 5).people).toBeGreaterThan(1_000);
    expect(planCity(500, 5).people).toBe(2_400);
  });

  test("has a tutor for every subject at every stage, whatever the scale", () => {
    for (const scale of [100_000, 1_000, 100]) {
      const city = planCity(scale, 5);
      const tutors = city.districts.flatMap((district) => membersOf(district, ({ part }) => part === "tutor"));
      expect(new Set(tutors.map((index) => tutorsField(city, index).join("/"))).size).toBe(27);
    }
  });

  test("gives minors a guardian of their family name, in their district", () => {
    const calendar = calendarAt(new Date("2026-11-25T04:00:00Z"));
    const people = Array.from({ length: 4_000 }, (_, index) => inhabitant(plan, calendar, index));
    const minors = people.filter(({ guardian }) => guardian !== null);
    expect(minors.length).toBeGreaterThan(50);
    for (const minor of minors) {
      const guardian = people[minor.guardian!]!;
      expect([guardian.name[0], guardian.districtId, guardian.guardian]).toEqual([
        minor.name[0],
        minor.districtId,
        null,
      ]);
      expect(minor.bornOn > "2008-11-25" && minor.bornOn <= "2012-11-25").toBe(true);
    }
    expect(new Set(people.map(({ phone }) => phone)).size).toBe(4_000);
  });
});

test("another seed is another city", () => {
  const calendar = calendarAt(new Date("2026-11-25T04:00:00Z"));
  const told = (seed: number) => {
    const city = planCity(1_000, seed);
    return Array.from({ length: 50 }, (_, index) => inhabitant(city, calendar, index));
  };
  expect(told(5)).toEqual(told(5));
  const others = told(6);
  const same = told(5).filter(({ id, name }, index) => others[index]!.id === id || others[index]!.name === name);
  expect(same.length).toBeLessThan(5);
});

describe("shifts left short", () => {
  const districtShifts = (now: Date) => {
    const calendar = calendarAt(now);
    const { sites } = plan.districts[2]!;
    const duties = sites.flatMap((site) => dutiesOf(site, calendar, 5));
    leaveGaps(duties, 4, calendar, new Random(5, "gaps"));
    return duties.filter(
      ({ startsAt, rota, target }) =>
        startsAt > now.getTime() && startsAt < now.getTime() + 7 * DAY && target < rota.minimumCover,
    );
  };
  const short = (duties: ReturnType<typeof districtShifts>) =>
    duties.reduce((sum, { rota, target }) => sum + rota.minimumCover - target, 0);

  test.each(["2026-11-22T16:00Z", "2026-11-25T04:00Z", "2026-11-25T14:30Z", "2026-11-29T15:59Z"])(
    "are nine places whatever the hour, two of them tonight: %s",
    (at) => {
      const now = new Date(at);
      const gaps = districtShifts(now);
      expect(short(gaps)).toBe(9);
      const { today } = calendarAt(now);
      const dawn = today * DAY + 22 * HOUR;
      expect(short(gaps.filter(({ startsAt }) => startsAt < dawn))).toBe(2);
    },
  );
});
