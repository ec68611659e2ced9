import { afterAll, beforeAll, expect, test } from "vitest";
import { aCity, aCounsellor, aPerson, aSeat, aSite } from "../given/city.ts";
import { openProduct, type Product } from "../harness/product.ts";

// On a product of its own: open sockets ask for rights and numbers every second, and would be counted too.
let one: Product;
let site: string;
let coordinator: string;

beforeAll(async () => {
  one = await openProduct();
  await aCity(one);
  site = await aSite(one, { nameEn: "Hotline A" });
  coordinator = await one.tokenOf(await aPerson(one, { roles: [{ role: "coordinator", district: 105 }] }));
}, 60_000);
afterAll(() => one.close());

test("every statement is counted, also those that the library's own log leaves out", async () => {
  const { statements } = await one.statementsOf(() => one.get("{ viewer { seq } }", {}, { as: coordinator }));
  expect(statements).toEqual([expect.stringContaining("from session")]);
});

const claim = `mutation ($shift: ID!, $key: String!) {
  claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code } assignment { id } }
}`;
const page = `query ($from: DateTime!, $to: DateTime!, $day: Date!) {
  board(district: "105") {
    key seq gapsTonight gapsWeek week { date gaps dayKind } coverage(day: $day) { startsAt needed covered }
    tasks { id kind title detail shortfall startsAt shift { id title site { name } } owner { name } }
    shifts(from: $from, to: $to, first: 100) { edges { node { id title free urgent site { name } assignments { id state person { name } } } } }
    feed(last: 20) { seq summary at }
  }
}`;

test("the board lists gaps first by how near and how large they are, in at most six statements", async () => {
  const tonight = await aSeat(one, { site, startsAt: new Date("2026-11-25T12:00:00Z"), places: 4, minimumCover: 2 });
  await aSeat(one, { site, startsAt: new Date("2026-11-30T12:00:00Z"), places: 4, minimumCover: 2 });
  await one.get(
    claim,
    { shift: await aSeat(one, { site, startsAt: new Date("2026-12-09T02:00:00Z") }), key: "fed-claim" },
    { as: await one.tokenOf(await aCounsellor(one)) },
  );
  const window = { from: "2026-11-25T00:00:00Z", to: "2026-12-02T00:00:00Z", day: "2026-11-25" };
  const { statements, result } = await one.statementsOf(() => one.get(page, window, { as: coordinator }));
  const { board } = result;
  expect(board.tasks[0]).toMatchObject({
    id: tonight,
    kind: "GAP",
    shortfall: 2,
    title: "Hotline A seat · 2 missing",
    detail: "Tonight, 20:00–22:00 · in 8 h",
  });
  expect(board.gapsTonight).toBe(2);
  expect(board.week[0]).toEqual({ date: "2026-11-25", gaps: 2, dayKind: "WORK" });
  expect(board.coverage[20]).toEqual({ startsAt: "2026-11-25T12:00:00.000Z", needed: 2, covered: 0 });
  expect(board.feed[0].summary).toMatch(/took/);
  expect(statements.length).toBeLessThanOrEqual(6);
});

test("claiming a place takes at most eight statements, from session to commit", async () => {
  const shift = await aSeat(one, { site, startsAt: new Date("2026-12-10T02:00:00Z") });
  const as = await one.tokenOf(await aCounsellor(one));
  const asked = `mutation ($shift: ID!, $key: String!) {
    claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code } assignment { id state shift { free } } shift { id free taken version } }
  }`;
  const { statements, result } = await one.statementsOf(() => one.get(asked, { shift, key: "counted-claim" }, { as }));
  expect(result.claimShift.problems).toEqual([]);
  expect(statements.length).toBeLessThanOrEqual(8);
});
