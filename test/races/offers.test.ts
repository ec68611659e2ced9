import { afterAll, beforeAll, expect, test } from "vitest";
import { aCity, aCounsellor, aSeat, aSite } from "../given/city.ts";
import { aCoordinator, accept, aFamily, anOffer, aRequest, aTutor, cancel, offer } from "../given/requests.ts";
import { openProduct, type Product } from "../harness/product.ts";

let one: Product;
let two: Product;
let coordinator: string;
let other: string;

beforeAll(async () => {
  one = await openProduct();
  two = await openProduct({ database: one.database });
  await aCity(one);
  coordinator = await aCoordinator(one);
  other = await aCoordinator(one);
}, 60_000);

afterAll(async () => {
  await two.close();
  await one.close();
});

const taken = async (table: "shift" | "request", id: string): Promise<number> =>
  (await one.sql<{ taken: number }>(`select taken from ${table} where id = $1`, [id]))[0]!.taken;

test("two coordinators who offer the last place to two people at once: one offer is out, the other is told why", async () => {
  const site = await aSite(one);
  for (let round = 0; round < 10; round++) {
    const shift = await aSeat(one, { site, startsAt: new Date(Date.UTC(2026, 10, 27 + round, 2)) });
    const people = await Promise.all([aCounsellor(one), aCounsellor(one)]);
    const weekly = "{[0,10080)}";
    await one.sql("update person set weekly = $2 where id = any($1)", [people, weekly]);
    const answers = await Promise.all(
      people.map((person, i) =>
        [one, two][i]!.ask(
          offer,
          { input: { shift, person, idempotencyKey: `last-place-${round}-${i}` } },
          { as: [coordinator, other][i] },
        ),
      ),
    );
    const results = answers.map(({ data }) => data!.makeOffer);
    expect(results.filter(({ assignment }) => assignment?.state === "OFFERED")).toHaveLength(1);
    expect(results.flatMap(({ problems }) => problems)).toMatchObject([{ code: "NO_PLACES_LEFT", path: ["person"] }]);
    expect(await taken("shift", shift)).toBe(1);
    expect(await one.sql("select state from assignment where shift_id = $1", [shift])).toEqual([{ state: "offered" }]);
  }
});

test("cal.com #29958: two pending offers for the same time, both accepted at once, end as exactly one", async () => {
  for (let round = 0; round < 10; round++) {
    const tutor = await aTutor(one);
    const families = await Promise.all([aFamily(one), aFamily(one)]);
    const requests = await Promise.all(families.map(({ as }) => aRequest(one, as)));
    const offers = await Promise.all(
      requests.map(({ id }) => anOffer(one, coordinator, { request: id, person: tutor.id })),
    );
    const answers = await Promise.all(
      offers.map(({ id }, i) =>
        [one, two][i]!.ask(accept, { assignment: id, key: `both-at-once-${round}-${i}` }, { as: tutor.as }),
      ),
    );
    const results = answers.map(({ data }) => data!.acceptOffer);
    expect(results.filter(({ assignment }) => assignment?.state === "CONFIRMED")).toHaveLength(1);
    expect(results.flatMap(({ problems }) => problems)).toMatchObject([{ code: "TIME_OVERLAP", path: ["assignment"] }]);
    expect(
      await one.sql("select state, count(*)::int as n from assignment where person_id = $1 group by 1 order by 1", [
        tutor.id,
      ]),
    ).toEqual([
      { state: "confirmed", n: 1 },
      { state: "offered", n: 1 },
    ]);
    expect(
      await one.sql("select count(*)::int as n from commitment where person_id = $1 and active", [tutor.id]),
    ).toEqual([{ n: 4 }]);
  }
});

test("a yes at the same time as the family's cancellation: whichever comes first stands, and nothing is left over", async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 20; round++) {
    const tutor = await aTutor(one);
    const family = await aFamily(one);
    const request = await aRequest(one, family.as);
    const made = await anOffer(one, coordinator, { request: request.id, person: tutor.id });
    const input = { request: request.id, expectedVersion: request.version + 1, reason: "NO_LONGER_NEEDED" } as const;
    const ways = [
      () => one.ask(accept, { assignment: made.id, key: `yes-or-cancel-${round}` }, { as: tutor.as }),
      () => two.ask(cancel, { input }, { as: family.as }),
    ];
    if (round % 2 === 1) ways.reverse();
    await Promise.all(ways.map((go) => go()));
    const [row] = await one.sql(
      `select q.state as request, q.taken, a.state as assignment, (select count(*)::int from commitment m where m.assignment_id = a.id and m.active) as active
       from request q join assignment a on a.request_id = q.id where q.id = $1`,
      [request.id],
    );
    outcomes.add(row.request);
    expect([
      { request: "matched", taken: 1, assignment: "confirmed", active: 4 },
      { request: "cancelled", taken: 0, assignment: "cancelled", active: 0 },
    ]).toContainEqual(row);
  }
  expect(outcomes.size).toBeGreaterThan(0);
});

test("yes and no at once, and the same yes fifty times, have one effect", async () => {
  const tutor = await aTutor(one);
  const request = await aRequest(one, (await aFamily(one)).as);
  const made = await anOffer(one, coordinator, { request: request.id, person: tutor.id });
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      [one, two][i % 2]!.ask(accept, { assignment: made.id, key: "fifty-times" }, { as: tutor.as }),
    ),
  );
  expect(new Set(answers.map(({ data }) => data!.acceptOffer.assignment?.state))).toEqual(new Set(["CONFIRMED"]));
  expect(await taken("request", request.id)).toBe(1);
  expect(await one.sql("select count(*)::int as n from commitment where assignment_id = $1", [made.id])).toEqual([
    { n: 4 },
  ]);
  expect(
    await one.sql("select count(*)::int as n from event where kind = 'OFFER_ACCEPTED' and subject_id = $1", [made.id]),
  ).toEqual([{ n: 2 }]);
});

test("a family that submits ten requests at once has five", async () => {
  const family = await aFamily(one);
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => aRequest(one, family.as)));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  expect(await one.sql("select count(*)::int as n from request where requester_id = $1", [family.id])).toEqual([
    { n: 5 },
  ]);
});
