import { sql } from "kysely";
import { cityZone } from "../../kernel/city.ts";
import { DAY } from "../../kernel/interval.ts";
import { dayOf, instantOf, mondayOf, wallAt } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { rows } from "../../platform/database.ts";

/** What somebody has taken on, against their own limits. */
export interface LoadRow {
  readonly personId: string;
  readonly weekMinutes: number;
  readonly weekLimitMinutes: number;
  readonly weekShifts: number;
  readonly assignments: number;
  readonly assignmentLimit: number;
  readonly lastServedAt: Date | null;
}

/** The city's week of this moment, Monday to Sunday; one statement for any number of people. */
export async function loadByPerson(ctx: Context, ids: readonly string[]): Promise<Map<string, LoadRow>> {
  const now = ctx.now();
  const monday = mondayOf(dayOf(wallAt(cityZone, now.getTime())));
  const [from, to] = [monday, monday + 7].map((day) => new Date(instantOf(cityZone, day * DAY)));
  const found = await rows<LoadRow>(
    ctx,
    sql`select p.id as "personId", p.max_week_minutes as "weekLimitMinutes", p.max_assignments as "assignmentLimit",
          coalesce(w.minutes, 0)::int as "weekMinutes", coalesce(w.shifts, 0)::int as "weekShifts",
          (select count(*)::int from assignment a where a.person_id = p.id and a.request_id is not null and a.state in ('confirmed', 'checked_in')) as assignments,
          (select max(m.ends_at) from commitment m where m.person_id = p.id and m.active and m.ends_at <= ${now}) as "lastServedAt"
        from person p left join lateral (
          select sum(extract(epoch from least(m.ends_at, ${to}) - greatest(m.starts_at, ${from})) / 60) as minutes,
                 count(distinct a.shift_id) as shifts
          from commitment m join assignment a on a.id = m.assignment_id
          where m.person_id = p.id and m.active and tstzrange(m.starts_at, m.ends_at) && tstzrange(${from}, ${to})) w on true
        where p.id = any(${ids})`,
  );
  return new Map(found.map((load) => [load.personId, load]));
}
