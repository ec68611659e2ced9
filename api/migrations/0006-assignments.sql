-- A person bound to a shift or a request. The table of states and moves is modules/assignments/states.ts.
create table assignment (
  id          uuid primary key,
  person_id   uuid not null references person (id),
  shift_id    uuid references shift (id),
  request_id  uuid references request (id),
  district_id smallint not null,
  state       text not null check (state in ('proposed', 'applied', 'offered', 'confirmed', 'checked_in', 'completed',
                                             'declined', 'expired', 'released', 'cancelled', 'no_show')),
  source      text not null check (source in ('claimed', 'applied', 'invited', 'assigned', 'matched')),
  pinned      boolean not null default false,          -- the matcher leaves it alone
  offered_at  timestamptz,
  answer_by   timestamptz,                             -- an offer expires then
  confirmed_at timestamptz,
  releasing_since timestamptz,                         -- asked to be relieved; holds until someone takes over
  decline_reason text check (length(decline_reason) <= 200),
  override_reason text check (length(override_reason) <= 500),
  parting_reason text check (parting_reason in ('times_changed', 'not_a_match', 'did_not_come', 'unwell', 'other')),  -- why a family and its helper parted
  run_id      uuid,
  weekly      int4multirange,                          -- the weekly times chosen for a standing request
  version     integer not null default 1,
  made_at     timestamptz not null,
  made_by     uuid,
  constraint assignment_one_work check (num_nonnulls(shift_id, request_id) = 1),
  constraint assignment_offer_has_deadline check (state <> 'offered' or answer_by is not null)
);
-- One live binding of a person to the same work.
create unique index assignment_once_shift on assignment (shift_id, person_id)
  where shift_id is not null and state in ('applied', 'offered', 'confirmed', 'checked_in', 'completed');
create unique index assignment_once_request on assignment (request_id, person_id)
  where request_id is not null and state in ('applied', 'offered', 'confirmed', 'checked_in', 'completed');
create index assignment_person on assignment (person_id, made_at desc);
create index assignment_offers on assignment (answer_by) where state = 'offered';
-- Matches that go on from week to week.
create index assignment_standing on assignment (id) where weekly is not null and state = 'confirmed';
create index assignment_request on assignment (request_id) where request_id is not null;

-- Two people who must never meet are never on one shift together, whoever came first. Both are written while the shift is
-- held, so the second sees the first.
create function refuse_excluded_pair() returns trigger language plpgsql as $$
begin
  if exists (select from assignment a join excluded_pair x
             on x.person_a = least(a.person_id, new.person_id) and x.person_b = greatest(a.person_id, new.person_id)
             where a.shift_id = new.shift_id and a.id <> new.id and a.state in ('offered', 'confirmed', 'checked_in')) then
    raise exception 'two people who must never meet' using errcode = 'check_violation', constraint = 'assignment_excluded_pair';
  end if;
  return new;
end $$;
create trigger assignment_excluded_pair before insert or update of state on assignment for each row
  when (new.shift_id is not null and new.state in ('offered', 'confirmed')) execute function refuse_excluded_pair();

-- Every dated span that a confirmed assignment takes of a person's life, across all kinds of work: nobody is in two places.
create table commitment (
  id            uuid primary key,
  assignment_id uuid not null references assignment (id),
  person_id     uuid not null references person (id),
  district_id   smallint not null,
  starts_at     timestamptz not null check (isfinite(starts_at)),
  ends_at       timestamptz not null check (isfinite(ends_at)),
  exposure      text not null default 'none' check (exposure in ('none', 'low', 'high')),
  active        boolean not null,
  constraint commitment_span check (starts_at < ends_at),
  -- Half-open: a shift that ends at noon does not touch one that starts at noon.
  constraint commitment_no_overlap exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&) where (active)
);
create index commitment_person on commitment (person_id, starts_at) where active;
create index commitment_assignment on commitment (assignment_id);
create index commitment_district_time on commitment (district_id, starts_at) where active;

grant select, insert, update on assignment, commitment to shouwang_app;
