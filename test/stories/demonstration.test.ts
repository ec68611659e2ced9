import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cityExists, ensureCity, generateCity, refuseCity } from "../../api/src/demonstration/city.ts";
import { selfCheck } from "../../api/src/demonstration/self-check.ts";
import { totalCost } from "../../api/src/engine/cost/cost.ts";
import { standardWeights } from "../../api/src/engine/cost/weights.ts";
import { fits, fit as reasonsAgainst } from "../../api/src/engine/fitness/fit.ts";
import { standardPolicy } from "../../api/src/engine/fitness/policy.ts";
import type { WorkFacts } from "../../api/src/engine/fitness/work.ts";
import { DAY, type Interval } from "../../api/src/kernel/interval.ts";
import { personFacts } from "../../api/src/modules/assignments/person-facts.ts";
import { shiftWorkById, workOfShift } from "../../api/src/modules/assignments/shift-work.ts";
import { type TestDatabase, testDatabase } from "../harness/database.ts";
import { masterKey, noon, openProduct, type Product } from "../harness/product.ts";

const scale = 1000;
const seed = 20_200_305;
const silent = { info() {} };
const options = (database: TestDatabase) => ({
  ownerUrl: database.ownerUrl,
  masterKey,
  scale,
  seed,
  now: noon,
  log: silent,
});

/** Everything of the people that chance decides; what is sealed differs each time, as it must. */
const people = `select md5(string_agg(concat_ws('|', id, number, name, born_on, gender, encode(phone_key, 'hex'), phone_last, district_id, weekly, made_at), ',' order by number)) as sum from person`;
const work = `select md5(string_agg(concat_ws('|', a.id, a.person_id, a.state, s.starts_at, r.number, a.made_at), ',' order by a.id)) as sum
  from assignment a left join shift s on s.id = a.shift_id left join request r on r.id = a.request_id`;

describe("the demonstration city", () => {
  let database: TestDatabase;
  let product: Product;

  beforeAll(async () => {
    database = await testDatabase();
    await generateCity(options(database));
    product = await openProduct({ database });
  }, 120_000);

  afterAll(async () => {
    await product?.close();
    await database?.drop();
  });

  test("contradicts none of its promises", async () => {
    expect(await selfCheck({ query: asQuery(product) }, noon)).toEqual({});
  });

  test("tells each district's board its last fifty events, contiguous, none of them to come", async () => {
    const told = await product.sql(
      `select b.key, b.seq, count(*)::int as events, min(e.seq) as first, max(e.seq) as last, max(e.at) <= $1 as past
       from board b join event e on e.board = b.key group by b.key, b.seq`,
      [noon],
    );
    expect(told).toHaveLength(17);
    for (const board of told) expect(board).toMatchObject({ events: board.seq, first: 1, last: board.seq, past: true });
    expect(Math.max(...told.map(({ seq }) => seq as number))).toBe(50);
  });

  test("is found out when it contradicts one", async () => {
    const [shift] = await product.sql(
      "update shift set taken = taken - 1 where taken > releasing and taken > 0 and id = (select shift_id from assignment where state = 'confirmed' limit 1) returning id",
    );
    expect(await selfCheck({ query: asQuery(product) }, noon)).toEqual({
      "places taken differ from the people who hold them": 1,
    });
    await product.sql("update shift set taken = taken + 1 where id = $1", [shift.id]);
  });

  test("has people, a hotline, a gate and open requests in each of 17 districts", async () => {
    const districts = await product.sql(`select d.id,
        exists (select from person p where p.district_id = d.id) and exists (select from site i where i.district_id = d.id and i.kind = 'hotline')
        and exists (select from site i where i.district_id = d.id and i.kind = 'gate') and exists (select from request r where r.district_id = d.id) as lived
      from district d`);
    expect(districts.filter(({ lived }) => lived)).toHaveLength(17);
  });

  test("has at least the 124 counsellors of the campaign", async () => {
    const [{ count }] = await product.sql(
      "select count(distinct person_id)::int as count from credential where kind = 'psychological_counsellor' and state = 'verified'",
    );
    expect(count).toBeGreaterThanOrEqual(124);
  });

  test("leaves every district nine places short in the next seven days, two of them tonight", async () => {
    const gaps = await product.sql(
      `select district_id, sum(minimum_cover - taken + releasing)::int as week, coalesce(sum(minimum_cover - taken + releasing) filter (where starts_at < '2026-11-25 22:00Z'), 0)::int as tonight
       from shift where ends_at > $1 and starts_at < $1::timestamptz + interval '7 days' and taken - releasing < minimum_cover group by district_id`,
      [noon],
    );
    expect(gaps).toHaveLength(17);
    expect(gaps.map(({ tonight }) => tonight)).toEqual(Array(17).fill(2));
    for (const { week } of gaps) expect(week).toBeGreaterThanOrEqual(7);
    for (const { week } of gaps) expect(week).toBeLessThanOrEqual(11);
  });

  test("gives every subject at least five matched requests to read a wait from", async () => {
    const subjects = await product.sql(
      `select split_part(y.code, '/', 1) as subject, count(*)::int as matched from request r join specialism y on y.id = r.specialisms[1]
       where r.kind = 'tutoring' and r.matched_at is not null group by 1`,
    );
    expect(subjects).toHaveLength(11);
    for (const { matched } of subjects) expect(matched).toBeGreaterThanOrEqual(5);
  });

  test("puts nobody on a shift whom the rules would keep from it", async () => {
    const ctx = product.systemContext();
    const held = await product.sql(
      "select a.person_id as person, a.shift_id as shift from assignment a join shift s on s.id = a.shift_id where a.state = 'confirmed' and s.starts_at > $1 order by a.id",
      [noon],
    );
    const broken = new Map<string, number>();
    const works = await shiftWorkById(
      ctx,
      held.map(({ shift }) => shift),
    );
    for (const { person, shift } of held.filter((_, at) => at % 7 === 0)) {
      const found = works.get(shift)!;
      const span = { startsAt: found.startsAt.getTime(), endsAt: found.endsAt.getTime() };
      const facts = (await personFacts(ctx, [person], span)).get(person)!;
      const asBefore = { ...workOfShift(found), placesFree: 1 };
      for (const { code } of reasonsAgainst(facts, asBefore, noon.getTime(), "self"))
        broken.set(code, (broken.get(code) ?? 0) + 1);
    }
    expect(held.length).toBeGreaterThan(500);
    broken.delete("ALREADY_ASSIGNED");
    expect(Object.fromEntries(broken)).toEqual({});
  }, 60_000);

  test("has a volunteer who is the best for the lessons that the family will ask for", async () => {
    const ctx = product.systemContext();
    const tutors = await product.sql(
      "select distinct k.person_id as id from person_skill k join specialism y on y.id = k.specialism_id where y.code like 'math/%'",
    );
    const span = { startsAt: noon.getTime(), endsAt: noon.getTime() + 42 * DAY };
    const facts = await personFacts(
      ctx,
      tutors.map(({ id }) => id),
      span,
    );
    const lessons = familysLessons(span);
    const ranked = [...facts.values()]
      .filter((person) => fits(person, lessons, noon.getTime(), "matcher"))
      .map((person) => ({ id: person.id, cost: totalCost(person, lessons, noon.getTime(), standardWeights) }))
      .sort((a, b) => a.cost - b.cost);
    const [volunteer] = await product.sql("select person_id as id from persona where code = 'volunteer'");
    expect(ranked[0]!.id).toBe(volunteer.id);
    expect(ranked[1]!.cost).toBeGreaterThan(ranked[0]!.cost);
  });

  test("offers eight people to enter as, who are who they say", async () => {
    const { personas } = await product.get("{ personas { code } }");
    expect(personas.map(({ code }: { code: string }) => code)).toEqual([
      "counsellor",
      "family",
      "volunteer",
      "coordinator",
      "coordinator-haidian",
      "checker",
      "checker-2",
      "staff",
    ]);
  });

  test("knows its people by their telephone numbers", async () => {
    const sent = await product.ask(
      `mutation { requestCode(input: { contact: "138 0013 8001" }) { problems { code } } }`,
    );
    expect(sent.data.requestCode.problems).toEqual([]);
    const code = product.letters.at(-1)!.text.match(/\d{6}/)![0];
    const { data } = await product.ask(
      `mutation ($code: String!) { signIn(input: { contact: "13800138001", code: $code, bearer: true }) { viewer { person { name } } problems { code } } }`,
      { code },
    );
    expect(data.signIn).toEqual({ viewer: { person: { name: "林静" } }, problems: [] });
  });

  test("goes on with the next free number for people and requests", async () => {
    const [next] = await product.sql(
      "select nextval('person_number') > (select max(number) from person) as person, nextval('request_number') > (select max(number) from request) as request",
    );
    expect(next).toEqual({ person: true, request: true });
  });

  test("is refused by production", async () => {
    await expect(refuseCity(database.ownerUrl)).rejects.toThrow("give production a database of its own");
  });

  test("is made once: the second process finds it there", async () => {
    expect(await ensureCity(options(database))).toBeNull();
  });

  test("is begun anew where a run was killed half way, and comes out the same; production refuses even the half", async () => {
    const other = await testDatabase();
    try {
      await killHalfWay(other);
      expect(await ask(other, "select count(*) > 0 as begun from person")).toEqual([{ begun: true }]);
      expect(await cityExists(other.ownerUrl)).toBe(false);
      await expect(refuseCity(other.ownerUrl)).rejects.toThrow("invented city");
      await generateCity(options(other));
      for (const sum of [people, work]) expect(await ask(other, sum)).toEqual(await ask(database, sum));
      expect(await cityExists(other.ownerUrl)).toBe(true);
    } finally {
      await other.drop();
    }
  }, 120_000);

  test("is refused where somebody lives", async () => {
    const other = await testDatabase();
    try {
      await ask(
        other,
        "insert into person (id, name, email_key, made_at) values (gen_random_uuid(), '真实用户', '\\x01', now()) returning id",
      );
      await expect(generateCity(options(other))).rejects.toThrow("SHOUWANG_MODE=production");
      expect(await ask(other, "select count(*)::int as count from demonstration_city")).toEqual([{ count: 0 }]);
    } finally {
      await other.drop();
    }
  });
});

/** Mathematics of the second junior year, an hour on a Tuesday or Thursday evening, online. */
const familysLessons = (period: Interval): WorkFacts => ({
  id: "00000000-0000-7000-8000-000000000001",
  state: "open",
  timeZone: "Asia/Shanghai",
  time: {
    kind: "weekly",
    period,
    windows: [2, 4].map((weekday) => ({ weekday, fromMinute: 19 * 60, toMinute: 21 * 60 })),
    sessionMinutes: 60,
    sessionsPerWeek: 1,
  },
  mode: "online",
  otherModes: [],
  district: "105",
  place: null,
  skills: [{ skill: "tutoring", specialism: "math/junior2", minLevel: 1 }],
  credentials: [],
  trainings: [],
  languages: [],
  minAge: null,
  minor: { guardianConsent: true, secondAdult: true },
  exposure: "none",
  placesFree: 1,
  signUp: { opensAt: null, closesAt: null },
  excludedPersonIds: [],
  waitingSince: noon.getTime(),
  formerPersonIds: [],
  wishes: { gender: null, language: null, firm: [] },
  policy: standardPolicy,
});

/** Makes a city in a process of its own and kills that (-9) when the first people are there. */
async function killHalfWay(database: TestDatabase): Promise<void> {
  const script = join(import.meta.dirname, "../harness/make-city.mjs");
  const child = spawn(
    process.execPath,
    ["--no-warnings", script, JSON.stringify({ ...options(database), scale: 100 })],
    {
      stdio: "inherit",
    },
  );
  const ended = once(child, "exit");
  for (;;) {
    const [row] = await ask(database, "select exists (select from person) as begun");
    if (row?.begun || child.exitCode !== null) break;
  }
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
}

const asQuery = (product: Product) =>
  (async (text: string) => ({ rows: await product.sql(text) })) as unknown as pg.Client["query"];

async function ask(database: TestDatabase, text: string): Promise<{ [column: string]: unknown }[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
