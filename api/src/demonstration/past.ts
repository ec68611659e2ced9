import type pg from "pg";

/** As many as a board's feed shows. */
const told = 50;

/**
 * Tells each district's board what happened last in the invented past, so that its first visitor finds a feed and `after`
 * has something to go on from. Runs in the transaction that finishes the city: told once, or not at all.
 */
export async function tellPast(owner: pg.Client): Promise<void> {
  await owner.query(
    `with happened as (
       select district_id, 'SHIFT_CLAIMED' as kind, 'Assignment' as subject, id, version, person_id as actor_id, confirmed_at as at,
              jsonb_build_object('shiftId', shift_id) as facts
       from assignment where shift_id is not null and source = 'claimed' and confirmed_at is not null
       union all
       select district_id, 'SHIFT_RELEASING', 'Assignment', id, version, person_id, releasing_since,
              jsonb_build_object('shiftId', shift_id)
       from assignment where shift_id is not null and releasing_since is not null
       union all
       select district_id, 'OFFER_MADE', 'Assignment', id, version, null, offered_at,
              jsonb_strip_nulls(jsonb_build_object('shiftId', shift_id, 'requestId', request_id))
       from assignment where state = 'offered'
       union all
       select district_id, 'REQUEST_SUBMITTED', 'Request', id, version, requester_id, submitted_at,
              jsonb_build_object('requestId', id)
       from request where submitted_at is not null
     ), ranked as (
       select *, 'district/' || district_id as board, row_number() over (partition by district_id order by at desc, id) as back
       from happened where district_id is not null
     ), kept as (
       select *, row_number() over (partition by board order by back desc) as seq from ranked where back <= $1
     ), counted as (
       insert into board (key, seq) select board, count(*) from kept group by board
     )
     insert into event (board, seq, kind, subject, subject_id, version, facts, actor_id, at)
     select board, seq, kind, subject, id, version, facts, actor_id, at from kept`,
    [told],
  );
}
