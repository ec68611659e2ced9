create table district (
  id       smallint primary key,     -- the last three digits of the administrative code; 199: the economic-technological development area
  code     text not null unique,     -- six-digit administrative code
  name_zh  text not null,
  name_en  text not null
);

create table programme (
  id      uuid primary key,
  code    text not null unique,
  name_zh text not null,
  name_en text not null,
  from_on date not null,
  to_on   date not null,
  check (from_on <= to_on)
);

create sequence person_number as bigint start 1000001;

create table person (
  id             uuid primary key,
  number         bigint not null unique default nextval('person_number'),  -- the public volunteer number
  name           text not null check (length(name) between 1 and 80),
  born_on        date,
  gender         text check (gender in ('female', 'male', 'other')),
  locale         text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  phone_sealed   bytea,               -- encrypted by the application
  phone_key      bytea unique,        -- keyed hash for equality search
  phone_last     text check (phone_last ~ '^[0-9]{4}$'),
  email_sealed   bytea,
  email_key      bytea unique,
  district_id    smallint references district (id),       -- where the person lives or starts from
  districts      smallint[] not null default '{}',        -- districts willing to serve on site; empty: the home district alone
  modes          text[] not null default '{on_site,online,phone}' check (modes <@ '{on_site,online,phone}'),
  languages      text[] not null default '{zh}',
  max_week_minutes integer not null default 1200 check (max_week_minutes between 0 and 10080),  -- the person's own limit
  max_assignments  smallint not null default 3 check (max_assignments between 0 and 50),         -- standing requests at once
  weekly         int4multirange not null default '{}',    -- when the person can: minutes since Monday 00:00 local, half-open
  wishes         jsonb not null default '{}',
  demonstration  boolean not null default false,
  version        integer not null default 1,
  made_at        timestamptz not null,
  check (phone_key is not null or email_key is not null)
);
create index person_district on person (district_id);
-- Those who serve on site beyond their own district: the matcher looks for them from the other side.
create index person_serves on person using gin (districts) where districts <> '{}';

-- Dated exceptions to the weekly pattern: away (available = false) or in addition (true).
create table availability_exception (
  id        uuid primary key,
  person_id uuid not null references person (id),
  starts_at timestamptz not null check (isfinite(starts_at)),
  ends_at   timestamptz not null check (isfinite(ends_at)),
  available boolean not null,
  check (starts_at < ends_at),
  constraint availability_exception_no_overlap exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&)
);

create table role_grant (
  id          uuid primary key,
  person_id   uuid not null references person (id),
  role        text not null check (role in ('volunteer', 'family', 'coordinator', 'checker', 'staff')),
  district_id smallint references district (id),   -- null: the whole city
  granted_at  timestamptz not null,
  revoked_at  timestamptz
);
create unique index role_grant_once on role_grant (person_id, role, coalesce(district_id, 0)) where revoked_at is null;
create index role_grant_role on role_grant (role, district_id) where revoked_at is null and role <> 'volunteer';

create table consent (
  id           uuid primary key,
  person_id    uuid not null references person (id),
  kind         text not null check (kind in ('privacy', 'matching', 'guardian')),
  text_version text not null,
  given_by     uuid not null references person (id),   -- the guardian for 'guardian'
  given_at     timestamptz not null,
  withdrawn_at timestamptz,
  check (kind <> 'guardian' or given_by <> person_id)
);
create unique index consent_once on consent (person_id, kind, text_version) where withdrawn_at is null;
create index consent_withdrawn on consent (person_id, kind) where withdrawn_at is not null;

-- A minor and who answers for them.
create table guardianship (
  minor_id    uuid not null references person (id),
  guardian_id uuid not null references person (id),
  made_at     timestamptz not null,
  primary key (minor_id, guardian_id),
  check (minor_id <> guardian_id)
);

-- Two people who must never be matched with each other; stored once, smaller id first.
create table excluded_pair (
  person_a uuid not null references person (id),
  person_b uuid not null references person (id),
  made_at  timestamptz not null,
  primary key (person_a, person_b),
  check (person_a < person_b)
);
create index excluded_pair_b on excluded_pair (person_b);

-- Server-side sessions; the browser or program holds the token, we hold its hash.
create table session (
  id         uuid primary key,
  person_id  uuid not null references person (id),
  token_key  bytea not null unique,
  kind       text not null check (kind in ('cookie', 'bearer')),
  made_at    timestamptz not null,
  seen_at    timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_person on session (person_id) where revoked_at is null;

-- Who somebody is at the city's own identity service. Linked when they register with it, or when they say so while signed in.
create table oidc_identity (
  issuer    text not null,
  subject   text not null check (length(subject) between 1 and 255),
  person_id uuid not null references person (id),
  made_at   timestamptz not null,
  constraint oidc_identity_once primary key (issuer, subject)
);
create unique index oidc_identity_person on oidc_identity (person_id, issuer);

grant select, insert on oidc_identity to shouwang_app;
grant select on district, programme to shouwang_app;
grant insert on district, programme to shouwang_app;
grant select, insert, update on person, role_grant, consent to shouwang_app;
grant select, insert, update, delete on session to shouwang_app;
grant select, insert on guardianship, excluded_pair to shouwang_app;
grant select, insert, delete on availability_exception to shouwang_app;
grant usage on sequence person_number to shouwang_app;

-- People that a demonstration offers to sign in as. Empty in production.
create table persona (
  code      text primary key,
  person_id uuid not null references person (id),
  position  smallint not null,
  role      text not null,
  label_zh  text not null,
  label_en  text not null
);
grant select, insert on persona to shouwang_app;

-- The invented city of a demonstration: begun, and finished when the last of it was written. Empty in production.
create table demonstration_city (
  id          boolean primary key default true check (id),
  scale       integer not null check (scale > 0),   -- one volunteer for each so many
  seed        bigint not null,
  day         date not null,                        -- the city's date for which it was invented
  people      integer,
  begun_at    timestamptz not null,
  finished_at timestamptz
);
grant select on demonstration_city to shouwang_app;
