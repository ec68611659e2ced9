import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { WeeklyWindow } from "../../kernel/weekly.ts";
import { batch, forgetReads } from "../../platform/batch.ts";
import type { Context, Viewer } from "../../platform/context.ts";
import { For } from "../../platform/graphql/audience.ts";
import { answer, Payload } from "../../platform/graphql/payload.ts";
import { DateTime } from "../../platform/graphql/scalars.ts";
import { WeeklyWindowInput, WeeklyWindowType } from "../../platform/graphql/weekly-window.ts";
import { signed } from "../../platform/policy.ts";
import { readRanges, windowsOf } from "../../platform/ranges.ts";
import { personOf, ViewerType } from "./graphql.ts";
import type { PersonRow } from "./person.ts";
import { type SetAvailability, setAvailability } from "./set-availability.ts";
import { type ExceptionRow, exceptionsByPerson } from "./store.ts";

@ObjectType("DatedException", { description: "A span that the weekly times do not tell: away, or there in addition." })
export class DatedExceptionType {
  @Field(() => ID, { description: "The id." })
  id!: string;

  @Field(() => DateTime, { description: "From when." })
  startsAt!: Date;

  @Field(() => DateTime, { description: "Until when." })
  endsAt!: Date;

  @Field(() => Boolean, { description: "True: there in addition. False: away." })
  available!: boolean;
}

@ObjectType("Availability", { description: "When and how much somebody can serve." })
export class AvailabilityType {
  @Field(() => Int, { description: "Their own limit of minutes in a week." })
  maxWeekMinutes!: number;

  @Field(() => Int, { description: "Their own limit of standing requests at once." })
  maxAssignments!: number;

  @Field(() => Int, { description: "Rises with every change; edits name the one that they saw." })
  version!: number;
}

@Resolver(() => AvailabilityType)
export class AvailabilityFace {
  @FieldResolver(() => [WeeklyWindowType], { description: "When they can, each week; empty: never said." })
  weekly(@Root() person: PersonRow): WeeklyWindow[] {
    return windowsOf(readRanges(person.weekly));
  }

  @FieldResolver(() => [DatedExceptionType], { description: "Exceptions to that, in order of time." })
  async exceptions(@Root() person: PersonRow, @Ctx() ctx: Context): Promise<ExceptionRow[]> {
    return (await batch(ctx, exceptionsByPerson, person.id)) ?? [];
  }
}

@Resolver(() => ViewerType)
export class ViewerAvailability {
  @FieldResolver(() => AvailabilityType, { description: "When and how much they can serve." })
  availability(@Root() viewer: Viewer, @Ctx() ctx: Context): Promise<PersonRow> {
    return personOf(ctx, viewer.personId);
  }
}

@InputType({ description: "A span away, or there in addition." })
class DatedExceptionInput {
  @Field(() => DateTime, { description: "From when." })
  startsAt!: Date;

  @Field(() => DateTime, { description: "Until when; at most 366 days later." })
  endsAt!: Date;

  @Field(() => Boolean, { description: "True: there in addition. False: away." })
  available!: boolean;
}

@InputType({ description: "The whole of somebody's availability: it replaces what was said before." })
class SetAvailabilityInput {
  @Field(() => Int, { description: "The version that the viewer saw." })
  expectedVersion!: number;

  @Field(() => [WeeklyWindowInput], { description: "When they can, each week; at most 70." })
  weekly!: WeeklyWindowInput[];

  @Field(() => [DatedExceptionInput], { description: "Exceptions, which do not overlap; at most 100." })
  exceptions!: DatedExceptionInput[];

  @Field(() => Int, { description: "At most so many minutes a week, 0 to 10080." })
  maxWeekMinutes!: number;

  @Field(() => Int, { description: "At most so many standing requests at once, 0 to 50." })
  maxAssignments!: number;
}

@ObjectType({ implements: Payload, description: "What `setAvailability` answers." })
class SetAvailabilityPayload extends Payload {
  @Field(() => AvailabilityType, { nullable: true, description: "The availability as it is now." })
  availability?: PersonRow | null;
}

@Resolver()
export class AvailabilityMutations {
  @For("SIGNED_IN")
  @Mutation(() => SetAvailabilityPayload, {
    description: "Says anew when the viewer can, and how much. What is already confirmed stays.",
  })
  setAvailability(
    @Arg("input", () => SetAvailabilityInput, { description: "All of it." }) input: SetAvailabilityInput,
    @Ctx() ctx: Context,
  ) {
    return answer(changed(ctx, readAvailability(input)));
  }
}

async function changed(ctx: Context, input: SetAvailability): Promise<{ availability: PersonRow }> {
  const { viewer } = signed(ctx);
  await setAvailability(signed(ctx), input);
  forgetReads(ctx);
  return { availability: await personOf(ctx, viewer.personId) };
}

const readAvailability = (input: SetAvailabilityInput): SetAvailability => ({
  expectedVersion: input.expectedVersion,
  weekly: input.weekly.map(({ weekday, fromMinute, toMinute }) => ({ weekday, fromMinute, toMinute })),
  exceptions: input.exceptions.map(({ startsAt, endsAt, available }) => ({ startsAt, endsAt, available })),
  maxWeekMinutes: input.maxWeekMinutes,
  maxAssignments: input.maxAssignments,
});
