import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("CostPart", { description: "One part of what it costs that this person does this work; less is better." })
export class CostPartType {
  @Field(() => String, { description: "Which part; stable, for programs." })
  code!: string;

  @Field(() => String, { description: "In words." })
  label!: string;

  @Field(() => Int, { description: "How much, in the part's own unit." })
  units!: number;

  @Field(() => Int, { description: "Points that one unit costs." })
  weight!: number;
}

@ObjectType("FunnelStep", { description: "How many are left after one step of the rules." })
export class FunnelStepType {
  @Field(() => String, { description: "Which step; stable, for programs." })
  code!: string;

  @Field(() => String, { description: "In words." })
  label!: string;

  @Field(() => Int, { description: "How many are left." })
  count!: number;
}

@ObjectType("Relaxation", { description: "One thing to give way on, and how many would then fit." })
export class RelaxationType {
  @Field(() => String, { description: "Which thing; stable, for programs." })
  code!: string;

  @Field(() => String, { description: "In words." })
  label!: string;

  @Field(() => Int, { description: "How many would fit." })
  wouldFit!: number;
}
