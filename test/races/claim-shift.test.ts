import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { aCity, aCounsellor, aSeat, aSite, hours } from "../given/city.ts";
import { type Answer, openProduct, type Product } from "../harness/product.ts";

let one: Product;
let two: Product;
let tokens: string[];

beforeAll(async () => {
  one = await openProduct();
  two = await openProduct({ database: one.database });
  await aCity(one);
  const people = await Promise.all(Array.from({ length: 200 }, () => aCounsellor(one)));
  tokens = await Promise.all(people.map((id) => one.tokenOf(id)));
}, 60_000);

afterAll(async () => {
  await two.close();
  await one.close();
});

const claim = `mutation ($shift: ID!, $key: String!) {
  claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code message path } assignment { id state } }
}`;

interface Race {
  readonly answers: Answer[];
  readonly slowest99: number;
}

/** Everybody claims at once, every other one through the second process. */
async function allClaim(shift: string, by: readonly string[]): Promise<Race> {
  const times: number[] = [];
  const answers = await Promise.all(
    by.map(async (as, i) => {
      const began = performance.now();
      const answer = await [one, two][i % 2]!.ask(claim, { shift, key: `claim-${shift}` }, { as });
      times.push(performance.now() - began);
      return answer;
    }),
  );
  times.sort((a, b) => a - b);
  return { answers, slowest99: times[Math.floor(times.length * 0.99) - 1]! };
}

const winners = ({ answers }: Race) => answers.filter(({ data }) => data.claimShift.assignment !== null);
const losers = ({ answers }: Race) => answers.filter(({ data }) => data.claimShift.problems.length > 0);

test("100 people claim one place at once: one has it, 99 are told why not, within a second", async () => {
  const slowest: number[] = [];
  for (let round = 0; round < 4; round++) {
    const shift = await aSeat(one, {
      site: await aSite(one),
      startsAt: new Date(Date.UTC(2026, 10, 26, 2 + 3 * round)),
    });
    const race = await allClaim(shift, tokens.slice(0, 100));
    slowest.push(race.slowest99);
    expect(winners(race)).toHaveLength(1);
    expect(losers(race)).toHaveLength(99);
    for (const { data, errors } of losers(race)) {
      expect(errors).toBeUndefined();
      expect(data.claimShift.problems[0]).toMatchObject({ code: "NO_PLACES_LEFT", path: ["shift"] });
    }
    expect(await one.sql("select taken from shift where id = $1", [shift])).toEqual([{ taken: 1 }]);
    expect(await one.sql("select count(*)::int as n from assignment where shift_id = $1", [shift])).toEqual([{ n: 1 }]);
    expect(await one.sql("select count(*)::int as n from event where facts->>'shiftId' = $1", [shift])).toEqual([
      { n: 3 },
    ]);
  }
  // The first rounds warm the code; the rest show how it runs.
  expect(Math.min(...slowest)).toBeLessThan(1_000);
}, 60_000);

test("200 people claim five places: exactly five have one", async () => {
  const shift = await aSeat(one, { site: await aSite(one), places: 5, startsAt: new Date("2026-11-27T02:00:00Z") });
  const race = await allClaim(shift, tokens);
  expect(winners(race)).toHaveLength(5);
  expect(losers(race)).toHaveLength(195);
  expect(await one.sql("select taken from shift where id = $1", [shift])).toEqual([{ taken: 5 }]);
  expect(
    await one.sql(
      "select count(distinct m.person_id)::int as n from commitment m join assignment a on a.id = m.assignment_id where shift_id = $1 and active",
      [shift],
    ),
  ).toEqual([{ n: 5 }]);
});

test("people who claim two overlapping shifts at once never have both", async () => {
  const startsAt = new Date("2026-11-28T02:00:00Z");
  const first = await aSeat(one, { site: await aSite(one), places: 50, startsAt });
  const second = await aSeat(one, {
    site: await aSite(one),
    places: 50,
    startsAt: new Date(startsAt.getTime() + hours(1)),
  });
  const by = tokens.slice(0, 50);
  const races = await Promise.all([allClaim(first, by), allClaim(second, by)]);
  expect(races.flatMap(winners)).toHaveLength(50);
  expect(
    await one.sql(
      "select count(*)::int as n from (select person_id from assignment where shift_id in ($1, $2) group by 1 having count(*) > 1) both_of_them",
      [first, second],
    ),
  ).toEqual([{ n: 0 }]);
});

test("the same key fifty times at once is one claim with one answer", async () => {
  const shift = await aSeat(one, { site: await aSite(one), places: 50, startsAt: new Date("2026-11-29T02:00:00Z") });
  const race = await allClaim(
    shift,
    Array.from({ length: 50 }, () => tokens[0]!),
  );
  expect(new Set(winners(race).map(({ data }) => data.claimShift.assignment.id)).size).toBe(1);
  expect(winners(race)).toHaveLength(50);
  expect(await one.sql("select taken from shift where id = $1", [shift])).toEqual([{ taken: 1 }]);
});
