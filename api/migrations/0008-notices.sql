create table notice (
  id         uuid primary key,
  person_id  uuid not null references person (id),
  cause      text not null,          -- the event that it tells of: one notice per cause, person and channel
  channel    text not null check (channel in ('inbox', 'email')),
  kind       text not null,
  facts      jsonb not null,
  made_at    timestamptz not null,
  read_at    timestamptz,
  sent_at    timestamptz,
  constraint notice_once unique (cause, person_id, channel)
);
create index notice_inbox on notice (person_id, made_at desc, id) where channel = 'inbox';

grant select, insert, update on notice to shouwang_app;
