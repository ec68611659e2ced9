-- What every module stands on: sessions, idempotency, boards and their events, audit.
create extension if not exists btree_gist;

-- One-time codes. `contact_key` is a keyed hash of phone or e-mail: the table tells nobody who asked.
create table sign_in_code (
  contact_key bytea primary key,
  code_key    bytea not null,
  tries       smallint not null default 0 check (tries between 0 and 5),
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);

-- The effect of a mutation, so that the same key gives the same answer. Written in the mutation's own transaction.
create table idempotency_key (
  person_id  uuid not null,
  operation  text not null,
  key        text not null check (length(key) between 8 and 100),
  input_hash bytea not null,
  result     jsonb,
  made_at    timestamptz not null,
  primary key (person_id, operation, key)
);
create index idempotency_key_made_at on idempotency_key (made_at);

-- A board is a stream that someone watches. `seq` is contiguous: a reader that sees a gap knows that it missed something.
create table board (
  key text primary key,
  seq integer not null check (seq >= 0)
);

create table event (
  board      text not null references board (key),
  seq        integer not null,
  kind       text not null,
  subject    text not null,        -- 'Shift', 'Request', 'Assignment', 'MatchRun', 'Notice', 'Credential'
  subject_id uuid not null,
  version    integer not null,
  facts      jsonb not null,       -- ids, counts and instants only: never a name, a contact or a free text
  actor_id   uuid,                 -- who did it; null: the system
  at         timestamptz not null,
  primary key (board, seq)
);
create index event_at on event (at);

-- Events older than 30 days may go, counted from the newest of all: no clock can be set so that yesterday is forgotten. The
-- application calls this and cannot delete an event otherwise. `board.seq` stays, so numbers are never given twice.
create function forget_events(older_than timestamptz, most integer) returns integer
language sql security definer set search_path = public as $$
  with gone as (
    delete from event e where (e.board, e.seq) in (
      select board, seq from event
      where at < least(older_than, (select max(at) from event) - interval '30 days') limit most)
    returning 1)
  select count(*)::int from gone
$$;
revoke execute on function forget_events(timestamptz, integer) from public;
grant execute on function forget_events(timestamptz, integer) to shouwang_app;

create table audit_entry (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  actor_id    uuid,
  role        text,
  action      text not null,
  resource    text not null,
  resource_id text,
  purpose     text,
  outcome     text not null check (outcome in ('done', 'refused', 'read'))
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger event_insert_only before update or truncate on event for each statement execute function refuse_change();
create trigger audit_entry_insert_only before update or delete or truncate on audit_entry for each statement execute function refuse_change();

grant select, insert, update, delete on sign_in_code, idempotency_key to shouwang_app;
grant select, insert, update on board to shouwang_app;
grant select, insert on event, audit_entry to shouwang_app;

-- Tries of sign-in and the like, counted for all processes together. `who` is a keyed hash.
create table try_count (
  what  text not null,
  who   bytea not null,
  slot  bigint not null,
  tries integer not null,
  until timestamptz not null,
  primary key (what, who, slot)
);
grant select, insert, update, delete on try_count to shouwang_app;

-- Which master key the sealed columns and keyed hashes of this database were made with, as a hash of its own.
create table master_key (
  only_one boolean primary key default true check (only_one),
  mark     bytea not null
);
