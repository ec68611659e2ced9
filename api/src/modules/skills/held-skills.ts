import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";

export interface HeldSkillRow {
  readonly personId: string;
  readonly skillId: number;
  /** 0: the skill as such. */
  readonly specialismId: number;
  /** 1 (can help) to 5 (can teach others). */
  readonly level: number;
}

export async function heldSkillsByPerson(ctx: Context, ids: readonly string[]): Promise<Map<string, HeldSkillRow[]>> {
  const found = await rows<HeldSkillRow>(
    ctx,
    sql`select person_id as "personId", skill_id as "skillId", specialism_id as "specialismId", level
        from person_skill where person_id = any(${ids}) order by skill_id, specialism_id`,
  );
  return Map.groupBy(found, ({ personId }) => personId);
}

/** Replaces what a person can do. Their home district is repeated in each row, for the candidates' index. */
export async function replaceSkills(
  tx: Tx,
  personId: string,
  held: readonly Omit<HeldSkillRow, "personId">[],
): Promise<void> {
  await row(tx, sql`delete from person_skill where person_id = ${personId}`);
  if (held.length === 0) return;
  await row(
    tx,
    sql`insert into person_skill (person_id, skill_id, specialism_id, level, district_id)
        select p.id, h."skillId", h."specialismId", h.level, p.district_id
        from person p, jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as h ("skillId" smallint, "specialismId" smallint, level smallint)
        where p.id = ${personId}`,
  );
}
