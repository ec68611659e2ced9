import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { PartingReason } from "./parting.ts";
import type { AssignmentState } from "./states.ts";

export const AssignmentSchema = defineEntity({
  name: "Assignment",
  tableName: "assignment",
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    shiftId: p.uuid().nullable(),
    requestId: p.uuid().nullable(),
    districtId: p.integer(),
    state: p.string().$type<AssignmentState>(),
    source: p.string().$type<"claimed" | "applied" | "invited" | "assigned" | "matched">(),
    pinned: p.boolean(),
    offeredAt: p.datetime().nullable(),
    answerBy: p.datetime().nullable(),
    confirmedAt: p.datetime().nullable(),
    releasingSince: p.datetime().nullable(),
    declineReason: p.string().nullable(),
    overrideReason: p.string().nullable(),
    partingReason: p.string().$type<PartingReason>().nullable(),
    runId: p.uuid().nullable(),
    /** The weekly times chosen for a standing request, as PostgreSQL writes a multirange of minutes. */
    weekly: p.string().columnType("int4multirange").nullable(),
    version: p.integer().version(),
    madeAt: p.datetime(),
    madeBy: p.uuid().nullable(),
  },
});

export class Assignment extends AssignmentSchema.class {}
AssignmentSchema.setClass(Assignment);
export type AssignmentRow = InferEntity<typeof AssignmentSchema>;
