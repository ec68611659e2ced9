import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import { type Page, pageOf, windowOf } from "../../kernel/page.ts";
import type { Problem } from "../../kernel/refusal.ts";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { For } from "../../platform/graphql/audience.ts";
import { connectionOf, Node, PageArguments } from "../../platform/graphql/connection.ts";
import { answer, EligibilityType, eligibility, Payload, ProblemType } from "../../platform/graphql/payload.ts";
import { DateTime } from "../../platform/graphql/scalars.ts";
import { signed } from "../../platform/policy.ts";
import { PersonType, personOf } from "../people/graphql.ts";
import type { Seen } from "../people/names.ts";
import type { PersonRow } from "../people/person.ts";
import { ShiftType } from "../shifts/graphql.ts";
import type { ShiftRow } from "../shifts/shift.ts";
import { shiftsById } from "../shifts/store.ts";
import type { AssignmentRow } from "./assignment.ts";
import { claimShift } from "./claim-shift.ts";
import { reasonsOf } from "./eligibility.ts";
import { helpsViewer } from "./helps-viewer.ts";
import { freeInstead } from "./instead.ts";
import { allStates } from "./states.ts";
import { assignmentsByShift, mineByShift, scheduleOf, type Times } from "./store.ts";
import { isVisible } from "./visible-assignments.ts";

export const AssignmentState = Object.fromEntries(allStates.map((state) => [state.toUpperCase(), state]));
registerEnumType(AssignmentState, {
  name: "AssignmentState",
  description: "Where a person's binding to a piece of work stands.",
});
export const AssignmentSource = {
  CLAIMED: "claimed",
  APPLIED: "applied",
  INVITED: "invited",
  ASSIGNED: "assigned",
  MATCHED: "matched",
} as const;
registerEnumType(AssignmentSource, { name: "AssignmentSource", description: "How it came about." });

@ObjectType("Assignment", { implements: Node, description: "A person bound to a shift or a request." })
export class AssignmentType extends Node {
  @Field(() => AssignmentState, { description: "Where it stands." })
  state!: string;

  @Field(() => AssignmentSource, { description: "How it came about." })
  source!: string;

  @Field(() => Boolean, { description: "The matcher leaves it alone." })
  pinned!: boolean;

  @Field(() => DateTime, { nullable: true, description: "When it was offered." })
  offeredAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "An offer expires then." })
  answerBy?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Since when they wait to be relieved; it stays theirs until then.",
  })
  releasingSince?: Date | null;

  @Field(() => Int, { description: "Rises with every change; edits name the one that they saw." })
  version!: number;
}

export const AssignmentConnection = connectionOf("Assignment", () => AssignmentType);

const cursorOf = (assignment: AssignmentRow & Times) => [assignment.startsAt!.toISOString(), assignment.commitmentId!];

@Resolver(() => AssignmentType)
export class AssignmentFace {
  @For("SIGNED_IN")
  @Query(() => AssignmentConnection, {
    description: "What the viewer has confirmed in a span, each session once, in order of start.",
  })
  async mySchedule(
    @Ctx() ctx: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg("from", () => DateTime, { description: "Starting at or after this." }) from: Date,
    @Arg("to", () => DateTime, { description: "Starting before this." }) to: Date,
  ): Promise<Page<AssignmentRow>> {
    const window = windowOf(page, 2);
    return pageOf(await scheduleOf(ctx, signed(ctx).viewer.personId, from, to, window), window, cursorOf);
  }

  @FieldResolver(() => PersonType, { description: "Who serves." })
  async person(@Root() assignment: AssignmentRow, @Ctx() ctx: Context): Promise<PersonRow & Seen> {
    const person = await personOf(ctx, assignment.personId);
    return (await helpsViewer(ctx, assignment)) ? { ...person, seenAs: "helper" } : person;
  }

  @FieldResolver(() => ShiftType, { nullable: true, description: "The shift, unless it is for a request." })
  async shift(@Root() { shiftId }: AssignmentRow, @Ctx() ctx: Context): Promise<ShiftRow | null> {
    return shiftId === null ? null : ((await batch(ctx, shiftsById, shiftId!)) ?? null);
  }
}

/** What assignments add to a shift; the shift module knows nothing of them. */
@Resolver(() => ShiftType)
export class ShiftAssignments {
  @FieldResolver(() => EligibilityType, { description: "May the viewer take a place, and if not why." })
  async eligibility(@Root() shift: ShiftRow, @Ctx() ctx: Context): Promise<EligibilityType> {
    return eligibility(await reasonsOf(ctx, shift.id));
  }

  @FieldResolver(() => AssignmentType, { nullable: true, description: "The viewer's own place on it." })
  async myAssignment(@Root() shift: ShiftRow, @Ctx() ctx: Context): Promise<AssignmentRow | null> {
    return (await batch(ctx, mineByShift, shift.id)) ?? null;
  }

  @FieldResolver(() => [AssignmentType], {
    description: "Everybody on it; to its coordinators also whoever applied or has been asked.",
  })
  async assignments(@Root() shift: ShiftRow, @Ctx() ctx: Context): Promise<AssignmentRow[]> {
    const all = (await batch(ctx, assignmentsByShift, shift.id)) ?? [];
    const seen = await Promise.all(all.map((one) => isVisible(ctx, one)));
    return all.filter((_, i) => seen[i]);
  }
}

@InputType({ description: "The shift to take a place on." })
class ClaimShiftInput {
  @Field(() => String, { description: "Chosen by the client, 8 to 100 characters: the same key has one effect." })
  idempotencyKey!: string;

  @Field(() => ID, { description: "The shift." })
  shift!: string;
}

@ObjectType({ implements: Payload, description: "What a change of somebody's place on a shift answers." })
export class ShiftAssignmentPayload extends Payload {
  @Field(() => AssignmentType, { nullable: true, description: "The place as it is now." })
  assignment?: AssignmentRow | null;

  @Field(() => ShiftType, { nullable: true, description: "The shift as it is now." })
  shift?: ShiftRow | null;
}

@Resolver()
export class ShiftAssignmentMutations {
  @For("VOLUNTEER")
  @Mutation(() => ShiftAssignmentPayload, { description: "Takes a place on a shift at once." })
  claimShift(
    @Arg("input", () => ClaimShiftInput, { description: "Which shift." }) input: ClaimShiftInput,
    @Ctx() ctx: Context,
  ) {
    return answer(claimShift(signed(ctx), { idempotencyKey: input.idempotencyKey, shift: input.shift }));
  }
}

/** What else would do, for those who came too late. */
@Resolver(() => ProblemType)
export class ProblemAlternatives {
  @FieldResolver(() => [ShiftType], { description: "At most three other free shifts, nearest in time first." })
  async alternatives(@Root() { insteadOf }: Problem, @Ctx() ctx: Context): Promise<ShiftRow[]> {
    return insteadOf === undefined || ctx.viewer === null ? [] : freeInstead(signed(ctx), insteadOf);
  }
}
