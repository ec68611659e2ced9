import { DAY } from "../kernel/interval.ts";
import { type Calendar, dateText, instantAt } from "./calendar.ts";
import { skillId, skills, specialisms } from "./catalogue.ts";
import { Load } from "./copy.ts";
import type { CityPlan } from "./plan.ts";
import { programmes } from "./programmes.ts";
import { Random } from "./random.ts";

/** Ids of the sites by code. */
export function siteIdsOf({ districts, seed }: CityPlan, calendar: Calendar): ReadonlyMap<string, string> {
  const madeAt = instantAt(calendar.monday, 0) - 330 * DAY;
  const sites = districts.flatMap((district) => district.sites);
  return new Map(sites.map(({ code }) => [code, new Random(seed, `site ${code}`).id(madeAt)]));
}

/** What everybody else stands on: districts, campaigns, skills and sites. */
export function ground(plan: CityPlan, calendar: Calendar, siteIds: ReadonlyMap<string, string>): Load {
  const load = new Load();
  const programmeIds = addProgrammes(load, plan, calendar);
  for (const { id, code, nameZh, nameEn } of skills) load.add("skill", [id, code, nameZh, nameEn]);
  for (const { id, skill, code, nameZh, nameEn } of specialisms)
    load.add("specialism", [id, skillId(skill), code, nameZh, nameEn]);
  for (const { district, sites } of plan.districts) {
    load.add("district", [district.id, district.code, district.nameZh, district.nameEn]);
    for (const { code, kind, nameZh, nameEn, programme } of sites)
      load.add("site", [siteIds.get(code)!, district.id, kind, code, nameZh, nameEn, programmeIds.get(programme)!]);
  }
  return load;
}

/** The campaigns run now: they began with the first week of the rosters' season and go on for two months. */
function addProgrammes(load: Load, { seed }: CityPlan, { monday }: Calendar): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { code, nameZh, nameEn } of programmes) {
    const id = new Random(seed, `programme ${code}`).id(instantAt(monday, 0) - 340 * DAY);
    ids.set(code, id);
    load.add("programme", [id, code, nameZh, nameEn, dateText(monday - 70), dateText(monday + 69)]);
  }
  return ids;
}
