import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../../platform/context.ts";
import { rows } from "../../../platform/database.ts";
import type { Wanted } from "./wanted.ts";

/** One question of many that are asked in one statement. */
export interface Ask extends Wanted {
  /** Its number in the answer. */
  readonly n: number;
  /** At most this many people, leaving out the first `skip`. */
  readonly most: number;
  readonly skip: number;
}

/** People of the request's own district, or everybody else who may come into question. */
export type Reach = "near" | "far";

/** Two ways to look: from a skill's list, or, for work on site elsewhere, from the few who serve beyond their own district. */
const inDistrict: Record<Reach, RawBuilder<unknown>> = {
  near: sql`h.district_id = a.district and (a.mode <> 'on_site' or p.districts = '{}' or a.district = any(p.districts))`,
  far: sql`h.district_id is distinct from a.district and a.mode <> 'on_site'`,
};
const comesFromElsewhere = sql`h.district_id is distinct from a.district and p.districts <> '{}' and p.districts @> array[a.district]`;

/**
 * People who may fit, for each question, always in the same order: skill × specialism × district and what else can be said
 * without the rules. A superset of who fits: whoever the rules allow is never left out.
 */
export async function candidates(ctx: Context, reach: Reach, asks: readonly Ask[]): Promise<Map<number, string[]>> {
  const elsewhere = asks.filter(({ mode }) => reach === "far" && mode === "on_site");
  const others = asks.filter((ask) => !elsewhere.includes(ask));
  return new Map([
    ...(await lookUp(ctx, others, inDistrict[reach])),
    ...(await lookUp(ctx, elsewhere, comesFromElsewhere)),
  ]);
}

/** What can be said of a pair without the rules, beyond skill and district. */
const mayServe = sql`and exists (select from role_grant r where r.person_id = p.id and r.role = 'volunteer' and r.revoked_at is null)
            and a.mode = any(p.modes) and (not a.standing or p.weekly <> '{}')
            and not exists (select from unnest(a.credentials) as needed (kind)
              where not exists (select from credential c where c.person_id = p.id and c.kind = needed.kind and c.state = 'verified'))`;

/** People with the skill, whatever else stands against them: those whom an explanation counts. The district's own first. */
export async function skilled(ctx: Context, asks: readonly Ask[]): Promise<Map<number, string[]>> {
  const near = new Map(await lookUp(ctx, asks, sql`h.district_id = a.district`, sql``));
  const short = asks
    .map((ask) => ({ ...ask, most: ask.most - (near.get(ask.n)?.length ?? 0) }))
    .filter(({ most }) => most > 0);
  const far = new Map(await lookUp(ctx, short, sql`h.district_id is distinct from a.district`, sql``));
  return new Map(asks.map(({ n }) => [n, [...(near.get(n) ?? []), ...(far.get(n) ?? [])]]));
}

async function lookUp(
  ctx: Context,
  asks: readonly Ask[],
  where: RawBuilder<unknown>,
  further: RawBuilder<unknown> = mayServe,
): Promise<[number, string[]][]> {
  if (asks.length === 0) return [];
  const found = await rows<{ n: number; ids: string[] }>(
    ctx,
    sql`select a.n, array(
          select h.person_id from person_skill h join person p on p.id = h.person_id
          where h.skill_id = a.skill and h.specialism_id = any(a.specialisms) and ${where} ${further}
          order by h.specialism_id, h.district_id, h.person_id offset a.skip limit a.most
        ) as ids
        from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb)
          as a (n int, skill smallint, specialisms smallint[], mode text, district smallint, credentials text[], standing boolean, most int, skip int)`,
  );
  return found.map(({ n, ids }) => [n, ids]);
}
