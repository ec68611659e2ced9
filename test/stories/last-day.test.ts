import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { tasks } from "../../api/src/app.ts";
import { aCity } from "../given/city.ts";
import { aCoordinator, aFamily, anOffer, aPair, aRequest, aTutor } from "../given/requests.ts";
import { noon, openProduct, type Product } from "../harness/product.ts";

// What becomes of a request whose last day is past.

let one: Product;
let coordinator: string;

beforeAll(async () => {
  one = await openProduct();
  await aCity(one);
  coordinator = await aCoordinator(one);
}, 60_000);
beforeEach(() => one.clock.set(noon));
afterAll(() => one.close());

/** What the clock's daily job does. */
const end = () => tasks.endRequests!(one.systemContext(), {}, new AbortController().signal);
/** Twenty past midnight in the city, after a day. */
const after = (day: string) => one.clock.set(new Date(`${day}T16:20:00Z`));
const untilOn = "2026-12-05";

const seen = async (request: string, as: string) => (await one.get(question, { request }, { as })).request;
const question =
  "query ($request: ID!) { request(id: $request) { state lapsed mayCancel { allowed } assignment { state } } }";
const inbox = async (as: string) =>
  (await one.get("{ notices(first: 20) { edges { node { kind } } } }", {}, { as })).notices.edges.map(
    ({ node }: { node: { kind: string } }) => node.kind,
  );
const kindsOn = async (board: string) =>
  (await one.sql("select kind from event where board = $1 order by seq", [board])).map(({ kind }) => kind);
const sessions = async (assignment: string) =>
  (await one.sql("select count(*)::int as n from commitment where assignment_id = $1 and active", [assignment]))[0].n;

test("agreed lessons are complete after their last day, once, and both sides are told; a day earlier nothing ends", async () => {
  const { family, tutor, request, assignment } = await aPair(one, coordinator, { given: { untilOn } });
  after("2026-12-04");
  await end();
  expect(await seen(request, family.as)).toMatchObject({ state: "ACTIVE" });
  const given = await sessions(assignment.id);
  after(untilOn);
  await Promise.all([end(), end()]);
  await end();
  const over = { state: "COMPLETED", lapsed: false, mayCancel: { allowed: false }, assignment: { state: "COMPLETED" } };
  expect(await seen(request, family.as)).toEqual(over);
  expect(await seen(request, tutor.as)).toEqual({ ...over, mayCancel: { allowed: false } });
  expect(await sessions(assignment.id)).toBe(given);
  for (const board of [`request/${request}`, `person/${family.id}`, `person/${tutor.id}`])
    expect((await kindsOn(board)).filter((kind) => kind === "REQUEST_COMPLETED")).toHaveLength(1);
  await one.work();
  expect(await inbox(family.as)).toContain("request_completed");
  expect(await inbox(tutor.as)).toContain("request_completed");
});

test("a request that nobody was found for lapses: its offers are withdrawn, and the family is told what it can do", async () => {
  const [family, tutor] = [await aFamily(one), await aTutor(one)];
  const request = await aRequest(one, family.as, { untilOn });
  const offer = await anOffer(one, coordinator, { request: request.id, person: tutor.id });
  after(untilOn);
  await end();
  expect(await seen(request.id, family.as)).toEqual({
    state: "CANCELLED",
    lapsed: true,
    mayCancel: { allowed: false },
    assignment: null,
  });
  expect((await one.sql("select state from assignment where id = $1", [offer.id]))[0].state).toBe("cancelled");
  expect((await one.get("{ myOffers { id } }", {}, { as: tutor.as })).myOffers).toEqual([]);
  expect((await kindsOn(`request/${request.id}`)).at(-1)).toBe("REQUEST_LAPSED");
  await one.work();
  expect(await inbox(family.as)).toEqual(["request_lapsed"]);
  expect(await inbox(tutor.as)).toContain("offer_withdrawn");
});

test("a helper whom the family never confirmed is let go; a request until further notice goes on", async () => {
  const waiting = await aPair(one, coordinator, { confirmed: false, given: { untilOn } });
  const standing = await aPair(one, coordinator);
  after(untilOn);
  await end();
  expect(await seen(waiting.request, waiting.family.as)).toMatchObject({ state: "CANCELLED", lapsed: true });
  const [row] = await one.sql("select state from assignment where id = $1", [waiting.assignment.id]);
  expect(row.state).toBe("cancelled");
  expect(await seen(standing.request, standing.family.as)).toMatchObject({ state: "ACTIVE", lapsed: false });
});
