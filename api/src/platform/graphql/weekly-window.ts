import { Field, InputType, Int, ObjectType } from "type-graphql";

@ObjectType("WeeklyWindow", {
  description: "A time that comes back each week, by the clock on the wall, within one day.",
})
export class WeeklyWindowType {
  @Field(() => Int, { description: "1 is Monday, 7 Sunday." })
  weekday!: number;

  @Field(() => Int, { description: "Minutes since midnight, 0 to 1439." })
  fromMinute!: number;

  @Field(() => Int, { description: "Minutes since midnight, exclusive; 1440 is the day's end." })
  toMinute!: number;
}

@InputType({ description: "A time that comes back each week, by the clock on the wall, within one day." })
export class WeeklyWindowInput {
  @Field(() => Int, { description: "1 is Monday, 7 Sunday." })
  weekday!: number;

  @Field(() => Int, { description: "Minutes since midnight, 0 to 1439." })
  fromMinute!: number;

  @Field(() => Int, { description: "Minutes since midnight, exclusive; 1440 is the day's end." })
  toMinute!: number;
}
