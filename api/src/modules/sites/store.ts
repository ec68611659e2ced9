import { sql } from "kysely";
import { columnsOf } from "../../platform/columns.ts";
import type { Context } from "../../platform/context.ts";
import { rows } from "../../platform/database.ts";
import { seqOnBoard } from "../../platform/events.ts";
import { type DistrictRow, type SiteRow, SiteSchema } from "./site.ts";

const columns = sql`${columnsOf(SiteSchema, "s")}, ${seqOnBoard("site", "s")}`;
const mostSites = 200;

export const districts = (ctx: Context): Promise<DistrictRow[]> =>
  rows(ctx, sql`select id, code, name_zh as "nameZh", name_en as "nameEn" from district order by id`);

export async function districtsById(ctx: Context, ids: readonly number[]): Promise<Map<number, DistrictRow>> {
  const found = await rows<DistrictRow>(
    ctx,
    sql`select id, code, name_zh as "nameZh", name_en as "nameEn" from district where id = any(${ids})`,
  );
  return new Map(found.map((district) => [district.id, district]));
}

export async function sitesById(ctx: Context, ids: readonly string[]): Promise<Map<string, SiteRow>> {
  const found = await rows<SiteRow>(ctx, sql`select ${columns} from site s where s.id = any(${ids})`);
  return new Map(found.map((site) => [site.id, site]));
}

export const sites = (ctx: Context, kind: string | null, districtId: number | null): Promise<SiteRow[]> =>
  rows(
    ctx,
    sql`select ${columns} from site s
        where (${kind}::text is null or s.kind = ${kind}) and (${districtId}::int is null or s.district_id = ${districtId})
        order by s.district_id, s.code limit ${mostSites}`,
  );
