import { afterAll, beforeAll, expect, test } from "vitest";
import { fits } from "../../api/src/engine/fitness/fit.ts";
import { newId } from "../../api/src/kernel/id.ts";
import { candidatePool } from "../../api/src/modules/assignments/candidate-store.ts";
import { personFacts } from "../../api/src/modules/assignments/person-facts.ts";
import { factsOf, horizonOf, readWork, type WorkRef } from "../../api/src/modules/assignments/work.ts";
import { aCity, aCounsellor, aPerson, aSeat, aSite } from "../given/city.ts";
import { aCoordinator, aFamily, anOffer, aRequest, aTutor } from "../given/requests.ts";
import { openProduct, type Product } from "../harness/product.ts";

let one: Product;
let coordinator: string;

beforeAll(async () => {
  one = await openProduct();
  await aCity(one);
  coordinator = await aCoordinator(one);
}, 60_000);
afterAll(() => one.close());

const candidates = `query ($shift: ID, $request: ID) { candidates(shift: $shift, request: $request) {
  fitting blocked found
  list { id fits headline detail cost person { id name } facts { code label ok } reasons { code overridable } weekly { weekday fromMinute toMinute } assignment { id state } parts { code units weight label } }
  funnel { code count label } relaxations { code wouldFit label }
} }`;
const always = "{[0,10080)}";

test("a coordinator sees who fits a shift, best first and why, then who does not and what stands in the way", async () => {
  const site = await aSite(one);
  const shift = await aSeat(one, { site, startsAt: new Date("2026-11-25T12:00:00Z") });
  const [rested, busy, clashing, away] = await Promise.all([
    aCounsellor(one, { name: "何川", weekly: always }),
    aCounsellor(one, { name: "沈青", weekly: always }),
    aCounsellor(one, { name: "马莉", weekly: always }),
    aCounsellor(one, { name: "苏宁", weekly: "{[0,60)}" }),
  ]);
  await aPerson(one, { weekly: always, skills: [{ skill: 1 }] });
  const served = async (person: string, startsAt: Date, hours: number) => {
    const seat = await aSeat(one, { site, startsAt, hours });
    const assignment = newId();
    await one.sql(
      "insert into assignment (id, person_id, shift_id, district_id, state, source, made_at) values ($1, $2, $3, 105, 'confirmed', 'claimed', now())",
      [assignment, person, seat],
    );
    await one.sql(
      "insert into commitment (id, assignment_id, person_id, district_id, starts_at, ends_at, active) values ($1, $2, $3, 105, $4, $5, true)",
      [newId(), assignment, person, startsAt, new Date(startsAt.getTime() + hours * 3_600_000)],
    );
  };
  await served(rested, new Date("2026-11-16T02:00:00Z"), 2);
  await served(busy, new Date("2026-11-23T02:00:00Z"), 4);
  await served(clashing, new Date("2026-11-25T13:00:00Z"), 2);
  const made = await anOffer(one, coordinator, { shift, person: busy });
  const { candidates: found } = await one.get(candidates, { shift }, { as: coordinator });
  expect(found).toMatchObject({ fitting: 2, blocked: 2, found: 4 });
  expect(
    found.list.map(({ person, fits }: { person: { name: string }; fits: boolean }) => [person.name, fits]),
  ).toEqual([
    ["何川", true],
    ["沈青", true],
    ["苏宁", false],
    ["马莉", false],
  ]);
  const [best, second, third, last] = found.list;
  expect(best).toMatchObject({
    headline: "Longest since a duty, lightest load",
    detail: "last duty 9 days ago · 0 duties this week · not asked before",
    reasons: [],
    assignment: null,
  });
  expect(best.facts.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
  expect(best.cost).toBeLessThan(second.cost);
  for (const one of found.list)
    expect(one.cost).toBe(
      one.parts.reduce((sum: number, part: { units: number; weight: number }) => sum + part.units * part.weight, 0),
    );
  expect(second.assignment).toEqual({ id: made.id, state: "OFFERED" });
  expect(third.reasons).toEqual([{ code: "NOT_AVAILABLE", overridable: true }]);
  expect(last).toMatchObject({
    headline: "time already taken",
    reasons: expect.arrayContaining([{ code: "TIME_OVERLAP", overridable: false }]),
  });
  expect(last.facts[0]).toMatchObject({ code: "TIME_OVERLAP", ok: false });
  expect(found.funnel.map(({ count }: { count: number }) => count)).toEqual([4, 4, 4, 2, 2, 2, 2, 2, 2]);
  expect(found.relaxations).toContainEqual(expect.objectContaining({ code: "exception:NOT_AVAILABLE", wouldFit: 1 }));
  expect(away).toBeDefined();
});

test("for a request the weekly time that would be proposed is shown, and only the district's coordinators may ask", async () => {
  const family = await aFamily(one);
  const request = await aRequest(one, family.as);
  const tutor = await aTutor(one);
  const { candidates: found } = await one.get(candidates, { request: request.id }, { as: coordinator });
  expect(found.list.find(({ person }: { person: { id: string } }) => person.id === tutor.id)).toMatchObject({
    fits: true,
    weekly: { weekday: 6, fromMinute: 540, toMinute: 630 },
  });
  const elsewhere = await one.ask(candidates, { request: request.id }, { as: await aCoordinator(one, 108) });
  expect(elsewhere.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  expect((await one.ask(candidates, { request: request.id }, { as: tutor.as })).errors?.[0]?.extensions.code).toBe(
    "FORBIDDEN",
  );
  expect((await one.ask(candidates, {}, { as: coordinator })).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
});

/** A linear congruential generator: the same people and work for the same seed. */
function dice(seed: number) {
  let state = seed;
  return <T>(of: readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return of[Math.floor((state / 2_147_483_648) * of.length)]!;
  };
}

test("the coarse filter never drops a person whom the rules let through", async () => {
  const seed = Date.now() % 1_000_000;
  const pick = dice(seed);
  const fresh = await openProduct();
  try {
    await aCity(fresh);
    const people: string[] = [];
    for (let i = 0; i < 120; i++) {
      const id = await aPerson(fresh, {
        district: pick([105, 108]),
        roles: pick([[{ role: "volunteer" }], [{ role: "volunteer" }], [{ role: "family" }]]),
        bornOn: pick(["1990-05-04", "2010-01-01"]),
        weekly: pick([always, "{[7740,7920),[9180,9360)}", "{[0,3000)}", "{}"]),
        skills: pick([
          [],
          [{ skill: 1 }],
          [{ skill: 2, specialism: 1 }],
          [{ skill: 2, specialism: 2 }],
          [{ skill: 2, specialism: 3 }],
          [{ skill: 2 }, { skill: 1 }],
          [{ skill: 3 }],
        ]),
      });
      for (const kind of pick([
        [],
        ["background_check"],
        ["psychological_counsellor"],
        ["background_check", "psychological_counsellor"],
      ]))
        await fresh.sql(
          `insert into credential (id, person_id, kind, issuer, valid_from, valid_until, state, first_checker_id, second_checker_id, made_at)
           select $1, $2, $3, 'Beijing', '2026-06-01', '2028-06-01', $4, least(a.id, b.id), greatest(a.id, b.id), now() from
           (select id from person where id <> $2 order by id limit 1) a, (select id from person where id <> $2 order by id desc limit 1) b where a.id <> b.id`,
          [newId(), id, kind, pick(["verified", "verified", "verified", "submitted"])],
        );
      await fresh.sql("update person set modes = $2, districts = $3, gender = $4, languages = $5 where id = $1", [
        id,
        pick([["on_site", "online", "phone"], ["online"], ["on_site"]]),
        pick([[], [], [105], [105, 108], [108]]),
        pick(["female", "male", null]),
        pick([["zh"], ["zh", "yue"]]),
      ]);
      people.push(id);
    }
    const site = await aSite(fresh);
    const family = await aFamily(fresh);
    const ctx = fresh.systemContext();
    const now = fresh.clock.now().getTime();
    let fitting = 0;
    for (let i = 0; i < 60; i++) {
      const ref: WorkRef =
        i % 2 === 0
          ? {
              shiftId: await aSeat(fresh, {
                site,
                district: pick([105, 108]),
                skill: pick([1, 3, null]),
                credentials: pick([[], ["psychological_counsellor"]]),
              }),
            }
          : await (async () => {
              const { id } = await aRequest(fresh, family.as, {
                mode: pick(["ONLINE", "ON_SITE"]),
                district: pick(["105", "108"]),
                subjects: [pick(["1", "2", "3"])],
                grade: pick(["junior1", "junior2", "junior3", null]),
                language: pick([null, null, "yue"]),
              });
              await fresh.sql("update request set requester_id = $2 where id = $1", [
                id,
                await aPerson(fresh, { roles: [{ role: "family" }] }),
              ]);
              return { requestId: id };
            })();
      if (ref.shiftId)
        await fresh.sql("update shift set mode = $2 where id = $1", [
          ref.shiftId,
          pick(["on_site", "online", "phone"]),
        ]);
      const work = (await readWork(ctx, ref))!;
      const facts = factsOf(work, now);
      const { ids } = await candidatePool(ctx, work, facts);
      const kept = new Set(ids);
      for (const [id, person] of await personFacts(ctx, people, horizonOf(facts, now))) {
        if (!fits(person, facts, now, pick(["self", "coordinator", "matcher"] as const))) continue;
        fitting++;
        expect({ seed, i, id, kept: kept.has(id) }).toEqual({ seed, i, id, kept: true });
      }
    }
    // Otherwise this would have tried nothing.
    expect(fitting).toBeGreaterThan(40);
  } finally {
    await fresh.close();
  }
}, 120_000);
