import { defineEntity, type InferEntity, p } from "@mikro-orm/core";

export const SiteSchema = defineEntity({
  name: "Site",
  tableName: "site",
  properties: {
    id: p.uuid().primary(),
    districtId: p.integer(),
    kind: p.string().$type<"hotline" | "gate" | "community" | "hospital" | "school" | "online">(),
    code: p.string(),
    nameZh: p.string(),
    nameEn: p.string(),
    timeZone: p.string(),
    programmeId: p.uuid().nullable(),
  },
});

export class Site extends SiteSchema.class {}
SiteSchema.setClass(Site);
export type SiteRow = InferEntity<typeof SiteSchema>;

export interface DistrictRow {
  readonly id: number;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}
