import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { fits } from "../../api/src/engine/fitness/fit.ts";
import { personFacts } from "../../api/src/modules/assignments/person-facts.ts";
import { horizonOf } from "../../api/src/modules/assignments/work.ts";
import { candidates } from "../../api/src/modules/matching/plan/candidates.ts";
import { factsInBulk, glimpsesInBulk } from "../../api/src/modules/matching/plan/facts-in-bulk.ts";
import { openRequests } from "../../api/src/modules/matching/plan/open-requests.ts";
import { mayCome, mayFit } from "../../api/src/modules/matching/plan/screen.ts";
import { aCity, aPerson } from "../given/city.ts";
import { noon, openProduct, type Product } from "../harness/product.ts";

let one: Product;
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

beforeAll(async () => {
  one = await openProduct();
  await aCity(one);
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
});
