import { afterAll, beforeAll, expect, test } from "vitest";
import { aCity, aSeat, aSite } from "../given/city.ts";
import { aCoordinator, accept, aFamily, anOffer, aRequest, aTutor } from "../given/requests.ts";
import { follow, openProduct, type Product } from "../harness/product.ts";

let one: Product;

beforeAll(async () => {
  one = await openProduct();
  await aCity(one);
}, 60_000);
afterAll(() => one.close());

test("a coordinator's board shows requests that wait, offers that are out, and the lessons that come of them", async () => {
  const coordinator = await aCoordinator(one);
  const urgent = await aRequest(one, (await aFamily(one)).as, { urgency: 3, note: "急" });
  one.clock.advance(1_000);
  const asked = await aRequest(one, (await aFamily(one)).as);
  const tutor = await aTutor(one, { name: "林静" });
  const live = follow(
    one.socket(coordinator),
    'subscription { boardEvents(board: "district/105", after: 0) { kind summary request { id state taken } } }',
    {},
  );
  const made = await anOffer(one, coordinator, { request: asked.id, person: tutor.id });
  const board = `{ board(district: "105") {
    tasks { kind title detail request { id } assignment { id person { name } } }
    requests(state: OPEN, first: 10) { edges { node { id title note forWhom } } }
    commitments(from: "2026-11-25T00:00:00Z", to: "2026-12-03T00:00:00Z", first: 10) { edges { node { startsAt endsAt assignment { id person { name } request { id } } } } }
  } }`;
  const before = (await one.get(board, {}, { as: coordinator })).board;
  const [number] = await one.sql("select 'R-' || number as r from request where id = $1", [asked.id]);
  expect(before.tasks).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: "REQUEST_WAITING", request: { id: urgent.id } }),
      expect.objectContaining({
        kind: "OFFER_PENDING",
        title: `No answer yet · ${number.r} junior high 2 mathematics`,
        request: { id: asked.id },
        assignment: { id: made.id, person: { name: "林静" } },
      }),
    ]),
  );
  expect(before.requests.edges.map(({ node }: { node: object }) => node)).toEqual([
    { id: urgent.id, title: "junior high 2 mathematics", note: null, forWhom: "MEDIC_FAMILY" },
    { id: asked.id, title: "junior high 2 mathematics", note: null, forWhom: "MEDIC_FAMILY" },
  ]);
  expect(before.commitments.edges).toEqual([]);
  await one.get(accept, { assignment: made.id, key: "on-the-board" }, { as: tutor.as });
  const after = (await one.get(board, {}, { as: coordinator })).board;
  expect(after.commitments.edges.map(({ node }: { node: object }) => node)).toEqual([
    {
      startsAt: "2026-11-28T01:00:00.000Z",
      endsAt: "2026-11-28T02:30:00.000Z",
      assignment: { id: made.id, person: { name: "林静" }, request: { id: asked.id } },
    },
  ]);
  expect(after.requests.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([urgent.id]);
  await live.until(({ kind }) => kind === "REQUEST_MATCHED");
  expect(
    live.events.filter(({ request }) => request?.id === asked.id).map(({ kind, summary }) => [kind, summary]),
  ).toEqual([
    ["REQUEST_SUBMITTED", `New request ${number.r} junior high 2 mathematics`],
    ["OFFER_MADE", `林静 invited to ${number.r} junior high 2 mathematics`],
    ["OFFER_ACCEPTED", `林静 accepted ${number.r} junior high 2 mathematics`],
    ["REQUEST_MATCHED", `Helper found for ${number.r} junior high 2 mathematics`],
  ]);
});

test("a gap stands above everything else, however long a request has waited", async () => {
  const coordinator = await aCoordinator(one);
  await aRequest(one, (await aFamily(one)).as, { urgency: 3 });
  one.clock.advance(30 * 3_600_000);
  const inFiveDays = new Date(one.clock.now().getTime() + 5 * 86_400_000);
  const gap = await aSeat(one, { site: await aSite(one), startsAt: inFiveDays, places: 4, minimumCover: 1 });
  const { board } = await one.get(`{ board(district: "105") { tasks { id kind } } }`, {}, { as: coordinator });
  const [first, ...rest] = board.tasks as { id: string; kind: string }[];
  expect(first).toEqual({ id: gap, kind: "GAP" });
  expect(rest.map(({ kind }) => kind)).toContain("REQUEST_WAITING");
});
