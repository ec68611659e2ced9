import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { Locale } from "../../kernel/reason.ts";

export const PersonSchema = defineEntity({
  name: "Person",
  tableName: "person",
  properties: {
    id: p.uuid().primary(),
    number: p.bigint("string").defaultRaw("nextval('person_number')"),
    name: p.string(),
    bornOn: p.date().nullable(),
    gender: p.string().$type<"female" | "male" | "other">().nullable(),
    locale: p.string().$type<Locale>(),
    phoneSealed: p.blob().nullable(),
    phoneKey: p.blob().nullable(),
    phoneLast: p.string().nullable(),
    emailSealed: p.blob().nullable(),
    emailKey: p.blob().nullable(),
    districtId: p.integer().nullable(),
    districts: p.array().columnType("smallint[]").$type<number[]>(),
    modes: p.array().$type<("on_site" | "online" | "phone")[]>(),
    languages: p.array().$type<string[]>(),
    maxWeekMinutes: p.integer(),
    maxAssignments: p.integer(),
    /** Minutes since Monday 00:00 local, as PostgreSQL writes a multirange: platform/ranges.ts reads it. */
    weekly: p.string().columnType("int4multirange"),
    wishes: p.json<Record<string, unknown>>(),
    demonstration: p.boolean(),
    version: p.integer().version(),
    madeAt: p.datetime(),
  },
});

export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person);
export type PersonRow = InferEntity<typeof PersonSchema>;
