import type pg from "pg";

const live = "('offered', 'confirmed', 'checked_in', 'completed')";
const bound = "('confirmed', 'checked_in', 'completed')";
const localDay = (instant: string) => `((${instant}) at time zone 'Asia/Shanghai')::date`;

/** Each counts what contradicts one promise; :now is the moment of the city. Constraints hold the rest. */
const violations: Readonly<Record<string, string>> = {
  "places taken differ from the people who hold them": `
    select from shift s left join (select shift_id, count(*) filter (where state in ${live}) as held,
        count(*) filter (where releasing_since is not null) as leaving from assignment group by shift_id) a on a.shift_id = s.id
    where s.taken <> coalesce(a.held, 0) or s.releasing <> coalesce(a.leaving, 0)`,
  "places of a request differ from the people who hold them": `
    select from request r left join (select request_id, count(*) filter (where state in ${live}) as held from assignment group by request_id) a
      on a.request_id = r.id where r.taken <> coalesce(a.held, 0)`,
  "a binding assignment of a shift without exactly its span committed": `
    select from assignment a join shift s on s.id = a.shift_id
    where (a.state in ${bound}) <> exists (select from commitment m where m.assignment_id = a.id and m.active
      and m.person_id = a.person_id and m.starts_at = s.starts_at and m.ends_at = s.ends_at)`,
  "time is held by an assignment that binds nobody": `
    select from commitment m join assignment a on a.id = m.assignment_id where m.active and a.state not in ${bound}`,
  "one person in two places": `
    select from commitment a join commitment b on b.person_id = a.person_id and b.id > a.id and b.starts_at < a.ends_at and a.starts_at < b.ends_at
    where a.active and b.active`,
  "somebody leaves a place that they do not hold":
    "select from assignment where releasing_since is not null and state <> 'confirmed'",
  "a minor serves at night or without consent": `
    select from commitment m join person p on p.id = m.person_id
    where m.active and p.born_on + interval '18 years' > m.starts_at at time zone 'Asia/Shanghai'
      and (tstzmultirange(
          tstzrange((${localDay("m.starts_at")} + time '22:00') at time zone 'Asia/Shanghai', (${localDay("m.starts_at")} + interval '30 hours') at time zone 'Asia/Shanghai'),
          tstzrange((${localDay("m.starts_at")} - interval '2 hours') at time zone 'Asia/Shanghai', (${localDay("m.starts_at")} + time '06:00') at time zone 'Asia/Shanghai'))
        && tstzrange(m.starts_at, m.ends_at)
        or not exists (select from consent c where c.person_id = p.id and c.kind = 'guardian' and c.withdrawn_at is null))`,
  "a minor without a guardian of age in the same district": `
    select from person p where p.born_on > ${localDay(":now")} - interval '18 years' and not exists (
      select from guardianship g join person q on q.id = g.guardian_id
      where g.minor_id = p.id and q.district_id = p.district_id and q.born_on < p.born_on - interval '16 years')`,
  "somebody under 14": `select from person where born_on > ${localDay(":now")} - interval '14 years'`,
  "a shift served without a credential that is valid throughout": `
    select from assignment a join shift s on s.id = a.shift_id cross join unnest(s.credentials) as needed
    where a.state in ${bound} and not exists (select from credential c where c.person_id = a.person_id and c.kind = needed and c.state = 'verified'
      and c.valid_from <= ${localDay("s.starts_at")} and c.valid_until >= ${localDay("s.ends_at - interval '1 second'")})`,
  "a shift served without its skill": `
    select from assignment a join shift s on s.id = a.shift_id where a.state in ${bound} and s.skill_id is not null
      and not exists (select from person_skill k where k.person_id = a.person_id and k.skill_id = s.skill_id and k.level >= s.level)`,
  "a child taught without a background check under a year old": `
    select from assignment a join request r on r.id = a.request_id
    where r.with_minors and a.state in ${live} and not exists (select from credential c where c.person_id = a.person_id and c.kind = 'background_check'
      and c.state = 'verified' and c.valid_from <= r.from_on and c.valid_until >= r.until_on and r.until_on < c.valid_from + 365)`,
  "a request served without its skill": `
    select from assignment a join request r on r.id = a.request_id where a.state in ${live}
      and not exists (select from person_skill k where k.person_id = a.person_id and k.skill_id = r.skill_id)`,
  "an agreed hour outside the hours of either side": `
    select from assignment a join request r on r.id = a.request_id join person p on p.id = a.person_id
    where a.weekly is not null and not (r.weekly @> a.weekly and p.weekly @> a.weekly)`,
  "less than eleven hours of rest after a night": `
    select from (select starts_at, ends_at, lead(starts_at) over (partition by person_id order by starts_at) as next from commitment where active) m
    where (extract(hour from starts_at at time zone 'Asia/Shanghai') >= 22 or extract(hour from starts_at at time zone 'Asia/Shanghai') < 5)
      and next < ends_at + interval '11 hours'`,
  "more minutes in a week than somebody would give": `
    select from commitment m join person p on p.id = m.person_id where m.active
    group by p.id, p.max_week_minutes, date_trunc('week', m.starts_at at time zone 'Asia/Shanghai')
    having sum(extract(epoch from m.ends_at - m.starts_at) / 60) > p.max_week_minutes`,
  "more assignments ahead than somebody would take": `
    select from commitment m join person p on p.id = m.person_id where m.active and m.ends_at > :now
    group by p.id, p.max_assignments having count(distinct m.assignment_id) > p.max_assignments`,
  "a state that does not suit its time": `
    select from assignment a join shift s on s.id = a.shift_id
    where case a.state when 'completed' then s.ends_at > :now when 'no_show' then s.ends_at > :now
      when 'checked_in' then not (s.starts_at <= :now and :now < s.ends_at) when 'confirmed' then s.ends_at <= :now else false end`,
  "a request whose state its assignments contradict": `
    select from request r left join assignment a on a.request_id = r.id
    where case r.state when 'open' then a.id is not null and a.state <> 'offered' or r.matched_at is not null
      when 'matched' then a.state is distinct from 'confirmed' or r.matched_at is null when 'active' then a.state is distinct from 'confirmed' or r.matched_at is null
      when 'completed' then a.state is distinct from 'completed' or r.matched_at is null else a.id is not null end`,
  "something happened in the future, or before its cause": `
    select from assignment a left join request r on r.id = a.request_id left join shift s on s.id = a.shift_id
    where a.made_at > :now or a.confirmed_at > :now or a.offered_at > :now or a.releasing_since > :now or a.confirmed_at < a.offered_at
      or a.made_at < r.submitted_at or r.matched_at > :now or a.made_at > s.starts_at or a.made_at < s.made_at
      or (a.state = 'offered' and a.answer_by <= :now)`,
  "a request asked in the future, or by somebody not yet registered": `
    select from request r join person p on p.id = r.requester_id where r.submitted_at > :now or r.submitted_at < p.made_at`,
  "somebody registered in the future": "select from person where made_at > :now",
};

/** How often the city contradicts each promise, leaving out those that it keeps: of a sound city, nothing. */
export async function selfCheck(client: Pick<pg.Client, "query">, now: Date): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [promise, select] of Object.entries(violations)) {
    const text = `select count(*)::int as count from (${select.replaceAll(":now", `'${now.toISOString()}'::timestamptz`)}) v`;
    const { rows } = await client.query<{ count: number }>(text);
    if (rows[0]!.count > 0) found[promise] = rows[0]!.count;
  }
  return found;
}
