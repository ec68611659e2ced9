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

/**
 * Three ways to look. From a skill's list, which is one index read from end to end without a single look at a person: asking
 * each about mode, role and papers here took 0.14 ms apiece, asking the rules later takes a fiftieth of that. And for
 * work on site elsewhere, from the few who serve beyond their own district.
 */
const inDistrict = sql`person_skill h where h.district_id = a.district`;
const inOthers = sql`person_skill h where h.district_id is distinct from a.district`;
const comingFromOthers = sql`person p join person_skill h on h.person_id = p.id
            where p.districts <> '{}' and p.districts @> array[a.district] and h.district_id is distinct from a.district`;

/**
 * People who may fit, for each question, always in the same order: skill × specialism × district. A superset of who fits:
 * whoever the rules allow is never left out.
 */
export async function candidates(ctx: Context, reach: Reach, asks: readonly Ask[]): Promise<Map<number, string[]>> {
  if (reach === "near") return new Map(await lookUp(ctx, asks, inDistrict));
  const onSite = asks.filter(({ mode }) => mode === "on_site");
  const others = asks.filter(({ mode }) => mode !== "on_site");
  return new Map([...(await lookUp(ctx, others, inOthers)), ...(await lookUp(ctx, onSite, comingFromOthers))]);
}

/** People with the skill, whatever else stands against them: those whom an explanation counts. The district's own first. */
export async function skilled(ctx: Context, asks: readonly Ask[]): Promise<Map<number, string[]>> {
  const near = new Map(await lookUp(ctx, asks, inDistrict));
  const short = asks
    .map((ask) => ({ ...ask, most: ask.most - (near.get(ask.n)?.length ?? 0) }))
    .filter(({ most }) => most > 0);
  const far = new Map(await lookUp(ctx, short, inOthers));
  return new Map(asks.map(({ n }) => [n, [...(near.get(n) ?? []), ...(far.get(n) ?? [])]]));
}

async function lookUp(ctx: Context, asks: readonly Ask[], where: RawBuilder<unknown>): Promise<[number, string[]][]> {
  if (asks.length === 0) return [];
  // As text: the driver reads an array letter by letter, which took as long as finding it.
  const found = await rows<{ n: number; ids: string }>(
    ctx,
    sql`select a.n, array_to_string(array(
          select h.person_id from ${where} and h.skill_id = a.skill and h.specialism_id = any(a.specialisms)
          order by h.specialism_id, h.district_id, h.person_id offset a.skip limit a.most
        ), ' ') as ids
        from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb)
          as a (n int, skill smallint, specialisms smallint[], mode text, district smallint, most int, skip int)`,
  );
  return found.map(({ n, ids }) => [n, ids === "" ? [] : ids.split(" ")]);
}
