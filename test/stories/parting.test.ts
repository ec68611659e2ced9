import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCity } from "../given/city.ts";
import { aCoordinator, aFamily, anOffer, aPair, aRequest, aTutor, offer } from "../given/requests.ts";
import { noon, openProduct, type Product } from "../harness/product.ts";

let one: Product;
let coordinator: string;

beforeAll(async () => {
  one = await openProduct();
  await aCity(one);
  coordinator = await aCoordinator(one);
}, 60_000);
beforeEach(() => one.clock.set(noon));
afterAll(() => one.close());

const refuse = `mutation ($input: RefuseHelperInput!) { refuseHelper(input: $input) { problems { code path } request { id state taken assignment { id } } } }`;
const leave = `mutation ($input: LeaveRequestInput!) { leaveRequest(input: $input) { problems { code path } assignment { id state } } }`;
const inbox = "{ notices(first: 20) { edges { node { kind title body link } } } }";

let keys = 0;
const aMatch = (given?: { confirmed?: boolean }) => aPair(one, coordinator, given);

const parting = ({ assignment }: { assignment: { id: string; version: number } }, reason = "NOT_A_MATCH") => ({
  input: {
    assignment: assignment.id,
    expectedVersion: assignment.version,
    reason,
    idempotencyKey: `part-${++keys}-ways`,
  },
});
const sessionsOf = async (assignment: string): Promise<string[]> =>
  (await one.sql("select starts_at from commitment where assignment_id = $1 and active order by 1", [assignment])).map(
    ({ starts_at }) => starts_at.toISOString(),
  );
const requestNow = async (id: string) =>
  (await one.sql("select state, taken, matched_at from request where id = $1", [id]))[0];
const told = async (as: string, kind: string, about = "") =>
  (await one.get(inbox, {}, { as })).notices.edges.find(
    ({ node }: { node: { kind: string; body: string } }) => node.kind === kind && node.body.includes(about),
  )?.node;
/** Everything that a refused call could have touched. */
const everything = async () => {
  const tables = ["assignment", "commitment", "request", "event", "idempotency_key"];
  return Promise.all(
    tables.map((table) => one.sql(`select md5(string_agg(t::text, '' order by t::text)) from ${table} t`)),
  );
};

test.each([
  ["before the family has confirmed", { confirmed: false }],
  ["after it has", { confirmed: true }],
])("a family refuses its helper and keeps the request open, %s", async (_when, given) => {
  const match = await aMatch(given);
  const { request, assignment, family, tutor } = match;
  expect(await sessionsOf(assignment.id)).toHaveLength(4);
  const asked = parting(match);
  const { refuseHelper } = await one.get(refuse, asked, { as: family.as });
  expect(refuseHelper).toEqual({ problems: [], request: { id: request, state: "OPEN", taken: 0, assignment: null } });
  expect(await requestNow(request)).toEqual({ state: "open", taken: 0, matched_at: null });
  expect(await sessionsOf(assignment.id)).toEqual([]);
  // The same key gives the same answer and does nothing more.
  expect((await one.get(refuse, asked, { as: family.as })).refuseHelper.problems).toEqual([]);
  expect(
    await one.sql("select board, kind from event where subject_id = $1 and kind = 'HELPER_REFUSED' order by board", [
      assignment.id,
    ]),
  ).toEqual([
    { board: "district/105", kind: "HELPER_REFUSED" },
    { board: `person/${tutor.id}`, kind: "HELPER_REFUSED" },
  ]);
  await one.work();
  const { number } = (await one.sql("select number from request where id = $1", [request]))[0];
  expect(await told(tutor.as, "helper_refused")).toMatchObject({
    body: `The family of R-${number} junior high 2 mathematics has chosen to look for someone else; your time ahead is free. There is nothing to do. Thank you.`,
  });
  expect(await told(coordinator, "match_ended", `R-${number}`)).toMatchObject({
    body: `The match of R-${number} junior high 2 mathematics has ended; it is open again. Reason: not the right match. Choose someone else.`,
    link: "/board",
  });
});

test("whoever has parted from a request is not proposed for it again, but for others is", async () => {
  const match = await aMatch();
  await one.get(refuse, parting(match), { as: match.family.as });
  const again = { request: match.request, person: match.tutor.id, idempotencyKey: "ask-them-again" };
  const { makeOffer } = await one.get(offer, { input: again }, { as: coordinator });
  expect(makeOffer.problems).toMatchObject([{ code: "EXCLUDED_PAIR", overridable: false }]);
  const other = await aRequest(one, (await aFamily(one)).as);
  await anOffer(one, coordinator, { request: other.id, person: match.tutor.id });
});

test("a helper leaves: what begins within a day is still given, the rest is free, and the family hears of it", async () => {
  const match = await aMatch();
  const { request, assignment, family, tutor } = match;
  one.clock.set(new Date("2026-11-27T04:00:00Z"));
  const { leaveRequest } = await one.get(leave, parting(match, "TIMES_CHANGED"), { as: tutor.as });
  expect(leaveRequest).toEqual({ problems: [], assignment: { id: assignment.id, state: "RELEASED" } });
  expect(await requestNow(request)).toEqual({ state: "open", taken: 0, matched_at: null });
  expect(await sessionsOf(assignment.id)).toEqual(["2026-11-28T01:00:00.000Z"]);
  const schedule = `{ mySchedule(from: "2026-11-27T00:00:00Z", to: "2026-12-31T00:00:00Z", first: 9) { edges { node { id request { id } } } } }`;
  expect((await one.get(schedule, {}, { as: tutor.as })).mySchedule.edges).toEqual([
    { node: { id: assignment.id, request: { id: request } } },
  ]);
  await one.work();
  const notice = await told(family.as, "helper_left");
  expect(notice).toMatchObject({ title: "Your helper cannot go on", link: `/requests/${request}` });
  expect(notice.body).toContain("the session of Sat 28 Nov, 09:00 still takes place");
  expect(await told(coordinator, "match_ended")).toBeDefined();
  expect(
    await one.sql("select kind from event where board = $1 order by seq desc limit 1", [`request/${request}`]),
  ).toEqual([{ kind: "REQUEST_CHANGED" }]);
});

test("foreign, stale and ended matches are refused by name, and nothing is touched", async () => {
  const match = await aMatch();
  const stranger = await aFamily(one);
  const otherTutor = await aTutor(one);
  const before = await everything();
  const stale = { ...match, assignment: { ...match.assignment, version: match.assignment.version - 1 } };
  const none = { ...match, assignment: { id: crypto.randomUUID(), version: 1 } };
  const notFound = [{ code: "NOT_FOUND", path: ["assignment"] }];
  const isStale = [{ code: "VERSION_STALE", path: ["expectedVersion"] }];
  for (const [document, field, asked, as, problems] of [
    [refuse, "refuseHelper", match, stranger.as, notFound],
    [refuse, "refuseHelper", none, match.family.as, notFound],
    [refuse, "refuseHelper", stale, match.family.as, isStale],
    [leave, "leaveRequest", match, otherTutor.as, notFound],
    [leave, "leaveRequest", stale, match.tutor.as, isStale],
  ] as const)
    expect((await one.get(document, parting(asked), { as }))[field].problems).toEqual(problems);
  expect(await everything()).toEqual(before);
  await one.get(leave, parting(match), { as: match.tutor.as });
  const over = { ...match, assignment: { ...match.assignment, version: match.assignment.version + 1 } };
  const { refuseHelper } = await one.get(refuse, parting(over), { as: match.family.as });
  expect(refuseHelper.problems).toEqual([{ code: "ASSIGNMENT_STATE", path: ["assignment"] }]);
});

test("family and helper part at the same moment: one of them does, and the place is counted once", async () => {
  const match = await aMatch();
  const answers = await Promise.all([
    one.get(refuse, parting(match), { as: match.family.as }),
    one.get(leave, parting(match), { as: match.tutor.as }),
  ]);
  const codes = answers.map((answer) => (answer.refuseHelper ?? answer.leaveRequest).problems[0]?.code ?? "done");
  expect(codes.sort()).toEqual(["VERSION_STALE", "done"]);
  expect(await requestNow(match.request)).toMatchObject({ state: "open", taken: 0 });
});
