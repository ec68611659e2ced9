import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { rows } from "../../platform/database.ts";
import { remembered } from "./remembered.ts";
import type { SkillRow, SpecialismRow } from "./skill.ts";

const skillColumns = sql`k.id, k.code, k.name_zh as "nameZh", k.name_en as "nameEn"`;
const specialismColumns = sql`y.id, y.skill_id as "skillId", y.code, y.name_zh as "nameZh", y.name_en as "nameEn"`;

export const skills = (ctx: Context): Promise<SkillRow[]> =>
  rows(ctx, sql`select ${skillColumns} from skill k order by k.id`);

export const skillsById = remembered((ctx, ids) =>
  rows<SkillRow>(ctx, sql`select ${skillColumns} from skill k where k.id = any(${ids})`),
);

export const specialismsById = remembered((ctx, ids) =>
  rows<SpecialismRow>(ctx, sql`select ${specialismColumns} from specialism y where y.id = any(${ids})`),
);

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
