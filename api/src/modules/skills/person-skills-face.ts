import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { batch, forgetReads } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { For } from "../../platform/graphql/audience.ts";
import { answer, Payload } from "../../platform/graphql/payload.ts";
import { hasRole, signed } from "../../platform/policy.ts";
import { PersonType, personOf } from "../people/graphql.ts";
import { isOpenTo } from "../people/names.ts";
import type { PersonRow } from "../people/person.ts";
import { SkillType, SpecialismType } from "./graphql.ts";
import { type HeldSkillRow, heldSkillsByPerson } from "./held-skills.ts";
import { setSkills } from "./set-skills.ts";
import type { SkillRow, SpecialismRow } from "./skill.ts";
import { skillsById, specialismsById } from "./store.ts";

@ObjectType("PersonSkill", { description: "Something that somebody says they can do." })
export class PersonSkillType {
  @Field(() => Int, { description: "1 (can help) to 5 (can teach others)." })
  level!: number;
}

@Resolver(() => PersonSkillType)
export class PersonSkillFace {
  @FieldResolver(() => SkillType, { description: "What." })
  async skill(@Root() { skillId }: HeldSkillRow, @Ctx() ctx: Context): Promise<SkillRow> {
    return (await batch(ctx, skillsById, skillId))!;
  }

  @FieldResolver(() => SpecialismType, { nullable: true, description: "What exactly; null: the skill as such." })
  async specialism(@Root() { specialismId }: HeldSkillRow, @Ctx() ctx: Context): Promise<SpecialismRow | null> {
    return specialismId === 0 ? null : ((await batch(ctx, specialismsById, specialismId)) ?? null);
  }
}

/** What skills add to a person; the people module knows nothing of them. */
@Resolver(() => PersonType)
export class PersonSkills {
  @FieldResolver(() => [PersonSkillType], {
    nullable: true,
    description: "What they say they can do; null when it is not the viewer's to see.",
  })
  async skills(@Root() person: PersonRow, @Ctx() ctx: Context): Promise<HeldSkillRow[] | null> {
    const sees = isOpenTo(ctx.viewer, person) || (ctx.viewer !== null && hasRole(ctx.viewer, "checker"));
    return sees ? ((await batch(ctx, heldSkillsByPerson, person.id)) ?? []) : null;
  }
}

@InputType({ description: "One skill, and what exactly." })
class HeldSkillInput {
  @Field(() => ID, { description: "The skill." })
  skill!: string;

  @Field(() => ID, { nullable: true, description: "What exactly; null: the skill as such." })
  specialism?: string | null;

  @Field(() => Int, { description: "1 (can help) to 5 (can teach others)." })
  level!: number;
}

@InputType({ description: "All that the viewer can do: it replaces what was said before." })
class SetSkillsInput {
  @Field(() => [HeldSkillInput], { description: "At most 50." })
  skills!: HeldSkillInput[];
}

@ObjectType({ implements: Payload, description: "What `setSkills` answers." })
class SetSkillsPayload extends Payload {
  @Field(() => PersonType, { nullable: true, description: "The viewer as they are now." })
  person?: PersonRow | null;
}

@Resolver()
export class PersonSkillMutations {
  @For("SIGNED_IN")
  @Mutation(() => SetSkillsPayload, { description: "Says anew what the viewer can do." })
  setSkills(
    @Arg("input", () => SetSkillsInput, { description: "All of it." }) input: SetSkillsInput,
    @Ctx() ctx: Context,
  ) {
    return answer(changed(ctx, input));
  }
}

async function changed(ctx: Context, { skills }: SetSkillsInput): Promise<{ person: PersonRow }> {
  const me = signed(ctx);
  await setSkills(
    me,
    skills.map(({ skill, specialism, level }) => ({ skill, specialism: specialism ?? null, level })),
  );
  forgetReads(ctx);
  return { person: await personOf(ctx, me.viewer.personId) };
}
