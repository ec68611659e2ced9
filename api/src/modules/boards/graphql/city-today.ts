import { Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../../../platform/context.ts";
import { For } from "../../../platform/graphql/audience.ts";
import { DateTime } from "../../../platform/graphql/scalars.ts";
import { cityToday } from "../city-today.ts";
import type { CityToday, TodayGap, TodayHour } from "../today-store.ts";

@ObjectType("TodayHour", { description: "One hour of the city's day." })
class TodayHourType {
  @Field(() => DateTime, { description: "The hour's beginning." })
  startsAt!: Date;

  @Field(() => Int, { description: "How many people have a place in a shift that touches it." })
  serving!: number;

  @Field(() => Int, { description: "How many people the hotlines miss in it." })
  missing!: number;
}

@ObjectType("TodayGap", { description: "When the hotlines next miss somebody today." })
class TodayGapType {
  @Field(() => DateTime, { description: "When it begins." })
  startsAt!: Date;

  @Field(() => DateTime, { description: "When it ends." })
  endsAt!: Date;

  @Field(() => Int, { description: "How many people are missing." })
  missing!: number;
}

@ObjectType("CityToday", { description: "Today in the whole city, in numbers that are everybody's to see." })
class CityTodayType {
  @Field(() => DateTime, { description: "When it was counted; up to half a minute ago." })
  asOf!: Date;

  @Field(() => Int, { description: "How many people have a place in a shift that runs now." })
  servingNow!: number;

  @Field(() => Int, { description: "Places that are free in the shifts of today that are still to begin." })
  openPlaces!: number;

  @Field(() => Int, { description: "Requests that wait for somebody." })
  requestsWaiting!: number;

  @Field(() => [TodayHourType], { description: "The 24 hours of today." })
  hours!: readonly TodayHour[];

  @Field(() => TodayGapType, {
    nullable: true,
    description: "The next hours today for which the hotlines miss somebody.",
  })
  hotlineGap?: TodayGap | null;
}

@Resolver()
export class CityTodayFace {
  @For("ANYONE")
  @Query(() => CityTodayType, { description: "How today stands in the whole city." })
  cityToday(@Ctx() ctx: Context): Promise<CityToday> {
    return cityToday(ctx);
  }
}
