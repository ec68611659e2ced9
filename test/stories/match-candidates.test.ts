import { afterAll, beforeAll, expect, test } from "vitest";
import { fits } from "../../api/src/engine/fitness/fit.ts";
import { newId } from "../../api/src/kernel/id.ts";
import { personFacts } from "../../api/src/modules/assignments/person-facts.ts";
import { requestWorkById, workOfRequest } from "../../api/src/modules/assignments/request-work.ts";
import { horizonOf } from "../../api/src/modules/assignments/work.ts";
import { candidates } from "../../api/src/modules/matching/plan/candidates.ts";
import { factsInBulk, glimpsesInBulk } from "../../api/src/modules/matching/plan/facts-in-bulk.ts";
import { openRequests } from "../../api/src/modules/matching/plan/open-requests.ts";
import { mayCome, mayFit } from "../../api/src/modules/matching/plan/screen.ts";
import { aCity, aPerson, aSeat, aSite } from "../given/city.ts";
import { noon, openProduct, type Product } from "../harness/product.ts";

let one: Product;
let checker: string;
const seed = Number(process.env.SEED ?? Date.now() % 100_000);

/** Numbers that look random and are the same for the same seed. */
let state = seed;
const under = (n: number): number => {
  state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
  return ((state ^ (state >>> 13)) >>> 0) % n;
};
const oneOf = <T>(list: readonly T[]): T => list[under(list.length)]!;

const weeks = ["{}", "{[7740,7920),[9180,9360)}", "{[0,10080)}", "{[1080,1260),[2520,2700)}", "{[9180,9360)}"];
const modes = [["on_site"], ["online"], ["phone", "online"], ["on_site", "online", "phone"]];
const kinds = [
  ["tutoring", 2],
  ["counselling", 1],
  ["errand", 3],
  ["companionship", 4],
] as const;

/** Consents given and taken back, duties past and to come, some of them at a place, and offers answered. */
async function aHistory(person: string): Promise<void> {
  for (const kind of ["matching", "guardian", "matching"])
    if (under(3) === 0)
      await one.sql("insert into consent values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)", [
        person,
        kind,
        `version ${under(1_000_000)}`,
        checker,
        noon,
        under(2) === 0 ? noon : null,
      ]);
  for (const days of [-20, -60, 3]) {
    if (under(4) > 0) continue;
    const startsAt = new Date(noon.getTime() + days * 86_400_000);
    const shift = await aSeat(one, { site: await aSite(one), startsAt });
    await one.sql("update shift set mode = $2 where id = $1", [shift, oneOf(["on_site", "phone"])]);
    const assignment = newId();
    await one.sql(
      `insert into assignment (id, person_id, shift_id, district_id, state, source, offered_at, confirmed_at, made_at)
       values ($1, $2, $3, 105, $4, 'invited', $5, $6, $7)`,
      [
        assignment,
        person,
        shift,
        days < 0 ? oneOf(["completed", "declined"]) : "confirmed",
        oneOf([null, startsAt]),
        oneOf([null, startsAt]),
        noon,
      ],
    );
    await one.sql(
      "insert into commitment (id, assignment_id, person_id, district_id, starts_at, ends_at, active) values ($1, $2, $3, 105, $4, $5, true)",
      [newId(), assignment, person, startsAt, new Date(startsAt.getTime() + 7_200_000)],
    );
  }
}

beforeAll(async () => {
  one = await openProduct();
  await aCity(one);
  checker = await aPerson(one, { roles: [] });
  for (let n = 0; n < 150; n++) {
    const skill = 1 + under(4);
    const id = await aPerson(one, {
      district: oneOf([105, 108]),
      weekly: oneOf(weeks),
      bornOn: oneOf(["1990-01-01", "2010-01-01"]),
      skills: [{ skill, specialism: skill === 2 ? under(4) : 0, level: 1 + under(5) }],
      credentials:
        under(2) === 0 ? [{ kind: oneOf(["background_check", "psychological_counsellor"]), from: "2026-09-01" }] : [],
    });
    await one.sql("update person set modes = $2, districts = $3, languages = $4 where id = $1", [
      id,
      oneOf(modes),
      oneOf([[], [], [105], [108], [105, 108]]),
      oneOf([["zh"], ["zh", "en"]]),
    ]);
    if (under(4) === 0)
      await one.sql("insert into availability_exception values (gen_random_uuid(), $1, $2, $3, $4)", [
        id,
        "2026-11-28T00:00:00Z",
        "2026-11-28T12:00:00Z",
        under(2) === 0,
      ]);
    await aHistory(id);
  }
  const family = await aPerson(one, { roles: [{ role: "family" }] });
  for (let n = 0; n < 60; n++) {
    const [kind, skill] = oneOf(kinds);
    const dated = under(3) === 0;
    await one.sql(
      `insert into request (id, requester_id, kind, state, for_whom, district_id, mode, urgency, skill_id, specialisms, grade, weekly, starts_at, ends_at, language, with_minors, submitted_at, made_at)
       values (gen_random_uuid(), $1, $2, 'open', 'resident', $3, $4, 1, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
      [
        family,
        kind,
        oneOf([105, 108]),
        oneOf(["on_site", "online", "phone"]),
        skill,
        skill === 2 ? [1] : [],
        skill === 2 ? "junior2" : null,
        dated ? "{}" : oneOf(weeks.slice(1)),
        dated ? "2026-11-28T02:00:00Z" : null,
        dated ? "2026-11-28T04:00:00Z" : null,
        oneOf([null, null, "en"]),
        skill === 2,
        noon,
      ],
    );
  }
}, 120_000);

afterAll(() => one.close());

test(`nobody who fits is missing from the candidates, nor turned away at the first look (seed ${seed})`, async () => {
  const ctx = one.systemContext();
  const now = noon.getTime();
  const everybody = (await one.sql<{ id: string }>("select id from person")).map(({ id }) => id);
  let fitting = 0;
  for (const { work, wanted } of await openRequests(ctx, { districtId: null }, now)) {
    const people = [...(await personFacts(ctx, everybody, horizonOf(work, now))).values()];
    const ask = [{ ...wanted, n: 0, skip: 0, most: 10_000 }];
    const found = new Set([
      ...((await candidates(ctx, "near", ask)).get(0) ?? []),
      ...((await candidates(ctx, "far", ask)).get(0) ?? []),
    ]);
    const who = people.filter((person) => fits(person, work, now, "matcher"));
    fitting += who.length;
    expect(who.filter(({ id }) => !found.has(id))).toEqual([]);
    expect(who.filter((person) => !mayCome(person, work) || !mayFit(person, work, now))).toEqual([]);
  }
  expect(fitting).toBeGreaterThan(50);
}, 60_000);

test("facts read in bulk are those that are read one by one", async () => {
  const ctx = one.systemContext();
  const span = { startsAt: noon.getTime(), endsAt: noon.getTime() + 30 * 86_400_000 };
  const everybody = (await one.sql<{ id: string }>("select id from person")).map(({ id }) => id);
  const each = await personFacts(ctx, everybody, span);
  const bulk = await factsInBulk(ctx, await glimpsesInBulk(ctx, everybody, span), span);
  expect(bulk).toHaveLength(each.size);
  const sorted = (facts: object) => JSON.parse(JSON.stringify(facts));
  for (const person of bulk) expect(sorted(person)).toEqual(sorted(each.get(person.id)!));
  expect(bulk.some(({ commitments }) => commitments.some(({ place }) => place !== null))).toBe(true);
  expect(bulk.some(({ refusesMatching }) => refusesMatching)).toBe(true);
  expect(bulk.some(({ record }) => record.offersAccepted > 0)).toBe(true);
});

test("requests read in bulk are those that are read one by one, with whom they may not meet and whom they know", async () => {
  const ctx = one.systemContext();
  const [first, second] = await one.sql<{ id: string; requester_id: string }>(
    "select id, requester_id from request where state = 'open' order by id limit 2",
  );
  const people = (await one.sql<{ id: string }>("select id from person order by id desc limit 4")).map(({ id }) => id);
  const family = first!.requester_id;
  for (const other of people.slice(0, 2))
    await one.sql("insert into excluded_pair values (least($1::uuid, $2), greatest($1::uuid, $2), $3)", [
      family,
      other,
      noon,
    ]);
  for (const [person, state, parting] of [
    [people[2], "cancelled", "unwell"],
    [people[3], "completed", null],
  ])
    await one.sql(
      `insert into assignment (id, person_id, request_id, district_id, state, source, parting_reason, made_at)
       values ($1, $2, $3, 105, $4, 'matched', $5, $6)`,
      [newId(), person, second!.id, state, parting, noon],
    );
  const bulk = await openRequests(ctx, { districtId: null }, noon.getTime());
  const each = await requestWorkById(
    ctx,
    bulk.map(({ row }) => row.id),
  );
  expect(bulk).toHaveLength(60);
  for (const { row, work } of bulk) {
    const alone = each.get(row.id)!;
    const sorted = (ids: readonly string[]) => [...ids].sort();
    expect({ ...row, excluded: sorted(row.excluded), former: sorted(row.former) }).toEqual({
      ...alone,
      excluded: sorted(alone.excluded),
      former: sorted(alone.former),
    });
    expect(work.time).toEqual(workOfRequest(alone, noon.getTime()).time);
  }
  const told = bulk.find(({ row }) => row.id === second!.id)!.row;
  expect(told.excluded).toHaveLength(3);
  expect(bulk.filter(({ row }) => row.former.includes(people[3]!))).toHaveLength(59);
  expect(await openRequests(ctx, { districtId: null, atMost: 7 }, noon.getTime())).toHaveLength(7);
  expect(bulk.slice(0, 7).map(({ row }) => row.id)).toEqual(
    (await openRequests(ctx, { districtId: null, atMost: 7 }, noon.getTime())).map(({ row }) => row.id),
  );
});
