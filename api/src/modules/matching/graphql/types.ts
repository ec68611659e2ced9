import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf, Node } from "../../../platform/graphql/connection.ts";
import { Payload } from "../../../platform/graphql/payload.ts";
import { DateTime } from "../../../platform/graphql/scalars.ts";
import { FunnelStepType, RelaxationType } from "../../assignments/graphql-candidates/types.ts";
import type { MatchRunRow } from "../match-run.ts";
import type { ProposalRow } from "../proposal.ts";
import { allProposalStates, allRunStates, proposalKinds } from "../states.ts";

const upper = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name.toUpperCase(), name]));

export const MatchRunState = upper(allRunStates);
registerEnumType(MatchRunState, { name: "MatchRunState", description: "Where a match run stands." });
export const ProposalState = upper(allProposalStates);
registerEnumType(ProposalState, {
  name: "ProposalState",
  description: "What became of a proposal. STALE: what it was made from has changed since.",
});
export const ProposalKind = upper(proposalKinds);
registerEnumType(ProposalKind, {
  name: "ProposalKind",
  description: "ADDED: somebody for an empty place. MOVED: somebody else than now. UNFILLED: nobody, and why.",
});

@ObjectType("MatchRun", { implements: Node, description: "The best plan for everything open, computed for review." })
export class MatchRunType extends Node {
  @Field(() => MatchRunState, { description: "Where it stands." })
  state!: string;

  @Field(() => Int, { description: "Percent done." })
  progress!: number;

  @Field(() => Int, { description: "Chooses among equally good plans; the same input and seed give the same plan." })
  seed!: number;

  @Field(() => DateTime, { description: "When it was asked for." })
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When it was ready, put away or failed." })
  finishedAt?: Date | null;

  @Field(() => Int, { description: "Rises with every change of state; edits name the one that they saw." })
  version!: number;
}

@ObjectType("Explanation", { description: "Why places stay open, and what would help." })
export class ExplanationType {
  @Field(() => String, { description: "In one line." })
  sentence!: string;

  @Field(() => [FunnelStepType], { description: "How the candidates dwindle, step by step." })
  funnel!: readonly FunnelStepType[];

  @Field(() => [RelaxationType], { description: "What would help, the least asked for first." })
  relaxations!: readonly RelaxationType[];

  @Field(() => String, { nullable: true, description: "Who competes for whom, where people who fit are all taken." })
  cut?: string | null;
}

@ObjectType("Proposal", {
  implements: Node,
  description: "Somebody for a place, or why there is nobody. Nothing happens until it is applied.",
})
export class ProposalType extends Node {
  @Field(() => ProposalKind, { description: "What it proposes." })
  kind!: string;

  @Field(() => Int, { nullable: true, description: "Cost points of the pair; less is better." })
  cost?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How contested the person is: cost points that the plan would lose without them.",
  })
  price?: number | null;
}

export const MatchRunConnection = connectionOf("MatchRun", () => MatchRunType);
export const ProposalConnection = connectionOf("Proposal", () => ProposalType);

const key = "Chosen by the client, 8 to 100 characters: the same key has one effect.";

@InputType({ description: "What to find the best plan for." })
export class StartMatchRunInput {
  @Field(() => String, { description: key })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: "The district; none: the whole city." })
  district?: string | null;

  @Field(() => Int, { nullable: true, description: "From 0; 1 where none is given." })
  seed?: number | null;
}

@InputType({ description: "The run to stop." })
export class StopMatchRunInput {
  @Field(() => ID, { description: "The run." })
  matchRun!: string;

  @Field(() => Int, { description: "The version that was last seen." })
  expectedVersion!: number;
}

@InputType({ description: "The run to put away." })
export class DiscardMatchRunInput extends StopMatchRunInput {}

@InputType({ description: "What to apply of a run." })
export class ApplyMatchRunInput {
  @Field(() => String, { description: key })
  idempotencyKey!: string;

  @Field(() => ID, { description: "The run." })
  matchRun!: string;

  @Field(() => [ID], { description: "The proposals to make offers of, at most 2,000." })
  proposals!: string[];
}

@ObjectType({ implements: Payload, description: "What a change of a match run answers." })
export class MatchRunPayload extends Payload {
  @Field(() => MatchRunType, { nullable: true, description: "The run as it is now." })
  matchRun?: MatchRunRow | null;
}

@ObjectType({ implements: Payload, description: "What applying a match run answers." })
export class ApplyMatchRunPayload extends Payload {
  @Field(() => MatchRunType, { nullable: true, description: "The run as it is now." })
  matchRun?: MatchRunRow | null;

  @Field(() => Int, { nullable: true, description: "How many offers went out." })
  applied?: number | null;

  @Field(() => [ProposalType], { nullable: true, description: "Those that had gone stale, with the reason." })
  skipped?: readonly ProposalRow[] | null;
}
