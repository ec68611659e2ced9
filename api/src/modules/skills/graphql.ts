import { Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from "type-graphql";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { For } from "../../platform/graphql/audience.ts";
import type { SkillRow, SpecialismRow } from "./skill.ts";
import { skills, specialismsBySkill } from "./store.ts";

@ObjectType("Skill", { description: "Something that people can do for others." })
export class SkillType {
  @Field(() => ID, { description: "The id." })
  id!: number;

  @Field(() => String, { description: "Stable, for programs: tutoring, psychology, …" })
  code!: string;
}

@ObjectType("Specialism", { description: "What a skill is about: a subject and grade, a language pair, an approach." })
export class SpecialismType {
  @Field(() => ID, { description: "The id." })
  id!: number;

  @Field(() => String, { description: "Stable, for programs: math/junior2, zh>en, …" })
  code!: string;
}

const nameOf = (row: SkillRow, { locale }: Context) => (locale === "en" ? row.nameEn : row.nameZh);

@Resolver(() => SkillType)
export class SkillFace {
  @For("ANYONE")
  @Query(() => [SkillType], { description: "Every skill that people can offer or ask for." })
  skills(@Ctx() ctx: Context): Promise<SkillRow[]> {
    return skills(ctx);
  }

  @FieldResolver(() => String, { description: "Its name in the viewer's language." })
  name(@Root() skill: SkillRow, @Ctx() ctx: Context): string {
    return nameOf(skill, ctx);
  }

  @FieldResolver(() => [SpecialismType], { description: "What it can be about; empty where it is one thing." })
  async specialisms(@Root() skill: SkillRow, @Ctx() ctx: Context): Promise<SpecialismRow[]> {
    return (await batch(ctx, specialismsBySkill, skill.id)) ?? [];
  }
}

@Resolver(() => SpecialismType)
export class SpecialismFace {
  @FieldResolver(() => String, { description: "Its name in the viewer's language." })
  name(@Root() specialism: SpecialismRow, @Ctx() ctx: Context): string {
    return nameOf(specialism, ctx);
  }
}
