import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { DateTime } from "../../platform/graphql/scalars.ts";
import { PersonType } from "../people/graphql.ts";
import { isOpenTo } from "../people/names.ts";
import type { PersonRow } from "../people/person.ts";
import { type LoadRow, loadByPerson } from "./load.ts";

@ObjectType("Load", { description: "What somebody has taken on, against their own limits." })
export class LoadType {
  @Field(() => Int, { description: "Minutes of duty in this week, Monday to Sunday in the city." })
  weekMinutes!: number;

  @Field(() => Int, { description: "Their own limit of minutes in a week." })
  weekLimitMinutes!: number;

  @Field(() => Int, { description: "Shifts in this week." })
  weekShifts!: number;

  @Field(() => Int, { description: "Requests that they serve at present." })
  assignments!: number;

  @Field(() => Int, { description: "Their own limit of requests at once." })
  assignmentLimit!: number;

  @Field(() => DateTime, { nullable: true, description: "When their last duty ended; null: never." })
  lastServedAt?: Date | null;
}

@Resolver(() => PersonType)
export class PersonLoad {
  @FieldResolver(() => LoadType, {
    nullable: true,
    description: "What they have taken on; for themselves and coordinators, null for others.",
  })
  async load(@Root() person: PersonRow, @Ctx() ctx: Context): Promise<LoadRow | null> {
    return isOpenTo(ctx.viewer, person) ? ((await batch(ctx, loadByPerson, person.id)) ?? null) : null;
  }
}
