import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Payload } from "../../../platform/graphql/payload.ts";
import { CancelReason } from "../../requests/graphql/types.ts";
import type { CancelReason as CancelReasonName } from "../../requests/request.ts";
import type { AssignmentRow } from "../assignment.ts";
import { AssignmentType } from "../graphql.ts";
import { type PartingReason as PartingReasonName, partingReasons } from "../parting.ts";

@ObjectType("FitFact", { description: "One thing that speaks for a person, or against them." })
export class FitFactType {
  @Field(() => String, { description: "Which thing; stable, for programs." })
  code!: string;

  @Field(() => String, { description: "In a word or two." })
  label!: string;

  @Field(() => Boolean, { description: "Whether it speaks for them." })
  ok!: boolean;

  @Field(() => String, { description: "The whole sentence; empty where there is no more to say." })
  detail!: string;
}

@ObjectType("PersonContact", { description: "How one side of a confirmed match sees the other." })
export class PersonContactType {
  @Field(() => String, { description: "Family name and part." })
  name!: string;

  @Field(() => String, { nullable: true, description: "138****2207; null when no number is known." })
  phoneMasked?: string | null;
}

@ObjectType({ implements: Payload, description: "What a change of an assignment answers." })
export class AssignmentPayload extends Payload {
  @Field(() => AssignmentType, { nullable: true, description: "The assignment as it is now." })
  assignment?: AssignmentRow | null;
}

const key = "Chosen by the client, 8 to 100 characters: the same key has one effect.";
const seen = "The version that was last seen.";

@InputType({ description: "Whom to ask, and for what: a shift or a request." })
export class MakeOfferInput {
  @Field(() => String, { description: key })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: "The shift." })
  shift?: string | null;

  @Field(() => ID, { nullable: true, description: "The request." })
  request?: string | null;

  @Field(() => ID, { description: "The person." })
  person!: string;

  @Field(() => String, { nullable: true, description: "Why a rule that may be overridden is; at most 500 characters." })
  overrideReason?: string | null;
}

@InputType({ description: "Whom to bind at once, and to what: a shift or a request." })
export class AssignPersonInput extends MakeOfferInput {}

@InputType({ description: "The offer to take back." })
export class WithdrawOfferInput {
  @Field(() => ID, { description: "The offer." })
  assignment!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;
}

@InputType({ description: "The offer to accept." })
export class AcceptOfferInput {
  @Field(() => String, { description: key })
  idempotencyKey!: string;

  @Field(() => ID, { description: "The offer." })
  assignment!: string;
}

@InputType({ description: "The offer to decline." })
export class DeclineOfferInput {
  @Field(() => String, { description: key })
  idempotencyKey!: string;

  @Field(() => ID, { description: "The offer." })
  assignment!: string;

  @Field(() => String, { nullable: true, description: "Why, if they wish to say so; at most 200 characters." })
  reason?: string | null;
}

@InputType({ description: "The assignment to pin or to let go." })
export class PinAssignmentInput {
  @Field(() => ID, { description: "The assignment." })
  assignment!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => Boolean, { description: "True: the matcher leaves it alone." })
  pinned!: boolean;
}

@InputType({ description: "The request to cancel, and why." })
export class CancelRequestInput {
  @Field(() => ID, { description: "The request." })
  request!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => CancelReason, { description: "Why." })
  reason!: CancelReasonName;
}

@InputType({ description: "The request whose helper the family confirms." })
export class ConfirmHelperInput {
  @Field(() => String, { description: key })
  idempotencyKey!: string;

  @Field(() => ID, { description: "The request." })
  request!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;
}

export const PartingReason = Object.fromEntries(partingReasons.map((reason) => [reason.toUpperCase(), reason]));
registerEnumType(PartingReason, { name: "PartingReason", description: "Why a family and its helper part." });

@InputType({ description: "The match to end." })
class PartInput {
  @Field(() => String, { description: key })
  idempotencyKey!: string;

  @Field(() => ID, { description: "The helper's assignment." })
  assignment!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => PartingReason, { description: "Why; for coordinators alone." })
  reason!: PartingReasonName;
}

@InputType({ description: "The helper whom the family does not want." })
export class RefuseHelperInput extends PartInput {}

@InputType({ description: "The request that the viewer can no longer help with." })
export class LeaveRequestInput extends PartInput {}
