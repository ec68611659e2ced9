import type { Instant } from "../kernel/interval.ts";
import { DAY } from "../kernel/interval.ts";
import type { Range } from "../kernel/ranges.ts";
import { type Calendar, dateText, instantAt } from "./calendar.ts";
import { familyName, type Gender, givenName } from "./names.ts";
import { type CityPlan, type Part, sectionAt } from "./plan.ts";
import { Random } from "./random.ts";
import type { SiteSpec } from "./sites.ts";
import { weekOf } from "./week.ts";

/** People are made and written in blocks of so many; a minor's guardian is found in the same block. */
export const blockSize = 2_000;

export interface Inhabitant {
  readonly index: number;
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly gender: Gender;
  readonly bornOn: string;
  /** Index of the guardian; null for adults. */
  readonly guardian: number | null;
  readonly phone: string;
  readonly districtId: number;
  readonly part: Part;
  readonly site: SiteSpec | null;
  readonly weekly: readonly Range[];
  readonly madeAt: Instant;
}

const ages: Readonly<Record<Part, readonly [from: number, to: number]>> = {
  counsellor: [26, 62],
  waiting_counsellor: [25, 50],
  guard: [18, 66],
  tutor: [19, 32],
  helper: [18, 67],
  family: [28, 46],
  neighbour: [18, 76],
};

const shareOfMinors: Partial<Record<Part, number>> = { guard: 0.08, neighbour: 0.05 };
const daysOfRegistration = 300;

/** The person of an index: the same for the same seed, plan and day, and without looking at anybody but a guardian. */
export function inhabitant(plan: CityPlan, calendar: Calendar, index: number): Inhabitant {
  const sketch = sketchOf(plan, index);
  const { random, part, site } = sketch;
  const guardian = sketch.wantsGuardian ? guardianOf(plan, index) : null;
  const gender: Gender = random.chance(0.58) ? "female" : "male";
  const age = guardian === null ? sketch.age : 14 + random.whole(0, 3);
  const family = familyName(
    guardian === null ? new Random(plan.seed, "family name", index) : new Random(plan.seed, "family name", guardian),
  );
  const madeAt = madeAtOf(plan, calendar, index);
  return {
    index,
    id: random.id(madeAt),
    number: 1_000_001 + index,
    name: family + givenName(random, gender),
    gender,
    bornOn: birthday(calendar, age, random),
    guardian,
    phone: phoneOf(index),
    districtId: plan.districts[plan.districtOf[index]!]!.district.id,
    part,
    site,
    weekly: weekOf(part, random),
    madeAt,
  };
}

function sketchOf(plan: CityPlan, index: number) {
  const random = new Random(plan.seed, "person", index);
  const { part, site } = sectionAt(plan.districts[plan.districtOf[index]!]!, plan.rankOf[index]!);
  const [from, to] = ages[part];
  const wantsGuardian = random.chance(shareOfMinors[part] ?? 0);
  return { random, part, site, wantsGuardian, age: random.whole(from, to) };
}

/** A neighbour old enough to have a child of that age; none in the block makes an adult of the child. */
function guardianOf(plan: CityPlan, index: number): number | null {
  const first = index - (index % blockSize);
  for (let other = index - 1; other >= first; other--) {
    if (plan.districtOf[other] !== plan.districtOf[index]) continue;
    const { age, wantsGuardian } = sketchOf(plan, other);
    if (!wantsGuardian && age >= 38) return other;
  }
  return null;
}

/** Registered one after another, in order of index, and all of them before the first request. */
function madeAtOf(plan: CityPlan, { monday }: Calendar, index: number): Instant {
  const until = instantAt(monday, 0) - 50 * DAY;
  return Math.floor(until - daysOfRegistration * DAY * (1 - index / plan.people));
}

/** Reached this age at some time in the last year, at least a month ago: nobody comes of age in the middle of a rota. */
function birthday({ today }: Calendar, age: number, random: Random): string {
  const year = Number(dateText(today).slice(0, 4)) - age;
  const day = Date.UTC(year, Number(dateText(today).slice(5, 7)) - 1, Number(dateText(today).slice(8))) / DAY;
  return dateText(day - random.whole(30, 330));
}

/** A number of the range for things, not people (144): it rings nowhere. Mixed, so that last digits differ. */
const phoneOf = (index: number): string =>
  `1440${String((index * 7_368_787 + 3_141_593) % 10_000_000).padStart(7, "0")}`;
