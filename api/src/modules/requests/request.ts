import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { RequestState } from "./states.ts";

export const requestKinds = [
  "tutoring",
  "counselling",
  "companionship",
  "errand",
  "transport",
  "translation",
  "meal_delivery",
  "disinfection",
  "data_collection",
  "other",
] as const;
export type RequestKind = (typeof requestKinds)[number];

export const forWhoms = [
  "medic_family",
  "quarantined",
  "undiagnosed",
  "infected",
  "relative",
  "elderly_alone",
  "resident",
] as const;
export type ForWhom = (typeof forWhoms)[number];

export const cancelReasons = ["no_longer_needed", "found_elsewhere", "wrong_match", "other"] as const;
export type CancelReason = (typeof cancelReasons)[number];
/** Besides what people say: the clock. */
export type EndReason = CancelReason | "lapsed";

export const RequestSchema = defineEntity({
  name: "Request",
  tableName: "request",
  properties: {
    id: p.uuid().primary(),
    number: p.bigint("string").defaultRaw("nextval('request_number')"),
    requesterId: p.uuid(),
    kind: p.string().$type<RequestKind>(),
    state: p.string().$type<RequestState>(),
    forWhom: p.string().$type<ForWhom>(),
    districtId: p.integer(),
    mode: p.string().$type<"on_site" | "online" | "phone">(),
    /** 3: today. The engine counts the other way round. */
    urgency: p.integer(),
    places: p.integer(),
    /** People offered or confirmed. */
    taken: p.integer(),
    skillId: p.integer(),
    /** Most urgent first; the first is required, the others wished. */
    specialisms: p.array().columnType("smallint[]").$type<number[]>(),
    grade: p.string().nullable(),
    /** Minutes since Monday 00:00 local, as PostgreSQL writes a multirange: platform/ranges.ts reads it. */
    weekly: p.string().columnType("int4multirange"),
    startsAt: p.datetime().nullable(),
    endsAt: p.datetime().nullable(),
    sessionsWeek: p.integer(),
    sessionMinutes: p.integer(),
    fromOn: p.date().nullable(),
    untilOn: p.date().nullable(),
    language: p.string().nullable(),
    genderWish: p.string().$type<"female" | "male">().nullable(),
    sameHelperId: p.uuid().nullable(),
    noteSealed: p.blob().nullable(),
    withMinors: p.boolean(),
    exposure: p.string().$type<"none" | "low" | "high">(),
    cancelReason: p.string().$type<EndReason>().nullable(),
    submittedAt: p.datetime().nullable(),
    matchedAt: p.datetime().nullable(),
    version: p.integer().version(),
    madeAt: p.datetime(),
  },
});

export class Request extends RequestSchema.class {}
RequestSchema.setClass(Request);
export type RequestRow = InferEntity<typeof RequestSchema>;
