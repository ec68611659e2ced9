-- A city of :people volunteers and :requests open requests, the same for the same seed. Nobody in it exists.
select setseed(0.2020);

insert into district
select id, '110' || id, 'district ' || id, 'district ' || id from unnest(array[101,102,105,106,107,108,109,111,112,113,114,115,116,117,118,119,199]) as id;

insert into skill values (1, 'psychology', 'psychology', 'psychology'), (2, 'tutoring', 'tutoring', 'tutoring'), (3, 'errand', 'errand', 'errand'),
  (4, 'companionship', 'companionship', 'companionship'), (5, 'translation', 'translation', 'translation');
insert into specialism
select row_number() over (), 2, subject || '/' || grade, subject || '/' || grade, subject || '/' || grade
from unnest(array['math','english','physics','chemistry','chinese']) as subject,
  unnest(array['primary1','primary2','primary3','primary4','primary5','primary6','junior1','junior2','junior3','senior1','senior2','senior3']) as grade;
insert into specialism
select 100 + row_number() over (), 5, pair, pair, pair from unnest(array['en<>zh','zh<>ja','zh<>ko','fr<>zh']) as pair;

-- Two who check credentials.
insert into person (id, name, phone_key, made_at)
select ('00000000-0000-7000-8000-00000000000' || n)::uuid, 'checker', decode(md5('checker' || n), 'hex'), now() from generate_series(1, 2) as n;

create temp table week as
select n, ('{[' || d1 * 1440 + 1080 || ',' || d1 * 1440 + 1080 + w1 || '),[' || d2 * 1440 + s2 || ',' || d2 * 1440 + s2 + 180 || ')}')::int4multirange as weekly
from (select n, n % 5 as d1, 120 + 30 * (n % 4) as w1, 5 + n % 2 as d2, 480 + 60 * (n % 8) as s2 from generate_series(0, 79) as n) as pattern;

insert into person (id, name, phone_key, born_on, gender, district_id, districts, modes, languages, weekly, max_assignments, made_at)
select ('01900000-0000-7000-8000-' || lpad(to_hex(v.n), 12, '0'))::uuid, 'volunteer', decode(md5('volunteer' || v.n), 'hex'),
  date '1960-01-01' + abs(hashtext('born' || v.n)) % 16000, case v.n % 3 when 0 then 'male' else 'female' end, home.id,
  case when v.n % 5 = 0 then array[home.id, near.id] else '{}' end,
  case when v.n % 4 = 0 then '{on_site}' when v.n % 4 = 1 then '{online,phone}' else '{on_site,online,phone}' end::text[],
  case when v.n % 9 = 0 then '{zh,en}' else '{zh}' end::text[],
  case when v.n % 10 = 0 then '{}' else week.weekly end, 1 + v.n % 3, now()
from generate_series(1, :people) as v (n)
  join (select id, (row_number() over (order by id) - 1)::int as i from district) as home on home.i = abs(hashtext('home' || v.n)) % 17
  join (select id, (row_number() over (order by id) - 1)::int as i from district) as near on near.i = (abs(hashtext('home' || v.n)) + 1) % 17
  join week on week.n = abs(hashtext('week' || v.n)) % 80;

insert into person_skill (person_id, skill_id, specialism_id, level, district_id)
select p.id, 2, s.id, 2, p.district_id
from (select id, district_id, (row_number() over (order by id))::int as n from person where born_on is not null) as p
  join specialism s on s.skill_id = 2 and (s.id % 60 = (p.n / 5 * 11) % 60 or s.id % 60 = (p.n / 5 * 11 + 1) % 60)
where p.n % 5 = 0;
insert into person_skill (person_id, skill_id, specialism_id, level, district_id)
select id, case when n % 5 < 3 then 3 else 4 end, 0, 1, district_id
from (select id, district_id, row_number() over (order by id) as n from person where born_on is not null) as p where n % 5 <> 0;
insert into person_skill (person_id, skill_id, specialism_id, level, district_id)
select id, 5, 101 + n / 50 % 4, 3, district_id
from (select id, district_id, row_number() over (order by id) as n from person where born_on is not null) as p where n % 50 = 7;
insert into person_skill (person_id, skill_id, specialism_id, level, district_id)
select id, 1, 0, 3, district_id
from (select id, district_id, row_number() over (order by id) as n from person where born_on is not null) as p where n % 300 = 1;

insert into credential (id, person_id, kind, issuer, valid_from, valid_until, state, first_checker_id, first_checked_at, second_checker_id, second_checked_at, made_at)
select gen_random_uuid(), person_id, case skill_id when 1 then 'psychological_counsellor' else 'background_check' end, 'Beijing',
  current_date - (abs(hashtext(person_id::text)) % 500), current_date + 365, 'verified',
  '00000000-0000-7000-8000-000000000001', now(), '00000000-0000-7000-8000-000000000002', now(), now()
from (select distinct person_id, skill_id from person_skill where skill_id in (1, 2)) as held where abs(hashtext(person_id::text)) % 10 < 8;

-- Work that people have already taken on: one in ten.
insert into site (id, district_id, kind, code, name_zh, name_en) values ('00000000-0000-7000-8000-0000000000aa', 105, 'gate', 'gate', 'gate', 'gate');
insert into shift (id, site_id, district_id, role, starts_at, ends_at, state, picking, places, minimum_cover, made_at)
select ('02000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '00000000-0000-7000-8000-0000000000aa', 105, 'post',
  date_trunc('day', now()) + (1 + n % 20) * interval '1 day' + interval '1 hour', date_trunc('day', now()) + (1 + n % 20) * interval '1 day' + interval '4 hours',
  'published', 'claim', 500, 1, now()
from generate_series(1, 300) as n;
create temp table taken as
select gen_random_uuid() as id, p.id as person_id, ('02000000-0000-7000-8000-' || lpad(to_hex(1 + n % 300), 12, '0'))::uuid as shift_id
from (select id, row_number() over (order by id) as n from person where born_on is not null) as p where n % 10 = 3;
insert into assignment (id, person_id, shift_id, district_id, state, source, confirmed_at, made_at)
select id, person_id, shift_id, 105, 'confirmed', 'claimed', now(), now() from taken;
insert into commitment (id, assignment_id, person_id, district_id, starts_at, ends_at, active)
select gen_random_uuid(), t.id, t.person_id, 105, s.starts_at, s.ends_at, true from taken t join shift s on s.id = t.shift_id;

insert into request (id, requester_id, kind, state, for_whom, district_id, mode, urgency, skill_id, specialisms, grade, weekly, starts_at, ends_at,
  session_minutes, with_minors, submitted_at, made_at)
select ('03000000-0000-7000-8000-' || lpad(to_hex(asked.n), 12, '0'))::uuid, ('01900000-0000-7000-8000-' || lpad(to_hex(1 + asked.n * 97 % :people), 12, '0'))::uuid,
  kind, 'open', 'medic_family', d.id,
  case kind when 'errand' then 'on_site' when 'tutoring' then case when asked.n % 10 < 7 then 'online' else 'on_site' end else 'online' end,
  asked.n % 4, skill, case when kind in ('tutoring', 'translation') then array[y.id] else '{}' end, split_part(y.code, '/', 2),
  case when kind = 'errand' then '{}' else week.weekly end,
  case when kind = 'errand' then date_trunc('day', now()) + (2 + asked.n % 9) * interval '1 day' + interval '10 hours' end,
  case when kind = 'errand' then date_trunc('day', now()) + (2 + asked.n % 9) * interval '1 day' + interval '12 hours' end,
  60, kind = 'tutoring', now() - (asked.n % 96) * interval '1 hour', now()
from (select n, case when n % 20 < 11 then 'tutoring' when n % 20 < 16 then 'errand' when n % 20 < 18 then 'companionship' when n % 20 < 19 then 'translation' else 'counselling' end as kind,
        case when n % 20 < 11 then 2 when n % 20 < 16 then 3 when n % 20 < 18 then 4 when n % 20 < 19 then 5 else 1 end as skill from generate_series(1, :requests) as n) as asked
  join (select id, (row_number() over (order by id) - 1)::int as i from district) as d on d.i = abs(hashtext('where' || asked.n)) % 17
  join week on week.n = abs(hashtext('asked' || asked.n)) % 80
  left join specialism y on y.id = case when skill = 2 then 1 + abs(hashtext('subject' || asked.n)) % 60 when skill = 5 then 101 + asked.n % 4 end;

insert into role_grant (id, person_id, role, granted_at) select gen_random_uuid(), id, 'volunteer', now() from person where born_on is not null;

-- Whoever asks for a run.
insert into person (id, name, phone_key, made_at) values ('00000000-0000-7000-8000-0000000000cc', 'coordinator', decode(md5('coordinator'), 'hex'), now());
insert into role_grant (id, person_id, role, granted_at) values (gen_random_uuid(), '00000000-0000-7000-8000-0000000000cc', 'coordinator', now());
analyze;
