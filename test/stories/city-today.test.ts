import { afterAll, beforeAll, expect, test } from "vitest";
import { aCity, aCounsellor, aSeat, aSite, hours } from "../given/city.ts";
import { noon, openProduct, type Product } from "../harness/product.ts";

let product: Product;

beforeAll(async () => {
  product = await openProduct();
  await aCity(product);
});
afterAll(() => product.close());

const query = `{ cityToday { asOf servingNow openPlaces requestsWaiting hotlineGap { startsAt endsAt missing } hours { startsAt serving missing } } }`;
const cityToday = async () => (await product.get(query)).cityToday;
const at = (hour: number) => new Date(noon.getTime() + hours(hour));
const claim = `mutation ($shift: ID!, $key: String!) { claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code } } }`;

test("an empty day is 24 hours of nobody, from midnight in Beijing", async () => {
  const today = await cityToday();
  expect(today).toMatchObject({
    asOf: noon.toISOString(),
    servingNow: 0,
    openPlaces: 0,
    requestsWaiting: 0,
    hotlineGap: null,
  });
  expect(today.hours).toHaveLength(24);
  expect(today.hours[0]).toEqual({ startsAt: "2026-11-24T16:00:00.000Z", serving: 0, missing: 0 });
});

test("anybody sees how many serve, which places are free, and when a hotline next misses somebody", async () => {
  const [hotline, gate] = [await aSite(product), await aSite(product, { kind: "gate" })];
  const taken = await aSeat(product, { site: hotline, startsAt: at(1), hours: 2, places: 1, minimumCover: 1 });
  await aSeat(product, { site: hotline, startsAt: at(8), hours: 2, places: 3, minimumCover: 2 });
  await aSeat(product, { site: gate, startsAt: at(5), hours: 1, places: 4, minimumCover: 4 });
  await aSeat(product, { site: hotline, startsAt: at(14), hours: 2, places: 9, minimumCover: 9 });
  const as = await product.tokenOf(await aCounsellor(product));
  expect((await product.get(claim, { shift: taken, key: "city-today-1" }, { as })).claimShift.problems).toEqual([]);
  product.clock.set(at(1));
  const today = await cityToday();
  expect(today).toMatchObject({
    servingNow: 1,
    openPlaces: 7,
    hotlineGap: { startsAt: at(8).toISOString(), endsAt: at(10).toISOString(), missing: 2 },
  });
  expect(today.hours.filter(({ serving }: { serving: number }) => serving > 0)).toEqual([
    { startsAt: at(1).toISOString(), serving: 1, missing: 0 },
    { startsAt: at(2).toISOString(), serving: 1, missing: 0 },
  ]);
  expect(today.hours.filter(({ missing }: { missing: number }) => missing > 0)).toEqual([
    { startsAt: at(8).toISOString(), serving: 0, missing: 2 },
    { startsAt: at(9).toISOString(), serving: 0, missing: 2 },
  ]);
});

test("a hundred who ask at once cost one statement, and the next half minute none", async () => {
  product.clock.advance(60_000);
  const isCount = (sql: string) => sql.includes("servingNow");
  const many = await product.statementsOf(() => Promise.all(Array.from({ length: 100 }, cityToday)));
  expect(many.statements.filter(isCount)).toHaveLength(1);
  product.clock.advance(29_000);
  expect((await product.statementsOf(cityToday)).statements.filter(isCount)).toHaveLength(0);
  product.clock.advance(1_000);
  expect((await product.statementsOf(cityToday)).statements.filter(isCount)).toHaveLength(1);
});
