import { cityPeople, type District, districts } from "./districts.ts";
import { Random } from "./random.ts";
import { weeklyDuties } from "./rota.ts";
import { type SiteSpec, sitesOf } from "./sites.ts";

/** What somebody does in the city; people of one part do not serve in another, so that no two rosters share a person. */
export type Part = "counsellor" | "guard" | "waiting_counsellor" | "tutor" | "helper" | "family" | "neighbour";

/** People of one district by rank: the ranks `from` (to the next section's `from`) play this part, at this site. */
export interface Section {
  readonly part: Part;
  readonly from: number;
  readonly site: SiteSpec | null;
}

export interface DistrictPlan {
  readonly district: District;
  readonly sites: readonly SiteSpec[];
  readonly sections: readonly Section[];
  /** Index in the city of the person of each rank. */
  readonly ranks: Uint32Array;
  readonly requests: number;
}

export interface CityPlan {
  readonly seed: number;
  readonly people: number;
  readonly requests: number;
  readonly districts: readonly DistrictPlan[];
  /** Place in `districts`, and rank there, of each person. */
  readonly districtOf: Uint8Array;
  readonly rankOf: Uint32Array;
}

const volunteersOfBeijing = 1_200_000;

/** Counsellors that the campaign had on its counselling line, at any scale. */
const leastCounsellors = 124;

/** Tutors of a district, whatever its size: seventeen times seven teach every subject at every stage. */
export const leastTutors = 7;

interface Quota {
  readonly part: Part;
  readonly count: number;
  readonly site: SiteSpec | null;
}

/**
 * Who lives where and does what, before anybody is invented. `scale`: one volunteer for each so many. A city too small to
 * fill its own rosters gets as many people as they need.
 */
export function planCity(scale: number, seed: number): CityPlan {
  const asked = Math.ceil(volunteersOfBeijing / scale);
  const drafts = districts.map((district) => draftOf(district, asked));
  const needed = drafts.map(({ quotas }) => quotas.reduce((sum, { count }) => sum + count, 0) + 5);
  const spare = Math.max(0, asked - needed.reduce((a, b) => a + b, 0));
  const sizes = apportion(spare, needed);
  const { districtOf, rankOf, ranks } = deal(sizes, seed);
  return {
    seed,
    people: districtOf.length,
    requests: drafts.reduce((sum, { requests }) => sum + requests, 0),
    districtOf,
    rankOf,
    districts: drafts.map(({ quotas, ...rest }, at) => ({ ...rest, sections: sectionsOf(quotas), ranks: ranks[at]! })),
  };
}

function draftOf(district: District, asked: number) {
  const share = district.people / cityPeople;
  const sites = sitesOf(district, Math.round((share * asked) / 400));
  const requests = Math.max(14, Math.round((share * asked) / 15));
  const crews = sites.filter(({ rotas }) => rotas.length > 0).map((site) => crewOf(site));
  const quotas: Quota[] = [
    ...crews,
    { part: "waiting_counsellor", count: Math.max(2, Math.round((share * asked) / 1000)), site: null },
    { part: "tutor", count: Math.max(leastTutors, Math.ceil(requests * 0.5)), site: null },
    { part: "helper", count: Math.max(4, Math.ceil(requests * 0.3)), site: null },
    { part: "family", count: requests, site: null },
  ];
  return { district, sites, requests, quotas };
}

/** People who take two or three duties a week each, with some to spare. */
function crewOf(site: SiteSpec): Quota {
  const count = Math.ceil((weeklyDuties(site.rotas) * 1.25) / 2.2) + 2;
  return site.kind === "hotline"
    ? { part: "counsellor", count: Math.max(count, site.rotas.length > 5 ? leastCounsellors / 3 : 0), site }
    : { part: "guard", count, site };
}

/** Shares out what is left by the size of the districts, so that no one is lost or made up. */
function apportion(spare: number, needed: readonly number[]): number[] {
  let counted = 0;
  let given = 0;
  return needed.map((count, at) => {
    counted += districts[at]!.people;
    const until = Math.round((spare * counted) / cityPeople);
    const share = until - given;
    given = until;
    return count + share;
  });
}

/** Mixes the districts, as people register: neither number nor id tells where somebody lives. */
function deal(sizes: readonly number[], seed: number) {
  const districtOf = new Uint8Array(sizes.reduce((a, b) => a + b, 0));
  let at = 0;
  for (const [place, size] of sizes.entries()) {
    districtOf.fill(place, at, at + size);
    at += size;
  }
  new Random(seed, "deal").shuffle(districtOf);
  const ranks = sizes.map((size) => new Uint32Array(size));
  const rankOf = new Uint32Array(districtOf.length);
  const next = sizes.map(() => 0);
  for (let index = 0; index < districtOf.length; index++) {
    const place = districtOf[index]!;
    rankOf[index] = next[place]!;
    ranks[place]![next[place]!++] = index;
  }
  return { districtOf, rankOf, ranks };
}

function sectionsOf(quotas: readonly Quota[]): Section[] {
  let from = 0;
  const sections = quotas.map(({ part, count, site }): Section => {
    const section = { part, site, from };
    from += count;
    return section;
  });
  return [...sections, { part: "neighbour", site: null, from }];
}

export function sectionAt({ sections }: DistrictPlan, rank: number): Section {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sections[middle]!.from <= rank) low = middle;
    else high = middle - 1;
  }
  return sections[low]!;
}

/** Indexes in the city of everybody who plays a part in a district, in order of rank. */
export function membersOf(plan: DistrictPlan, wanted: (section: Section) => boolean): number[] {
  return plan.sections.flatMap((section, at) => {
    if (!wanted(section)) return [];
    return [...plan.ranks.subarray(section.from, plan.sections[at + 1]?.from ?? plan.ranks.length)];
  });
}
