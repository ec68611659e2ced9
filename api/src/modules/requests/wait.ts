import { sql } from "kysely";
import { DAY } from "../../kernel/interval.ts";
import type { Context } from "../../platform/context.ts";
import { rows } from "../../platform/database.ts";
import type { RequestKind } from "./request.ts";

/** How long others have waited, in whole minutes: the median, and the 10th and 90th percentile. */
export interface Wait {
  readonly medianMinutes: number;
  readonly shortMinutes: number;
  readonly longMinutes: number;
  /** How many matched requests it is read from; 0: nothing is known, and the figures say nothing. */
  readonly basis: number;
}

export const unknownWait: Wait = { medianMinutes: 0, shortMinutes: 0, longMinutes: 0, basis: 0 };

const recentDays = 30;
/** Fewer than this many tell of chance: the question is widened instead. */
const leastBasis = 5;

/** `kind|subject|district`; the last two may be empty. */
export const waitKey = (kind: RequestKind, subject: number | null, district: number | null): string =>
  `${kind}|${subject ?? ""}|${district ?? ""}`;

/**
 * Expected waits, one statement for any number of questions. Read from what was matched in the last 30 days: the same
 * subject in the same district; with too few of those the same subject in the city, and last the same kind.
 */
export async function waitsByKey(ctx: Context, keys: readonly string[]): Promise<Map<string, Wait>> {
  const since = new Date(ctx.now().getTime() - recentDays * DAY);
  const found = await rows<Wait & { key: string }>(
    ctx,
    sql`with asked as (
          select key, split_part(key, '|', 1) as kind, nullif(split_part(key, '|', 2), '')::smallint as subject, nullif(split_part(key, '|', 3), '')::smallint as district
          from unnest(${keys}::text[]) as key),
        recent as (
          select a.key, extract(epoch from q.matched_at - q.submitted_at) / 60 as minutes,
            case when a.subject is not null and q.specialisms[1] is distinct from a.subject then 3
                 when a.district is not null and q.district_id <> a.district then 2 else 1 end as width
          from asked a join request q on q.kind = a.kind and q.matched_at >= ${since} and q.matched_at <= ${ctx.now()} and q.submitted_at is not null),
        counted as (
          select key, case when count(*) filter (where width = 1) >= ${leastBasis} then 1
                           when count(*) filter (where width <= 2) >= ${leastBasis} then 2 else 3 end as width
          from recent group by key),
        spread as (
          select r.key, count(*)::int as basis, percentile_cont(array[0.1, 0.5, 0.9]) within group (order by r.minutes) as p
          from recent r join counted c on c.key = r.key and r.width <= c.width group by r.key)
        select key, basis, round(p[1])::int as "shortMinutes", round(p[2])::int as "medianMinutes", round(p[3])::int as "longMinutes" from spread`,
  );
  return new Map(found.map(({ key, ...wait }) => [key, wait]));
}
