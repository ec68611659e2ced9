import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { Weights } from "../../engine/cost/weights.ts";
import type { MatchRunState } from "./states.ts";

/** What a run is computed with; kept with it, so that it can be replayed. */
export interface RunPolicy {
  readonly weights: Weights;
  /** Most candidates that are weighed for one place of a request. */
  readonly candidates: number;
}

/** What a run looked at and came to. Counts; `seconds` from taken up to ready. */
export interface RunStats {
  readonly requests: number;
  readonly people: number;
  readonly edges: number;
  readonly added: number;
  readonly moved: number;
  readonly unfilled: number;
  /** Requests that have more candidates than were weighed for them. */
  readonly capped: number;
  /** Open places that a candidate beyond the cap might have filled: what the cap can have cost at most. */
  readonly cappedUnfilled: number;
  /** The least that an open place costs, in cost units. */
  readonly openPlace: number;
  /** Pairs that the plan had to give up because two new assignments of one person would clash. */
  readonly clashes: number;
  /** Cost units that giving them up has cost at most; 0: no plan without clashes is better. */
  readonly lossAtMost: number;
  /** How often the plan was solved until every pair in it kept every rule. */
  readonly rounds: number;
  readonly seconds: number;
  /** Milliseconds of each stage. */
  readonly spent: Readonly<Record<string, number>>;
}

export const MatchRunSchema = defineEntity({
  name: "MatchRun",
  tableName: "match_run",
  properties: {
    id: p.uuid().primary(),
    /** Null: the whole city. */
    districtId: p.integer().nullable(),
    kind: p.string().$type<"request" | "shift">(),
    state: p.string().$type<MatchRunState>(),
    seed: p.integer(),
    policy: p.json<RunPolicy>(),
    progress: p.integer(),
    stats: p.json<Partial<RunStats>>(),
    /** Whole cost units, as text: PostgreSQL's bigint. */
    objective: p.bigint("string").nullable(),
    dual: p.bigint("string").nullable(),
    /** A code; words.ts has its sentence. */
    failure: p.string().nullable(),
    startedBy: p.uuid(),
    startedAt: p.datetime(),
    tries: p.integer(),
    beatAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

export class MatchRun extends MatchRunSchema.class {}
MatchRunSchema.setClass(MatchRun);
export type MatchRunRow = InferEntity<typeof MatchRunSchema>;
