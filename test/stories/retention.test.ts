import { afterAll, beforeAll, expect, test } from "vitest";
import { tasks } from "../../api/src/app.ts";
import { aCity, aCounsellor, aPerson, aSeat, aSite } from "../given/city.ts";
import { follow, noon, openProduct, type Product } from "../harness/product.ts";

let one: Product;
const day = 86_400_000;

beforeAll(async () => {
  one = await openProduct();
  await aCity(one);
}, 60_000);
afterAll(() => one.close());

const forget = () => tasks.forgetOld!(one.systemContext(), {}, new AbortController().signal);
const after = (ms: number) => one.clock.set(new Date(noon.getTime() + ms));
const count = async (table: string) => (await one.sql(`select count(*)::int as n from ${table}`))[0].n;
const claim = `mutation ($shift: ID!, $key: String!) { claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code } assignment { id } } }`;

test("a key gives the same answer for seven days, and is forgotten after that", async () => {
  one.clock.set(noon);
  const as = await one.tokenOf(await aCounsellor(one));
  const shift = await aSeat(one, { site: await aSite(one), startsAt: new Date("2026-12-20T02:00:00Z") });
  const asked = { shift, key: "kept-for-a-week" };
  const { claimShift } = await one.get(claim, asked, { as });
  after(7 * day);
  await forget();
  expect((await one.get(claim, asked, { as })).claimShift).toEqual(claimShift);
  after(7 * day + 1);
  await Promise.all([forget(), forget()]);
  await forget();
  expect(await count("idempotency_key")).toBe(0);
  expect((await one.get(claim, asked, { as })).claimShift.problems).not.toEqual([]);
});

test("codes and counted tries go when they are over, not before", async () => {
  one.clock.set(noon);
  const ask = `mutation { requestCode(input: { contact: "13800138000" }) { problems { code } } }`;
  expect((await one.get(ask)).requestCode.problems).toEqual([]);
  await forget();
  expect(await count("sign_in_code")).toBe(1);
  expect(await count("try_count")).toBeGreaterThan(0);
  after(2 * day);
  await forget();
  expect(await count("sign_in_code")).toBe(0);
  expect(await count("try_count")).toBe(0);
});

test("a session that is over goes; one that lasts stays and lets its person in", async () => {
  one.clock.set(noon);
  await one.tokenOf(await aPerson(one));
  after(29 * day);
  const lasting = await one.tokenOf(await aPerson(one));
  const signedOut = await one.tokenOf(await aPerson(one));
  await one.get("mutation { signOut { problems { code } } }", {}, { as: signedOut });
  after(31 * day);
  await forget();
  expect(await count("session")).toBe(1);
  expect((await one.get("{ viewer { seq } }", {}, { as: lasting })).viewer).toEqual({ seq: 0 });
});

test("events are kept for 30 days; whoever comes back with an older number is told to read the board anew", async () => {
  one.clock.set(noon);
  const site = await aSite(one);
  const counsellor = await aCounsellor(one);
  const claims = async (starts: string) => {
    const as = await one.tokenOf(counsellor);
    const shift = await aSeat(one, { site, startsAt: new Date(starts) });
    const { claimShift } = await one.get(claim, { shift, key: `claimed-for-${starts}` }, { as });
    expect(claimShift.problems).toEqual([]);
  };
  await claims("2027-01-10T02:00:00Z");
  await claims("2027-01-11T02:00:00Z");
  after(30 * day);
  await claims("2027-01-12T02:00:00Z");
  await forget();
  const numbers = async () =>
    (await one.sql("select seq from event where board = $1 order by seq", [`site/${site}`])).map(({ seq }) => seq);
  expect(await numbers()).toEqual([1, 2, 3]);
  after(30 * day + 1);
  await claims("2027-01-13T02:00:00Z");
  await forget();
  expect(await numbers()).toEqual([3, 4]);
  const watch = `subscription ($board: String!, $after: Int!) { boardEvents(board: $board, after: $after) { board seq kind } }`;
  const as = await one.tokenOf(counsellor);
  const late = follow(one.socket(as), watch, { board: `site/${site}`, after: 1 });
  expect(await late.until(() => true)).toMatchObject({ kind: "RESET", seq: 4 });
  const inTime = follow(one.socket(as), watch, { board: `site/${site}`, after: 2 });
  expect(await inTime.until(({ seq }) => seq === 4)).toMatchObject({ kind: "SHIFT_CLAIMED" });
});

test("the application cannot forget an event that is younger, whatever it says", async () => {
  one.clock.set(noon);
  const before = await count("event");
  const { em } = one.systemContext();
  await em.execute("select forget_events('2100-01-01', 5000)");
  expect(await count("event")).toBe(before);
  await expect(em.execute("delete from event")).rejects.toMatchObject({ code: "42501" });
});
