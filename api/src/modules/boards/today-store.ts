import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { row } from "../../platform/database.ts";

export interface TodayHour {
  readonly startsAt: Date;
  readonly serving: number;
  readonly missing: number;
}

export interface TodayGap {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly missing: number;
}

/** Today from outside: counts of the whole city, and nobody's name. */
export interface CityToday {
  readonly asOf: Date;
  readonly servingNow: number;
  readonly openPlaces: number;
  readonly requestsWaiting: number;
  readonly hours: readonly TodayHour[];
  readonly hotlineGap: TodayGap | null;
}

/** As the database writes it: instants are ISO text. */
interface Counted {
  readonly servingNow: number;
  readonly openPlaces: number;
  readonly requestsWaiting: number;
  readonly hours: readonly { readonly startsAt: string; readonly serving: number; readonly missing: number }[];
  readonly hotlineGap: { readonly startsAt: string; readonly endsAt: string; readonly missing: number } | null;
}

/**
 * One statement, and one day's shifts of each district through its index: `district` stands first so that the planner
 * has a number to look up. Only hotlines say that they miss somebody: each other gap is a coordinator's to see.
 */
export async function countToday(ctx: Context, zone: string): Promise<CityToday> {
  const now = ctx.now();
  const { today } = (await row<{ today: Counted }>(
    ctx,
    sql`with clock as (
          select ${now}::timestamptz as now, date_trunc('day', ${now}::timestamptz at time zone ${zone}) as day
        ), today as (
          select s.starts_at, s.ends_at, s.taken, s.places - s.taken + s.releasing as free,
                 case when i.kind = 'hotline' then greatest(s.minimum_cover - s.taken + s.releasing, 0) else 0 end as missing
          from clock, district d join shift s on s.district_id = d.id join site i on i.id = s.site_id
          where s.state = 'published' and s.starts_at > (clock.day - interval '1 day') at time zone ${zone}
            and s.starts_at < (clock.day + interval '1 day') at time zone ${zone} and s.ends_at > clock.day at time zone ${zone}
        ), gap as (
          select starts_at, min(ends_at) as ends_at, sum(missing)::int as missing
          from today, clock where missing > 0 and starts_at > clock.now group by starts_at order by starts_at limit 1
        )
        select jsonb_build_object(
          'servingNow', (select coalesce(sum(taken), 0)::int from today, clock where starts_at <= clock.now and ends_at > clock.now),
          'openPlaces', (select coalesce(sum(free), 0)::int from today, clock where starts_at > clock.now),
          'requestsWaiting', (select count(*)::int from district d join request r on r.district_id = d.id where r.state = 'open'),
          'hotlineGap', (select jsonb_build_object('startsAt', starts_at, 'endsAt', ends_at, 'missing', missing) from gap),
          'hours', (select jsonb_agg(jsonb_build_object('startsAt', hour at time zone ${zone}, 'serving', serving, 'missing', missing) order by hour)
            from (select hour, coalesce(sum(t.taken), 0)::int as serving, coalesce(sum(t.missing), 0)::int as missing
              from clock cross join generate_series(clock.day, clock.day + interval '23 hours', interval '1 hour') as hour
                left join today t on t.starts_at < (hour + interval '1 hour') at time zone ${zone} and t.ends_at > hour at time zone ${zone}
              group by hour) h)
        ) as today`,
  ))!;
  const { hotlineGap: gap } = today;
  return {
    ...today,
    asOf: now,
    hours: today.hours.map((hour) => ({ ...hour, startsAt: new Date(hour.startsAt) })),
    hotlineGap: gap && { ...gap, startsAt: new Date(gap.startsAt), endsAt: new Date(gap.endsAt) },
  };
}
