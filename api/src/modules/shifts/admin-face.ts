import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { batch, forgetReads, prime } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { For } from "../../platform/graphql/audience.ts";
import { answer, Payload } from "../../platform/graphql/payload.ts";
import { DateTime } from "../../platform/graphql/scalars.ts";
import { signed } from "../../platform/policy.ts";
import { SkillType } from "../skills/graphql.ts";
import type { SkillRow } from "../skills/skill.ts";
import { skillsById } from "../skills/store.ts";
import { kindName } from "../skills/words.ts";
import { cancelShift } from "./cancel-shift.ts";
import { changeShift } from "./change-shift.ts";
import { createShift } from "./create-shift.ts";
import { Mode, Picking, ShiftRole, ShiftType } from "./graphql.ts";
import { publishShift } from "./publish-shift.ts";
import type { ShiftRow } from "./shift.ts";
import { shiftsById } from "./store.ts";

/** What a shift asks of people, in the viewer's language. */
@Resolver(() => ShiftType)
export class ShiftNeeds {
  @FieldResolver(() => SkillType, { nullable: true, description: "The skill that it needs; null: none in particular." })
  async skill(@Root() { skillId }: ShiftRow, @Ctx() ctx: Context): Promise<SkillRow | null> {
    return skillId == null ? null : ((await batch(ctx, skillsById, skillId)) ?? null);
  }

  @FieldResolver(() => [String], { description: "Names of the credentials that must be valid for the whole shift." })
  credentials(@Root() shift: ShiftRow, @Ctx() ctx: Context): string[] {
    return shift.credentials.map((kind) => kindName(kind, ctx.locale));
  }
}

@InputType({ description: "A shift to draft." })
class CreateShiftInput {
  @Field(() => String, { description: "Chosen by the client, 8 to 100 characters: the same key has one effect." })
  idempotencyKey!: string;

  @Field(() => ID, { description: "Where." })
  site!: string;

  @Field(() => ShiftRole, { description: "As what people serve." })
  role!: ShiftRow["role"];

  @Field(() => DateTime, { description: "When it starts: in the future, at most two years ahead." })
  startsAt!: Date;

  @Field(() => DateTime, { description: "When it ends; at most 24 hours later." })
  endsAt!: Date;

  @Field(() => Int, { description: "How many people it can have, 1 to 500." })
  places!: number;

  @Field(() => Int, { description: "Below this many it is a gap; at most its places." })
  minimumCover!: number;

  @Field(() => Picking, { description: "Whether a place is taken at once or applied for." })
  picking!: ShiftRow["picking"];

  @Field(() => Mode, { description: "How people serve." })
  mode!: ShiftRow["mode"];

  @Field(() => ID, { nullable: true, description: "The skill that it needs." })
  skill?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Kinds of credentials that must be valid throughout; at most 10.",
  })
  credentials?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: "When sign-up opens; null: when it is published." })
  signUpFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When sign-up closes; null: when it starts." })
  signUpUntil?: Date | null;
}

@InputType({ description: "A draft to publish." })
class PublishShiftInput {
  @Field(() => ID, { description: "The shift." })
  shift!: string;

  @Field(() => Int, { description: "The version that the viewer saw." })
  expectedVersion!: number;
}

@InputType({ description: "What is to be different; what is left out stays." })
class ChangeShiftInput {
  @Field(() => ID, { description: "The shift." })
  shift!: string;

  @Field(() => Int, { description: "The version that the viewer saw." })
  expectedVersion!: number;

  @Field(() => Int, { nullable: true, description: "How many people it can have: never fewer than hold a place." })
  places?: number | null;

  @Field(() => Int, { nullable: true, description: "Below this many it is a gap." })
  minimumCover?: number | null;

  @Field(() => DateTime, { nullable: true, description: "When sign-up opens; null: at once." })
  signUpFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When sign-up closes; null: when it starts." })
  signUpUntil?: Date | null;
}

@InputType({ description: "A shift to call off." })
class CancelShiftInput {
  @Field(() => ID, { description: "The shift." })
  shift!: string;

  @Field(() => Int, { description: "The version that the viewer saw." })
  expectedVersion!: number;

  @Field(() => String, { description: "Why, at most 500 characters." })
  reason!: string;
}

@ObjectType({ implements: Payload, description: "What a change of a shift answers." })
class ShiftPayload extends Payload {
  @Field(() => ShiftType, { nullable: true, description: "The shift as it is now." })
  shift?: ShiftRow | null;
}

@Resolver()
export class ShiftMutations {
  @For("COORDINATOR")
  @Mutation(() => ShiftPayload, { description: "Drafts a shift; nobody else sees it before it is published." })
  createShift(
    @Arg("input", () => CreateShiftInput, { description: "The shift." }) input: CreateShiftInput,
    @Ctx() ctx: Context,
  ) {
    const { idempotencyKey, site, role, startsAt, endsAt, places, minimumCover, picking, mode } = input;
    const wanted = { idempotencyKey, site, role, startsAt, endsAt, places, minimumCover, picking, mode };
    const optional = {
      skill: input.skill ?? null,
      credentials: input.credentials ?? [],
      signUpFrom: input.signUpFrom ?? null,
      signUpUntil: input.signUpUntil ?? null,
    };
    return answer(shown(ctx, createShift(signed(ctx), { ...wanted, ...optional })));
  }

  @For("COORDINATOR")
  @Mutation(() => ShiftPayload, { description: "Opens a draft for people to see and take." })
  publishShift(
    @Arg("input", () => PublishShiftInput, { description: "Which." }) { shift, expectedVersion }: PublishShiftInput,
    @Ctx() ctx: Context,
  ) {
    return answer(shown(ctx, publishShift(signed(ctx), { shift, expectedVersion })));
  }

  @For("COORDINATOR")
  @Mutation(() => ShiftPayload, { description: "Changes places, floor or sign-up of a shift that has not begun." })
  changeShift(
    @Arg("input", () => ChangeShiftInput, { description: "What is to be different." }) input: ChangeShiftInput,
    @Ctx() ctx: Context,
  ) {
    const { shift, expectedVersion, places, minimumCover, signUpFrom, signUpUntil } = input;
    const wanted = { places: places ?? undefined, minimumCover: minimumCover ?? undefined, signUpFrom, signUpUntil };
    return answer(shown(ctx, changeShift(signed(ctx), { shift, expectedVersion, ...wanted })));
  }

  @For("COORDINATOR")
  @Mutation(() => ShiftPayload, { description: "Calls a shift off; those who hold a place are let go and told." })
  cancelShift(
    @Arg("input", () => CancelShiftInput, { description: "Which, and why." }) input: CancelShiftInput,
    @Ctx() ctx: Context,
  ) {
    const { shift, expectedVersion, reason } = input;
    return answer(shown(ctx, cancelShift(signed(ctx), { shift, expectedVersion, reason })));
  }
}

async function shown(ctx: Context, work: Promise<ShiftRow>): Promise<{ shift: ShiftRow }> {
  const shift = await work;
  forgetReads(ctx);
  prime(ctx, shiftsById, shift.id, shift);
  return { shift };
}
