create table skill (
  id      smallint primary key,
  code    text not null unique,      -- 'tutoring', 'psychology', …
  name_zh text not null,
  name_en text not null
);

-- What a skill is about: tutoring → subject and grade, translation → language pair, psychology → approach.
create table specialism (
  id       smallint primary key,
  skill_id smallint not null references skill (id),
  code     text not null,            -- 'math/junior2'
  name_zh  text not null,
  name_en  text not null,
  unique (skill_id, code),
  unique (skill_id, id)
);

-- `district_id` repeats the person's home, so that candidates come from one index: skill × specialism × district.
create table person_skill (
  person_id     uuid not null references person (id),
  skill_id      smallint not null references skill (id),
  specialism_id smallint not null default 0,          -- 0: the skill as such
  level         smallint not null default 1 check (level between 1 and 5),
  district_id   smallint,
  primary key (person_id, skill_id, specialism_id)
);
create index person_skill_candidates on person_skill (skill_id, specialism_id, district_id, person_id);

create table credential (
  id            uuid primary key,
  person_id     uuid not null references person (id),
  kind          text not null,      -- 'psychological_counsellor', 'background_check', 'training:hotline', …
  issuer        text not null check (length(issuer) between 1 and 120),
  number_sealed bytea,
  number_last   text,
  valid_from    date not null check (isfinite(valid_from)),
  valid_until   date not null check (isfinite(valid_until)),   -- the last day on which it is valid
  state         text not null check (state in ('submitted', 'verified', 'rejected', 'expired', 'revoked')),
  first_checker_id  uuid references person (id),
  first_checked_at  timestamptz,
  second_checker_id uuid references person (id),
  second_checked_at timestamptz,
  reason        text check (length(reason) <= 500),
  version       integer not null default 1,
  made_at       timestamptz not null,
  constraint credential_validity check (valid_from <= valid_until),
  constraint credential_two_checkers check (state <> 'verified' or (first_checker_id is not null and second_checker_id is not null)),
  constraint credential_checkers_differ check (first_checker_id <> second_checker_id),
  constraint credential_not_checked_by_holder check (first_checker_id <> person_id and second_checker_id <> person_id)
);
create index credential_person on credential (person_id, kind);
create index credential_queue on credential (made_at, id) where state = 'submitted';
create index credential_expiry on credential (valid_until) where state = 'verified';

create table credential_history (
  id            bigint generated always as identity primary key,
  credential_id uuid not null references credential (id),
  state         text not null,
  actor_id      uuid,
  reason        text,
  at            timestamptz not null
);
create trigger credential_history_insert_only before update or delete or truncate on credential_history for each statement execute function refuse_change();

grant select, insert on skill, specialism, credential_history to shouwang_app;
grant select, insert, update, delete on person_skill to shouwang_app;
grant select, insert, update on credential to shouwang_app;
