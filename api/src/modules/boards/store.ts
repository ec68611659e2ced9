import { type RawBuilder, sql } from "kysely";
import type { Window } from "../../kernel/page.ts";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import type { EventFacts } from "../../platform/events.ts";
import type { LoggedEvent } from "../../platform/live/log.ts";
import type { Bundle } from "./bundle.ts";

/** A person as boards carry them: nothing that is sealed. */
const personJson = (alias: string): RawBuilder<unknown> =>
  sql.raw(`to_jsonb(${alias}) - 'phone_sealed' - 'phone_key' - 'email_sealed' - 'email_key'`);

export type TaskKind = "GAP" | "OFFER_PENDING" | "CREDENTIAL_EXPIRES" | "APPLICATION" | "REQUEST_WAITING" | "RELEASE";

export interface TaskRow extends Bundle {
  readonly id: string;
  readonly kind: TaskKind;
  readonly shortfall: number;
  /** When it begins, expires or began to wait: ISO text. */
  readonly at: string;
  readonly affected?: number;
}

export interface Head {
  readonly district: { readonly id: number; readonly code: string; readonly nameZh: string; readonly nameEn: string };
  readonly seq: number;
  readonly gapsTonight: number;
  readonly gapsWeek: number;
  readonly week: { readonly date: string; readonly gaps: number }[];
  readonly tasks: TaskRow[];
}

const horizonDays = 7;
/** A gap of next week is real, but not yet for this list. */
const mostTasks = 100;
/** An open request waits this long before it asks for attention; an urgent one not at all. */
const waitingHours = 24;
/** A request has no start to count down to: it presses like something that begins in so many hours. */
const waitingPressesLike = 48;

/**
 * Everything of a district's board that is counted rather than listed, and what needs attention: one statement. Gaps come
 * first, whatever else there is; within each kind, the more is missing and the sooner it starts, the higher.
 */
export async function boardHead(ctx: Context, districtId: number, zone: string): Promise<Head | undefined> {
  const now = ctx.now();
  const found = await row<{ head: Head | null }>(
    ctx,
    sql`with clock as (
          select ${now}::timestamptz as now, date_trunc('day', ${now}::timestamptz at time zone ${zone}) as today
        ), ahead as (
          select s.*, s.minimum_cover - (s.taken - s.releasing) as shortfall
          from shift s, clock
          where s.district_id = ${districtId} and s.state = 'published' and s.ends_at > clock.now
            and s.starts_at >= clock.today at time zone ${zone} and s.starts_at < clock.now + make_interval(days => ${horizonDays})
        ), gaps as (
          select * from ahead where shortfall > 0
        ), tasks as (
          select 'GAP' as kind, g.id::text as id, g.shortfall::int, g.starts_at as at, to_jsonb(g) - 'shortfall' as shift, to_jsonb(i) as site,
                 null::jsonb as assignment, null::jsonb as request, ${personJson("o")} as person, null::int as affected, g.shortfall as weight
          from gaps g join site i on i.id = g.site_id left join person o on o.id = g.owner_id
          union all
          select case a.state when 'offered' then 'OFFER_PENDING' when 'applied' then 'APPLICATION' else 'RELEASE' end, a.id::text, 0,
                 coalesce(a.answer_by, s.starts_at, a.made_at), to_jsonb(s), to_jsonb(i), to_jsonb(a), to_jsonb(r), ${personJson("p")}, null, 0.5
          from assignment a join person p on p.id = a.person_id left join shift s on s.id = a.shift_id left join site i on i.id = s.site_id
            left join request r on r.id = a.request_id, clock
          where a.district_id = ${districtId} and (a.state in ('offered', 'applied') or (a.state = 'confirmed' and a.releasing_since is not null))
            and (s.id is null or s.starts_at > clock.now)
          union all
          select 'REQUEST_WAITING', r.id::text, (r.places - r.taken)::int, r.submitted_at, null, null, null, to_jsonb(r), null, null, (r.places - r.taken) * (r.urgency + 1)
          from request r, clock
          where r.district_id = ${districtId} and r.state = 'open' and r.taken < r.places
            and (r.urgency >= 2 or r.submitted_at < clock.now - make_interval(hours => ${waitingHours}))
          union all
          select 'CREDENTIAL_EXPIRES', c.id::text, 0, (c.valid_until + 1)::timestamp at time zone ${zone}, null, null, null, null, ${personJson("p")}, count(*)::int, 0.4
          from credential c join person p on p.id = c.person_id join assignment a on a.person_id = c.person_id and a.state = 'confirmed'
            join ahead s on s.id = a.shift_id and c.kind = any(s.credentials), clock
          where c.state = 'verified' and c.valid_until < (clock.today + make_interval(days => ${horizonDays}))::date
          group by c.id, p.id
        )
        select (
          select jsonb_build_object(
            'district', jsonb_build_object('id', d.id, 'code', d.code, 'nameZh', d.name_zh, 'nameEn', d.name_en),
            'seq', coalesce((select b.seq from board b where b.key = 'district/' || d.id), 0),
            'gapsTonight', (select coalesce(sum(shortfall), 0)::int from gaps, clock where starts_at < (clock.today + interval '30 hours') at time zone ${zone}),
            'gapsWeek', (select coalesce(sum(shortfall), 0)::int from gaps),
            'week', (select jsonb_agg(jsonb_build_object('date', to_char(day, 'YYYY-MM-DD'), 'gaps',
                (select coalesce(sum(shortfall), 0)::int from gaps where starts_at >= day at time zone ${zone} and starts_at < (day + interval '1 day') at time zone ${zone})) order by day)
              from clock, generate_series(clock.today, clock.today + interval '6 days', interval '1 day') as day),
            'tasks', coalesce((select jsonb_agg(to_jsonb(t) - '{weight,pressing,gap}'::text[] order by t.gap desc, t.pressing desc, t.at, t.id) from (
                select tasks.*, tasks.kind = 'GAP' as gap,
                  tasks.weight / case when tasks.kind = 'REQUEST_WAITING' then ${waitingPressesLike} else greatest(extract(epoch from tasks.at - clock.now) / 3600, 0.5) end as pressing
                from tasks, clock order by gap desc, pressing desc, tasks.at, tasks.id limit ${mostTasks}) t), '[]'))
          from district d where d.id = ${districtId}) as head`,
  );
  return found?.head ?? undefined;
}

export interface CoverageHour {
  readonly startsAt: Date;
  readonly needed: number;
  readonly covered: number;
}

/** For each hour of a local day, how many people are needed at the least and how many there are. */
export const coverageOf = (ctx: Context, districtId: number, day: string, zone: string): Promise<CoverageHour[]> =>
  rows(
    ctx,
    sql`select hour as "startsAt", coalesce(sum(s.minimum_cover), 0)::int as needed,
               coalesce(sum(least(s.taken - s.releasing, s.minimum_cover)), 0)::int as covered
        from generate_series(${day}::timestamp at time zone ${zone}, (${day}::timestamp + interval '1 day') at time zone ${zone} - interval '1 hour', interval '1 hour') as hour
        left join shift s on s.district_id = ${districtId} and s.state = 'published' and s.starts_at < hour + interval '1 hour' and s.ends_at > hour
          and s.starts_at > ${day}::timestamp at time zone ${zone} - interval '1 day'
        group by hour order by hour`,
  );

export interface ShiftBundle extends Bundle {
  readonly id: string;
  readonly startsAt: Date;
  readonly assignments: readonly Bundle[];
}

const live = sql.raw("('applied', 'offered', 'confirmed', 'checked_in', 'completed')");

const beyond = (window: Window, columns: string): RawBuilder<unknown> =>
  window.from === null
    ? sql``
    : sql`and (${sql.raw(columns)}) ${sql.raw(window.backward ? "<" : ">")} (${window.from[0]}::timestamptz, ${window.from[1]}::uuid)`;
const inOrder = (window: Window, [first, second]: readonly [string, string]): RawBuilder<unknown> =>
  sql.raw(window.backward ? `${first} desc, ${second} desc` : `${first}, ${second}`);

/** Shifts of a district that touch a span, with their sites and everybody on them: one statement. */
export const shiftBundles = (
  ctx: Context,
  districtId: number,
  from: Date,
  to: Date,
  window: Window,
): Promise<ShiftBundle[]> =>
  rows(
    ctx,
    sql`select s.id, s.starts_at as "startsAt", to_jsonb(s) as shift, to_jsonb(i) as site,
          coalesce((select jsonb_agg(jsonb_build_object('assignment', to_jsonb(a), 'person', ${personJson("p")}) order by a.made_at, a.id)
            from assignment a join person p on p.id = a.person_id where a.shift_id = s.id and a.state in ${live}), '[]') as assignments
        from shift s join site i on i.id = s.site_id
        where s.district_id = ${districtId} and s.state <> 'draft' and s.starts_at < ${to} and s.ends_at > ${from} and s.starts_at > ${from}::timestamptz - interval '1 day'
          ${beyond(window, "s.starts_at, s.id")}
        order by ${inOrder(window, ["s.starts_at", "s.id"])} limit ${window.limit + 1}`,
  );

export interface CommitmentBundle extends Bundle {
  readonly id: string;
  readonly assignmentId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Dated sessions of requests in a district: one statement. */
export const sessionBundles = (
  ctx: Context,
  districtId: number,
  from: Date,
  to: Date,
  window: Window,
): Promise<CommitmentBundle[]> =>
  rows(
    ctx,
    sql`select m.id, m.assignment_id as "assignmentId", m.starts_at as "startsAt", m.ends_at as "endsAt", to_jsonb(a) as assignment,
               to_jsonb(r) as request, ${personJson("p")} as person
        from commitment m join assignment a on a.id = m.assignment_id join request r on r.id = a.request_id join person p on p.id = a.person_id
        where m.district_id = ${districtId} and m.active and m.starts_at < ${to} and m.ends_at > ${from} and m.starts_at > ${from}::timestamptz - interval '1 day'
          ${beyond(window, "m.starts_at, m.id")}
        order by ${inOrder(window, ["m.starts_at", "m.id"])} limit ${window.limit + 1}`,
  );

export type FeedRow = LoggedEvent & Bundle & { readonly facts: EventFacts };

/** The newest events of a board, newest first, with the rows that their sentences name: one statement. */
export const feedOf = (ctx: Context, board: string, count: number): Promise<FeedRow[]> =>
  rows(
    ctx,
    sql`select e.board, e.seq, e.kind, e.subject, e.subject_id as "subjectId", e.version, e.facts, e.actor_id as "actorId", e.at,
               to_jsonb(a) as assignment, to_jsonb(s) as shift, to_jsonb(i) as site, to_jsonb(r) as request, ${personJson("p")} as person
        from event e
          left join assignment a on e.subject = 'Assignment' and a.id = e.subject_id
          left join shift s on s.id = coalesce(a.shift_id, case when e.subject = 'Shift' then e.subject_id end)
          left join site i on i.id = s.site_id
          left join request r on r.id = coalesce(a.request_id, case when e.subject = 'Request' then e.subject_id end)
          left join person p on p.id = a.person_id
        where e.board = ${board} order by e.seq desc limit ${count}`,
  );
