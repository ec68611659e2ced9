import { defineEntity, type InferEntity, p } from "@mikro-orm/core";

export const ShiftSchema = defineEntity({
  name: "Shift",
  tableName: "shift",
  properties: {
    id: p.uuid().primary(),
    siteId: p.uuid(),
    districtId: p.integer(),
    role: p.string().$type<"seat" | "supervisor" | "trainee" | "post">(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    state: p.string().$type<"draft" | "published" | "cancelled">(),
    picking: p.string().$type<"claim" | "apply">(),
    places: p.integer(),
    taken: p.integer(),
    /** Taken by people who wait for someone to take over. */
    releasing: p.integer(),
    minimumCover: p.integer(),
    mode: p.string().$type<"on_site" | "online" | "phone">(),
    skillId: p.integer().nullable(),
    specialismId: p.integer(),
    level: p.integer(),
    credentials: p.array().$type<string[]>(),
    exposure: p.string().$type<"none" | "low" | "high">(),
    withMinors: p.boolean(),
    signUpFrom: p.datetime().nullable(),
    signUpUntil: p.datetime().nullable(),
    cancelReason: p.string().nullable(),
    ownerId: p.uuid().nullable(),
    version: p.integer().version(),
    madeAt: p.datetime(),
  },
});

export class Shift extends ShiftSchema.class {}
ShiftSchema.setClass(Shift);
export type ShiftRow = InferEntity<typeof ShiftSchema>;

/** Places that somebody can take now: those nobody has, and those whose holder waits to be relieved. */
export const freePlaces = (shift: Pick<ShiftRow, "places" | "taken" | "releasing">): number =>
  shift.places - shift.taken + shift.releasing;
