import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { rows } from "../../platform/database.ts";
import type { SkillRow, SpecialismRow } from "./skill.ts";

const skillColumns = sql`k.id, k.code, k.name_zh as "nameZh", k.name_en as "nameEn"`;
const specialismColumns = sql`y.id, y.skill_id as "skillId", y.code, y.name_zh as "nameZh", y.name_en as "nameEn"`;

export const skills = (ctx: Context): Promise<SkillRow[]> =>
  rows(ctx, sql`select ${skillColumns} from skill k order by k.id`);

export async function skillsById(ctx: Context, ids: readonly number[]): Promise<Map<number, SkillRow>> {
  const found = await rows<SkillRow>(ctx, sql`select ${skillColumns} from skill k where k.id = any(${ids})`);
  return new Map(found.map((skill) => [skill.id, skill]));
}

export async function specialismsById(ctx: Context, ids: readonly number[]): Promise<Map<number, SpecialismRow>> {
  const found = await rows<SpecialismRow>(
    ctx,
    sql`select ${specialismColumns} from specialism y where y.id = any(${ids})`,
  );
  return new Map(found.map((specialism) => [specialism.id, specialism]));
}

export async function specialismsBySkill(
  ctx: Context,
  skillIds: readonly number[],
): Promise<Map<number, SpecialismRow[]>> {
  const found = await rows<SpecialismRow>(
    ctx,
    sql`select ${specialismColumns} from specialism y where y.skill_id = any(${skillIds}) order by y.id`,
  );
  return Map.groupBy(found, (specialism) => specialism.skillId);
}
