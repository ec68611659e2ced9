create sequence request_number as bigint start 2041;

create table request (
  id            uuid primary key,
  number        bigint not null unique default nextval('request_number'),  -- shown as R-2041
  requester_id  uuid not null references person (id),
  kind          text not null check (kind in ('tutoring', 'counselling', 'companionship', 'errand', 'transport', 'translation',
                                              'meal_delivery', 'disinfection', 'data_collection', 'other')),
  state         text not null check (state in ('draft', 'open', 'matched', 'active', 'completed', 'cancelled')),
  for_whom      text not null check (for_whom in ('medic_family', 'quarantined', 'undiagnosed', 'infected', 'relative', 'elderly_alone', 'resident')),
  district_id   smallint not null references district (id),
  mode          text not null check (mode in ('on_site', 'online', 'phone')),
  urgency       smallint not null default 1 check (urgency between 0 and 3),   -- 3: today
  places        smallint not null default 1 check (places between 1 and 100),
  taken         smallint not null default 0,         -- people offered or confirmed
  skill_id      smallint not null references skill (id),
  specialisms   smallint[] not null default '{}',    -- most urgent first; the first is required, the others wished
  grade         text,                                -- of the child, for tutoring
  weekly        int4multirange not null default '{}',  -- when it suits: minutes since Monday 00:00 local
  starts_at     timestamptz,                         -- a dated request; both or neither
  ends_at       timestamptz,
  sessions_week smallint not null default 1 check (sessions_week between 1 and 7),
  session_minutes smallint not null default 60 check (session_minutes between 15 and 480),
  from_on       date,
  until_on      date,
  language      text,
  gender_wish   text check (gender_wish in ('female', 'male')),
  same_helper_id uuid references person (id),
  note_sealed   bytea,                               -- free text of the family, encrypted by the application
  with_minors   boolean not null default false,
  exposure      text not null default 'none' check (exposure in ('none', 'low', 'high')),
  cancel_reason text check (cancel_reason in ('no_longer_needed', 'found_elsewhere', 'wrong_match', 'other', 'lapsed')),
  submitted_at  timestamptz,
  matched_at    timestamptz,
  version       integer not null default 1,
  made_at       timestamptz not null,
  constraint request_places_taken check (taken between 0 and places),
  constraint request_span check (from_on is null or until_on is null or from_on <= until_on),
  constraint request_dated check ((starts_at is null) = (ends_at is null) and starts_at < ends_at),
  constraint request_has_time check (state in ('draft', 'cancelled') or not isempty(weekly) or starts_at is not null)
);
create index request_requester on request (requester_id, made_at desc);
create index request_open on request (district_id, skill_id, urgency desc, submitted_at, id) where state = 'open';
create index request_matched on request (kind, matched_at) where matched_at is not null;

-- The wizard's answers until they are submitted, one draft a person, sealed: they say who is at home with whom.
create table request_draft (
  id             uuid primary key,
  person_id      uuid not null unique references person (id),
  answers_sealed bytea not null,
  version        integer not null default 1,
  saved_at       timestamptz not null
);
grant select, insert, update, delete on request_draft to shouwang_app;

grant select, insert, update on request to shouwang_app;
grant usage on sequence request_number to shouwang_app;
