import { type RawBuilder, sql } from "kysely";
import type { Policy } from "../../engine/fitness/policy.ts";
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

const mostCounted = 2_000;
/** People for whom every rule is asked. */
export const mostJudged = 400;

/**
 * A superset of those whom the rules let through: skill, specialism, credentials on record, way and place of serving.
 * Whatever else stands in their way is for the rules to say. When there are too many, those who live near come first
 * and then those whose hours suit; else by lot, drawn anew for each piece of work, so that nobody is always at the end.
 */
export async function candidatePool(
  ctx: Context,
  work: Work,
  facts: WorkFacts,
  most: number = mostJudged,
): Promise<Pool> {
  const { districtId } = work.row;
  const kinds = neededKinds(facts);
  const serves = sql`(${districtId} = any(p.districts) or (p.districts = '{}' and p.district_id = ${districtId}))`;
  const found = await rows<{ id: string; found: number }>(
    ctx,
    sql`with pool as (
          select p.id, p.weekly && ${weekOf(facts)}::int4multirange as free, p.district_id = ${districtId} as near
          from ${await skilled(ctx, work, facts)}
          where ${facts.mode} = any(p.modes) and ${facts.mode === "on_site" ? serves : sql`true`}
            and exists (select from role_grant r where r.person_id = p.id and r.role = 'volunteer' and r.revoked_at is null)
            and (select count(distinct c.kind) from credential c
                 where c.person_id = p.id and c.state = 'verified' and c.kind = any(${kinds})) = ${kinds.length}
          limit ${mostCounted})
        select id, count(*) over ()::int as found from pool
        order by free desc, near desc nulls last, md5(id::text || ${facts.id}) limit ${most}`,
  );
  return { ids: found.map(({ id }) => id), found: found[0]?.found ?? 0 };
}

/** People with the skill in a specialism that serves, by way of `person_skill`, which knows where they live; else everybody. */
async function skilled(ctx: Context, { row }: Work, facts: WorkFacts): Promise<RawBuilder<unknown>> {
  const [needed] = facts.skills;
  if (row.skillId == null || !needed) return sql`person p`;
  const serving = await servingSpecialisms(ctx, row.skillId, needed.specialism, facts.policy);
  return sql`(select h.person_id, bool_or(h.district_id = ${row.districtId}) as near from person_skill h
      where h.skill_id = ${row.skillId} ${serving === null ? sql`` : sql`and h.specialism_id = any(${serving})`}
      group by h.person_id
      order by near desc nulls last, uuid_hash_extended(h.person_id, hashtextextended(${facts.id}, 0))) h
    join person p on p.id = h.person_id`;
}

/** Null: any specialism will do. */
async function servingSpecialisms(
  ctx: Context,
  skillId: number,
  needed: string | null,
  policy: Policy,
): Promise<number[] | null> {
  if (needed === null) return null;
  const all = (await specialismsBySkill(ctx, [skillId])).get(skillId) ?? [];
  return all.filter(({ code }) => specialismGap(code, needed, policy) !== null).map(({ id }) => id);
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
