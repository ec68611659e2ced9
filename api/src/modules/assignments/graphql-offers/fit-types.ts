import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("CostPart", { description: "One thing that makes a pair better or worse; it costs units × weight." })
export class CostPartType {
  @Field(() => String, { description: "Which part; stable, for programs." })
  code!: string;

  @Field(() => String, { description: "What it comes from, in a few words." })
  label!: string;

  @Field(() => Int, { description: "Its amount, 0 being best." })
  units!: number;

  @Field(() => Int, { description: "Cost points for one unit." })
  weight!: number;
}

@ObjectType("FunnelStep", { description: "One step at which candidates fall away." })
export class FunnelStepType {
  @Field(() => String, { description: "Which step; stable, for programs." })
  code!: string;

  @Field(() => String, { description: "What is asked of them." })
  label!: string;

  @Field(() => Int, { description: "How many are left after this step and all before it." })
  count!: number;
}

@ObjectType("Relaxation", { description: "Something to give way on, and whom it would win." })
export class RelaxationType {
  @Field(() => String, { description: "Which kind; stable, for programs." })
  code!: string;

  @Field(() => String, { description: "What it takes and what it brings, as a sentence." })
  label!: string;

  @Field(() => Int, { description: "How many people would then fit." })
  wouldFit!: number;
}
