import { afterAll, beforeAll, expect, test } from "vitest";
import { aCity, aCounsellor, aSeat, aSite } from "../given/city.ts";
import { aCoordinator, aFamily, anOffer, aRequest, aTutor } from "../given/requests.ts";
import { follow, openProduct, type Product } from "../harness/product.ts";

let one: Product;
let coordinator: string;

beforeAll(async () => {
  one = await openProduct();
  await aCity(one);
  coordinator = await aCoordinator(one);
}, 60_000);
afterAll(() => one.close());

const watch = `subscription ($board: String!, $after: Int!) { boardEvents(board: $board, after: $after) { board seq kind } }`;
const claim = `mutation ($shift: ID!, $key: String!) { claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code } } }`;
const withdraw = `mutation ($input: WithdrawOfferInput!) { withdrawOffer(input: $input) { problems { code } } }`;
const start = `mutation ($input: StartMatchRunInput!) { startMatchRun(input: $input) { problems { code } matchRun { id board seq } } }`;
const discard = `mutation ($input: DiscardMatchRunInput!) { discardMatchRun(input: $input) { problems { code } matchRun { seq state } } }`;

const standsAt = async (board: string): Promise<number> =>
  (await one.sql<{ seq: number }>("select seq from board where key = $1", [board]))[0]?.seq ?? 0;

/** The first thing told to somebody who follows on from a number. */
async function nextAfter(as: string, board: string, after: number, happens: () => Promise<unknown>) {
  const stream = follow(one.socket(as), watch, { board, after });
  await happens();
  const first = await stream.until(() => true);
  stream.stop();
  return { seq: first.seq - after, kind: first.kind };
}

async function aClaim(site: string, person: string, as: string, day: number) {
  const shift = await aSeat(one, { site, startsAt: new Date(Date.UTC(2026, 11, day, 2)) });
  const { claimShift } = await one.get(claim, { shift, key: `claim-on-day-${day}-${person}` }, { as });
  expect(claimShift.problems).toEqual([]);
}

test("a site says where its board stands, and following on from there tells only what is new", async () => {
  const site = await aSite(one);
  const counsellor = await aCounsellor(one);
  const as = await one.tokenOf(counsellor);
  const read = async () => {
    const { sites } = await one.get("{ sites(kind: HOTLINE) { id seq board } }", {}, { as });
    return sites.find(({ id }: { id: string }) => id === site) as { seq: number; board: string };
  };
  expect((await read()).seq).toBe(0);
  await aClaim(site, counsellor, as, 1);
  await aClaim(site, counsellor, as, 2);
  const { seq, board } = await read();
  expect(seq).toBe(2);
  expect(await nextAfter(as, board, seq, () => aClaim(site, counsellor, as, 3))).toEqual({
    seq: 1,
    kind: "SHIFT_CLAIMED",
  });
});

test("a person's own board has its number with the viewer, without a statement more", async () => {
  const site = await aSite(one);
  const counsellor = await aCounsellor(one);
  const as = await one.tokenOf(counsellor);
  await aClaim(site, counsellor, as, 4);
  const { result, statements } = await one.statementsOf(() => one.get("{ viewer { seq boards } }", {}, { as }));
  expect(result).toEqual({ viewer: { seq: 1, boards: [`person/${counsellor}`] } });
  expect(statements).toHaveLength(1);
  expect(await nextAfter(as, `person/${counsellor}`, 1, () => aClaim(site, counsellor, as, 5))).toEqual({
    seq: 1,
    kind: "SHIFT_CLAIMED",
  });
});

test("a match run says where its board stands, also in what a mutation answers", async () => {
  const { startMatchRun } = await one.get(
    start,
    { input: { district: "105", idempotencyKey: "start-a-run-once" } },
    { as: coordinator },
  );
  const { id, board } = startMatchRun.matchRun;
  expect(startMatchRun.problems).toEqual([]);
  await one.work();
  const read = async () =>
    (await one.get("query ($id: ID!) { matchRun(id: $id) { seq state version } }", { id }, { as: coordinator }))
      .matchRun;
  const ready = await read();
  expect(ready).toMatchObject({ seq: await standsAt(board), state: "READY" });
  const told = nextAfter(coordinator, board, ready.seq, () =>
    one.get(discard, { input: { matchRun: id, expectedVersion: ready.version } }, { as: coordinator }),
  );
  expect(await told).toEqual({ seq: 1, kind: "MATCH_RUN_DISCARDED" });
  expect((await read()).seq).toBe(ready.seq + 1);
});

test("a request's number is never ahead of the request that is read with it, whoever writes meanwhile", async () => {
  const family = await aFamily(one);
  const request = await aRequest(one, family.as);
  const tutor = await aTutor(one);
  const read = async (): Promise<{ seq: number; version: number }> =>
    (await one.get("query ($id: ID!) { request(id: $id) { seq version } }", { id: request.id }, { as: family.as }))
      .request;
  let writing = true;
  const readings: { seq: number; version: number }[] = [];
  const readers = Array.from({ length: 3 }, async () => {
    while (writing) readings.push(await read());
  });
  for (let round = 0; round < 8; round++) {
    const made = await anOffer(one, coordinator, { request: request.id, person: tutor.id });
    await one.get(withdraw, { input: { assignment: made.id, expectedVersion: made.version } }, { as: coordinator });
  }
  writing = false;
  await Promise.all(readers);
  readings.push(await read());
  const told = await one.sql<{ seq: number; version: number }>("select seq, version from event where board = $1", [
    `request/${request.id}`,
  ]);
  const versionAt = new Map(told.map(({ seq, version }) => [seq, version]));
  expect(told).toHaveLength(17);
  expect(readings.length).toBeGreaterThan(10);
  expect(readings.filter(({ seq, version }) => versionAt.get(seq) !== version)).toEqual([]);
});
