import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { forgetReads, prime } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { For } from "../../platform/graphql/audience.ts";
import { answer, Payload } from "../../platform/graphql/payload.ts";
import { signed } from "../../platform/policy.ts";
import { shiftsById } from "../shifts/store.ts";
import { applyForShift } from "./apply-for-shift.ts";
import { approveApplication } from "./approve-application.ts";
import type { Bound } from "./claim-shift.ts";
import { ShiftAssignmentPayload } from "./graphql.ts";
import { releaseShift } from "./release-shift.ts";
import { revealPhone } from "./reveal-phone.ts";

@InputType({ description: "The shift to ask for a place on." })
class ApplyForShiftInput {
  @Field(() => String, { description: "Chosen by the client, 8 to 100 characters: the same key has one effect." })
  idempotencyKey!: string;

  @Field(() => ID, { description: "The shift." })
  shift!: string;
}

@InputType({ description: "What a coordinator says to an application." })
class ApproveApplicationInput {
  @Field(() => ID, { description: "The application." })
  assignment!: string;

  @Field(() => Int, { description: "The version that the viewer saw." })
  expectedVersion!: number;

  @Field(() => Boolean, { description: "False declines it." })
  approve!: boolean;

  @Field(() => String, { nullable: true, description: "Why, at most 200 characters; needed to decline." })
  reason?: string | null;
}

@InputType({ description: "A place to give back." })
class ReleaseShiftInput {
  @Field(() => String, { description: "Chosen by the client, 8 to 100 characters: the same key has one effect." })
  idempotencyKey!: string;

  @Field(() => ID, { description: "The viewer's place." })
  assignment!: string;
}

@InputType({ description: "Whose number is needed, and what for." })
class RevealPhoneInput {
  @Field(() => ID, { description: "The confirmed place of whoever is to be called." })
  assignment!: string;

  @Field(() => String, { description: "What it is needed for, at most 200 characters; kept in the audit." })
  purpose!: string;
}

@ObjectType({ implements: Payload, description: "What `revealPhone` answers." })
class RevealPhonePayload extends Payload {
  @Field(() => String, { nullable: true, description: "The whole number; null also where none is known." })
  phone?: string | null;
}

@Resolver()
export class PlaceMutations {
  @For("VOLUNTEER")
  @Mutation(() => ShiftAssignmentPayload, { description: "Asks for a place that a coordinator gives." })
  applyForShift(
    @Arg("input", () => ApplyForShiftInput, { description: "Which." }) { idempotencyKey, shift }: ApplyForShiftInput,
    @Ctx() ctx: Context,
  ) {
    return answer(shown(ctx, applyForShift(signed(ctx), { idempotencyKey, shift })));
  }

  @For("COORDINATOR")
  @Mutation(() => ShiftAssignmentPayload, { description: "Gives an applicant the place, or declines with a reason." })
  approveApplication(
    @Arg("input", () => ApproveApplicationInput, { description: "The answer." }) input: ApproveApplicationInput,
    @Ctx() ctx: Context,
  ) {
    const { assignment, expectedVersion, approve, reason } = input;
    const given = { assignment, expectedVersion, approve, reason: reason ?? null };
    return answer(shown(ctx, approveApplication(signed(ctx), given)));
  }

  @For("SIGNED_IN")
  @Mutation(() => ShiftAssignmentPayload, {
    description: "Gives a place back. Within 24 hours of the start it stays theirs until somebody takes over.",
  })
  releaseShift(
    @Arg("input", () => ReleaseShiftInput, { description: "Which." }) { idempotencyKey, assignment }: ReleaseShiftInput,
    @Ctx() ctx: Context,
  ) {
    return answer(shown(ctx, releaseShift(signed(ctx), { idempotencyKey, assignment })));
  }

  @For("COORDINATOR")
  @Mutation(() => RevealPhonePayload, {
    description: "The whole number of somebody who serves in the viewer's district; each look is kept in the audit.",
  })
  revealPhone(
    @Arg("input", () => RevealPhoneInput, { description: "Whose, and why." }) { assignment, purpose }: RevealPhoneInput,
    @Ctx() ctx: Context,
  ) {
    return answer(revealPhone(signed(ctx), { assignment, purpose }));
  }
}

async function shown(ctx: Context, work: Promise<Bound>): Promise<Bound> {
  const bound = await work;
  forgetReads(ctx);
  prime(ctx, shiftsById, bound.shift.id, bound.shift);
  return bound;
}
