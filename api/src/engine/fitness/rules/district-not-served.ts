import type { Case } from "../case.ts";
import { rule } from "../rule.ts";

/** Only where somebody has to go there: a district means nothing on the telephone. */
function isOtherDistrict({ person, work }: Case) {
  if (work.mode !== "on_site" || work.district === null || person.districts.length === 0) return null;
  return person.districts.includes(work.district) ? null : { district: work.district };
}

export const districtNotServed = rule({
  code: "DISTRICT_NOT_SERVED",
  stage: "reach",
  overridable: true,
  obstacle: isOtherDistrict,
  sentence: {
    "zh-CN": (f, say) => `地点在${say.name(f.district)}，不在愿意服务的区内。可在个人资料中添加该区。`,
    en: (f, say) =>
      `This is in ${say.name(f.district)}, not among the districts chosen. Add the district to the profile.`,
  },
  short: { "zh-CN": () => "不在服务区内", en: () => "another district" },
});
