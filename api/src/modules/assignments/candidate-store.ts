import { sql } from "kysely";
import { specialismGap } from "../../engine/fitness/specialism.ts";
import type { WorkFacts } from "../../engine/fitness/work.ts";
import { union } from "../../kernel/ranges.ts";
import { foldOntoWeek, weekMinutes } from "../../kernel/weekly.ts";
import type { Context } from "../../platform/context.ts";
import { rows } from "../../platform/database.ts";
import { writeRanges } from "../../platform/ranges.ts";
import { specialismsBySkill } from "../skills/store.ts";
import type { Work } from "./work.ts";

/** People who may fit, and how many more there were than are looked at. */
export interface Pool {
  readonly ids: readonly string[];
  /** Everybody who passed the filter, counted up to `mostCounted`. */
  readonly found: number;
}

const mostCounted = 5_000;
/** People for whom every rule is asked. */
export const mostJudged = 400;

/**
 * A superset of those whom the rules let through: skill, specialism, credentials on record, way and place of serving.
 * Whatever else stands in their way is for the rules to say. When there are too many, those whose hours suit and who
 * live near come first, then by lot: drawn anew for each piece of work, so that nobody is always at the end.
 */
export async function candidatePool(
  ctx: Context,
  work: Work,
  facts: WorkFacts,
  most: number = mostJudged,
): Promise<Pool> {
  const held = await heldSpecialisms(ctx, work, facts);
  const district = facts.mode === "on_site" ? work.row.districtId : null;
  const found = await rows<{ id: string; found: number }>(
    ctx,
    sql`with pool as (
          select p.id, p.weekly && ${weekOf(facts)}::int4multirange as free, p.district_id = ${work.row.districtId} as near
          from person p
          where ${facts.mode} = any(p.modes)
            and exists (select from role_grant r where r.person_id = p.id and r.role = 'volunteer' and r.revoked_at is null)
            ${held ?? sql``}
            ${district === null ? sql`` : sql`and (${district} = any(p.districts) or (p.districts = '{}' and p.district_id = ${district}))`}
            and (select count(distinct c.kind) from credential c
                 where c.person_id = p.id and c.state = 'verified' and c.kind = any(${neededKinds(facts)})) = ${neededKinds(facts).length}
          limit ${mostCounted})
        select id, count(*) over ()::int as found from pool
        order by free desc, near desc nulls last, md5(id::text || ${facts.id}) limit ${most}`,
  );
  return { ids: found.map(({ id }) => id), found: found[0]?.found ?? 0 };
}

/** Each needed skill, in any of the specialisms that serve. */
async function heldSpecialisms(ctx: Context, { row }: Work, facts: WorkFacts) {
  const [needed] = facts.skills;
  if (row.skillId == null || !needed) return null;
  const { specialism } = needed;
  const holds = sql`and p.id in (select h.person_id from person_skill h where h.skill_id = ${row.skillId}`;
  if (specialism === null) return sql`${holds})`;
  const all = (await specialismsBySkill(ctx, [row.skillId])).get(row.skillId) ?? [];
  const serving = all.filter(({ code }) => specialismGap(code, specialism, facts.policy) !== null).map(({ id }) => id);
  return sql`${holds} and h.specialism_id = any(${serving}))`;
}

const neededKinds = ({ credentials, trainings, minor }: WorkFacts): string[] => [
  ...new Set([
    ...credentials,
    ...trainings.map((course) => `training:${course}`),
    ...(minor === null ? [] : ["background_check"]),
  ]),
];

/** The hours that suit the work, in minutes of the week. */
function weekOf({ time, timeZone }: WorkFacts): string {
  if (time.kind !== "dated") return writeRanges(weekMinutes(time.windows));
  return writeRanges(union(time.spans.flatMap((span) => foldOntoWeek(timeZone, span))));
}
