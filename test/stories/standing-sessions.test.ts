import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { tasks } from "../../api/src/app.ts";
import { aCity, aSeat, aSite } from "../given/city.ts";
import { aCoordinator, aPair, cancel } from "../given/requests.ts";
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

/** What the clock's daily job does. */
const extend = () => tasks.extendSessions!(one.systemContext(), {}, new AbortController().signal);
const on = (day: string) => one.clock.set(new Date(`${day}T16:15:00Z`));

const sessionsOf = async (assignment: string, active = true): Promise<string[]> =>
  (
    await one.sql("select starts_at from commitment where assignment_id = $1 and active = $2 order by 1", [
      assignment,
      active,
    ])
  ).map(({ starts_at }) => starts_at.toISOString().slice(0, 10));
const kindsOn = async (board: string) =>
  (await one.sql("select kind from event where board = $1 and kind like 'SESSION%' order by seq", [board])).map(
    ({ kind }) => kind,
  );
const inbox = async (as: string) =>
  (await one.get("{ notices(first: 20) { edges { node { kind body link } } } }", {}, { as })).notices.edges
    .map(({ node }: { node: { kind: string } }) => node)
    .filter(({ kind }: { kind: string }) => kind.startsWith("session"));
const claim = `mutation ($shift: ID!, $key: String!) { claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code } } }`;

test("four weeks stay agreed ahead, however often and by however many the day's job is run", async () => {
  const { assignment, request, tutor, family } = await aPair(one, coordinator);
  const first = ["2026-11-28", "2026-12-05", "2026-12-12", "2026-12-19"];
  expect(await sessionsOf(assignment.id)).toEqual(first);
  await extend();
  expect(await sessionsOf(assignment.id)).toEqual(first);
  on("2026-11-28");
  await Promise.all([extend(), extend(), extend()]);
  await extend();
  expect(await sessionsOf(assignment.id)).toEqual([...first, "2026-12-26"]);
  for (const board of [`person/${tutor.id}`, `person/${family.id}`, `request/${request}`])
    expect(await kindsOn(board)).toEqual(["SESSIONS_ADDED"]);
  // Two weeks in which no worker ran are made up for.
  on("2026-12-12");
  await extend();
  expect(await sessionsOf(assignment.id)).toEqual([...first, "2026-12-26", "2027-01-02", "2027-01-09"]);
});

test("what the helper has taken on meanwhile is not booked over: the session is skipped, and all three hear of it once", async () => {
  const { assignment, tutor, family, request } = await aPair(one, coordinator);
  const bare = { site: await aSite(one), skill: null, credentials: [] };
  const shift = await aSeat(one, { ...bare, startsAt: new Date("2026-12-26T02:00:00Z") });
  const { claimShift } = await one.get(claim, { shift, key: "a-clashing-claim" }, { as: tutor.as });
  expect(claimShift.problems).toEqual([]);
  on("2026-11-28");
  await extend();
  on("2026-12-05");
  await extend();
  expect(await sessionsOf(assignment.id, false)).toEqual(["2026-12-26"]);
  expect((await sessionsOf(assignment.id)).slice(-1)).toEqual(["2027-01-02"]);
  expect(await kindsOn(`request/${request}`)).toEqual(["SESSION_SKIPPED", "SESSIONS_ADDED"]);
  for (let again = 0; again < 2; again++) await one.work();
  const { number } = (await one.sql("select number from request where id = $1", [request]))[0];
  const clash = {
    kind: "session_skipped",
    body: `R-${number} junior high 2 mathematics: the session of Sat 26 Dec, 09:00 clashes with something else of the helper's and does not take place. The others do; there is nothing to do.`,
    link: "/home",
  };
  expect(await inbox(tutor.as)).toEqual([clash]);
  expect(await inbox(family.as)).toEqual([clash]);
  expect(await inbox(coordinator)).toEqual([expect.objectContaining({ kind: "session_missing", link: "/board" })]);
});

test("whoever is away, or has lost what the work asks for, is not booked", async () => {
  const [away, unchecked] = [await aPair(one, coordinator), await aPair(one, coordinator)];
  await one.sql(
    "insert into availability_exception values (gen_random_uuid(), $1, '2026-12-26T00:00:00Z', '2026-12-27T00:00:00Z', false)",
    [away.tutor.id],
  );
  await one.sql("update credential set valid_until = '2026-12-20' where person_id = $1", [unchecked.tutor.id]);
  on("2026-11-28");
  await extend();
  for (const { assignment } of [away, unchecked])
    expect([await sessionsOf(assignment.id, false), (await sessionsOf(assignment.id)).length]).toEqual([
      ["2026-12-26"],
      4,
    ]);
});

test("it ends with the request: on its last day, and when it is cancelled", async () => {
  const dated = await aPair(one, coordinator, { given: { untilOn: "2026-12-26" } });
  const over = await aPair(one, coordinator);
  const { version } = (await one.sql("select version from request where id = $1", [over.request]))[0];
  const input = { request: over.request, expectedVersion: version, reason: "NO_LONGER_NEEDED" as const };
  expect((await one.get(cancel, { input }, { as: over.family.as })).cancelRequest.problems).toEqual([]);
  for (const day of ["2026-11-28", "2026-12-05", "2026-12-12"]) {
    on(day);
    await extend();
  }
  expect((await sessionsOf(dated.assignment.id)).slice(-1)).toEqual(["2026-12-26"]);
  expect(await sessionsOf(over.assignment.id)).toEqual([]);
});
