create table match_run (
  id           uuid primary key,
  district_id  smallint references district (id),      -- null: the whole city
  kind         text not null default 'request' check (kind in ('request', 'shift')),
  state        text not null check (state in ('queued', 'running', 'ready', 'applied', 'discarded', 'failed')),
  seed         integer not null,
  policy       jsonb not null,
  progress     smallint not null default 0 check (progress between 0 and 100),
  stats        jsonb not null default '{}',
  objective    bigint,
  dual         bigint,                                 -- equal to objective, or the result was refused
  failure      text,
  started_by   uuid not null references person (id),
  started_at   timestamptz not null,
  tries        smallint not null default 0,            -- how often a worker has taken it up
  beat_at      timestamptz,                            -- the last sign of life of the worker that computes it
  finished_at  timestamptz,
  version      integer not null default 1,
  constraint match_run_proof check (objective is not distinct from dual)
);
create unique index match_run_one_at_a_time on match_run (coalesce(district_id, 0)) where state in ('queued', 'running');
create index match_run_recent on match_run (coalesce(district_id, 0), started_at desc, id desc);

create table proposal (
  id           uuid primary key,
  -- Deferred: ten thousand are written while the plan is being explained, and the rows that they name are held only at the commit.
  run_id       uuid not null references match_run (id) deferrable initially deferred,
  position     integer not null,
  kind         text not null check (kind in ('added', 'moved', 'unfilled')),
  request_id   uuid references request (id) deferrable initially deferred,
  shift_id     uuid references shift (id),
  person_id    uuid references person (id) deferrable initially deferred,
  work_version integer not null,                       -- the version that the run saw: another one makes the proposal stale
  person_version integer,
  weekly       int4multirange,                         -- the weekly times chosen for a standing request
  cost         integer,
  parts        jsonb not null default '[]',
  price        integer,                                -- how contested the person is, in cost units
  explanation  jsonb,                                  -- funnel, cut and relaxations of what stays open
  state        text not null default 'open' check (state in ('open', 'applied', 'stale', 'skipped')),
  stale_reason text,
  assignment_id uuid references assignment (id),
  constraint proposal_one_work check (num_nonnulls(shift_id, request_id) = 1),
  constraint proposal_person check ((kind = 'unfilled') = (person_id is null)),
  unique (run_id, position)
);

grant select, insert, update on match_run, proposal to shouwang_app;
