create table site (
  id          uuid primary key,
  district_id smallint not null references district (id),
  kind        text not null check (kind in ('hotline', 'gate', 'community', 'hospital', 'school', 'online')),
  code        text not null unique,
  name_zh     text not null,
  name_en     text not null,
  time_zone   text not null default 'Asia/Shanghai',
  programme_id uuid references programme (id)
);
create index site_district on site (district_id, kind);

-- One row is one role at one site for one span. A hotline hour with two seats and a supervisor is two rows.
create table shift (
  id             uuid primary key,
  site_id        uuid not null references site (id),
  district_id    smallint not null references district (id),   -- the site's, repeated: boards and shards go by district
  role           text not null check (role in ('seat', 'supervisor', 'trainee', 'post')),
  starts_at      timestamptz not null check (isfinite(starts_at)),
  ends_at        timestamptz not null check (isfinite(ends_at)),   -- exclusive: the next shift may begin then
  state          text not null check (state in ('draft', 'published', 'cancelled')),
  picking        text not null check (picking in ('claim', 'apply')),
  places         smallint not null check (places between 1 and 500),
  taken          smallint not null default 0,
  releasing      smallint not null default 0,   -- taken by people who wait for someone to take over
  minimum_cover  smallint not null default 1 check (minimum_cover >= 0),
  mode           text not null default 'on_site' check (mode in ('on_site', 'online', 'phone')),
  skill_id       smallint references skill (id),
  specialism_id  smallint not null default 0,
  level          smallint not null default 1,
  credentials    text[] not null default '{}',   -- kinds that must be valid for the whole span
  exposure       text not null default 'none' check (exposure in ('none', 'low', 'high')),
  with_minors    boolean not null default false,
  sign_up_from   timestamptz,
  sign_up_until  timestamptz,
  cancel_reason  text,
  owner_id       uuid references person (id),    -- the coordinator who answers for a gap
  version        integer not null default 1,
  made_at        timestamptz not null,
  constraint shift_places_taken check (taken between 0 and places),
  constraint shift_releasing check (releasing between 0 and taken),
  constraint shift_cover check (minimum_cover <= places),
  constraint shift_length check (starts_at < ends_at and ends_at - starts_at <= interval '24 hours'),
  constraint shift_sign_up check (sign_up_from is null or sign_up_until is null or sign_up_from < sign_up_until)
);
create index shift_site_time on shift (site_id, starts_at, id) where state <> 'draft';
create index shift_district_time on shift (district_id, starts_at, id) where state <> 'draft';

grant select, insert on site to shouwang_app;
grant select, insert, update on shift to shouwang_app;
