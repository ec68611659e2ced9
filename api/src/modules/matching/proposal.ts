import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { CostPart } from "../../engine/cost/cost.ts";
import type { Explanation } from "./plan/explain.ts";
import type { ProposalKind, ProposalState } from "./states.ts";

export const ProposalSchema = defineEntity({
  name: "Proposal",
  tableName: "proposal",
  properties: {
    id: p.uuid().primary(),
    runId: p.uuid(),
    position: p.integer(),
    kind: p.string().$type<ProposalKind>(),
    requestId: p.uuid().nullable(),
    shiftId: p.uuid().nullable(),
    personId: p.uuid().nullable(),
    /** The version that the run saw: another one makes the proposal stale. */
    workVersion: p.integer(),
    personVersion: p.integer().nullable(),
    /** The weekly times chosen, as PostgreSQL writes a multirange of minutes. */
    weekly: p.string().columnType("int4multirange").nullable(),
    cost: p.integer().nullable(),
    parts: p.json<readonly CostPart[]>(),
    /** What the city loses where this person is not to be had: cost units. */
    price: p.integer().nullable(),
    explanation: p.json<Explanation>().nullable(),
    state: p.string().$type<ProposalState>(),
    /** Codes of the rules that speak against it now; words in platform/words.ts. */
    staleReason: p.string().nullable(),
    assignmentId: p.uuid().nullable(),
  },
});

export class Proposal extends ProposalSchema.class {}
ProposalSchema.setClass(Proposal);
export type ProposalRow = InferEntity<typeof ProposalSchema>;
