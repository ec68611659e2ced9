import { afterAll, beforeAll, expect, test } from "vitest";
import { aCity } from "../given/city.ts";
import {
  aCoordinator,
  accept,
  aFamily,
  anOffer,
  aRequest,
  aTutor,
  confirm,
  lessons,
  offer,
  submit,
} from "../given/requests.ts";
import { follow, openProduct, type Product } from "../harness/product.ts";

let one: Product;
let coordinator: string;

beforeAll(async () => {
  one = await openProduct();
  await aCity(one);
  coordinator = await aCoordinator(one);
}, 60_000);

afterAll(() => one.close());

const look = `query ($id: ID!) { request(id: $id) {
  state number title note forWhom taken offersOut version assignment { state person { name } contact { name phoneMasked } } wait { basis }
} }`;

test("a family posts a request, a tutor accepts, the family confirms: each sees what it may, when it may", async () => {
  const family = await aFamily(one, { name: "吴敏" });
  const tutor = await aTutor(one, { name: "林静" });
  const { submitRequest } = await one.get(
    submit,
    { input: { ...lessons, idempotencyKey: "first-request" } },
    { as: family.as },
  );
  const request = submitRequest.request!;
  expect(submitRequest.problems).toEqual([]);
  expect(request).toMatchObject({ state: "OPEN", taken: 0, version: 1, title: "junior high 2 mathematics" });
  expect(request.number).toMatch(/^R-\d+$/);
  const mine = follow(
    one.socket(family.as),
    `subscription ($board: String!) { boardEvents(board: $board, after: 0) { kind subject { __typename } } }`,
    { board: `request/${request.id}` },
  );

  const { makeOffer } = await one.get(
    offer,
    { input: { request: request.id, person: tutor.id, idempotencyKey: "first-offer" } },
    { as: coordinator },
  );
  expect(makeOffer).toMatchObject({
    problems: [],
    assignment: {
      state: "OFFERED",
      source: "INVITED",
      answerBy: "2026-11-26T04:00:00.000Z",
      weekly: { weekday: 6, fromMinute: 540, toMinute: 630 },
    },
  });
  const offered = await one.get(look, { id: request.id }, { as: family.as });
  expect(offered.request).toMatchObject({
    state: "OPEN",
    taken: 1,
    offersOut: 1,
    assignment: null,
    note: lessons.note,
    forWhom: "MEDIC_FAMILY",
  });
  const asked = await one.get(look, { id: request.id }, { as: tutor.as });
  expect(asked.request).toMatchObject({ note: null, forWhom: null, assignment: { state: "OFFERED", contact: null } });
  const mineToAnswer = await one.get(
    "{ myOffers { id startsAt endsAt request { title sessionsPerWeek } fit { code label ok } } }",
    {},
    { as: tutor.as },
  );
  expect(mineToAnswer.myOffers).toEqual([
    {
      id: makeOffer.assignment!.id,
      startsAt: "2026-11-28T01:00:00.000Z",
      endsAt: "2026-11-28T02:30:00.000Z",
      request: { title: "junior high 2 mathematics", sessionsPerWeek: 1 },
      fit: expect.arrayContaining([
        { code: "skill", label: "subject", ok: true },
        { code: "time", label: "time", ok: true },
        { code: "noClash", label: "no clash", ok: true },
      ]),
    },
  ]);

  const { acceptOffer } = await one.get(
    accept,
    { assignment: makeOffer.assignment!.id, key: "first-yes" },
    { as: tutor.as },
  );
  expect(acceptOffer).toMatchObject({ problems: [], assignment: { state: "CONFIRMED" } });
  expect(
    await one.sql("select starts_at, ends_at from commitment where assignment_id = $1 and active order by starts_at", [
      makeOffer.assignment!.id,
    ]),
  ).toEqual(
    [0, 7, 14, 21].map((days) => ({
      starts_at: new Date(Date.UTC(2026, 10, 28 + days, 1)),
      ends_at: new Date(Date.UTC(2026, 10, 28 + days, 2, 30)),
    })),
  );
  const matched = await one.get(look, { id: request.id }, { as: family.as });
  expect(matched.request).toMatchObject({
    state: "MATCHED",
    wait: null,
    assignment: { state: "CONFIRMED", person: { name: "Volunteer 林" }, contact: null },
  });

  const { confirmHelper } = await one.get(
    confirm,
    { input: { request: request.id, expectedVersion: matched.request.version, idempotencyKey: "first-confirm" } },
    { as: family.as },
  );
  expect(confirmHelper).toMatchObject({ problems: [], request: { state: "ACTIVE" } });
  const active = await one.get(look, { id: request.id }, { as: family.as });
  expect(active.request.assignment.contact).toEqual({ name: "Volunteer 林", phoneMasked: null });
  const helping = await one.get(look, { id: request.id }, { as: tutor.as });
  expect(helping.request).toMatchObject({
    note: lessons.note,
    forWhom: "MEDIC_FAMILY",
    assignment: { contact: { name: "Family 吴" } },
  });
  expect(
    await one.sql("select action, count(*)::int as n from audit_entry where actor_id = any($1) group by 1 order by 1", [
      [family.id, tutor.id],
    ]),
  ).toEqual([
    { action: "read note", n: 1 },
    { action: "see contact", n: 2 },
  ]);
  await mine.until(({ kind }) => kind === "REQUEST_CONFIRMED");
  expect(mine.events.map(({ kind, subject }) => [kind, subject.__typename])).toEqual([
    ["REQUEST_SUBMITTED", "Request"],
    ["REQUEST_CHANGED", "Request"],
    ["REQUEST_CHANGED", "Request"],
    ["REQUEST_MATCHED", "Request"],
    ["REQUEST_CONFIRMED", "Request"],
  ]);
});

test("somebody else's request, offer or board looks like none at all", async () => {
  const family = await aFamily(one);
  const request = await aRequest(one, family.as);
  const tutor = await aTutor(one);
  const stranger = await aFamily(one);
  const elsewhere = await aCoordinator(one, 108);
  const made = await anOffer(one, coordinator, { request: request.id, person: tutor.id });
  for (const as of [stranger.as, elsewhere, (await aTutor(one)).as])
    expect(await one.get(look, { id: request.id }, { as })).toEqual({ request: null });
  const refused = await one.get(
    offer,
    { input: { request: request.id, person: tutor.id, idempotencyKey: "not-my-district" } },
    { as: elsewhere },
  );
  expect(refused.makeOffer).toMatchObject({ assignment: null, problems: [{ code: "NOT_FOUND", path: ["request"] }] });
  const { acceptOffer } = await one.get(
    accept,
    { assignment: made.id, key: "not-my-offer" },
    { as: (await aTutor(one)).as },
  );
  expect(acceptOffer.problems).toMatchObject([{ code: "NOT_FOUND", path: ["assignment"] }]);
  expect(await one.sql("select state, version from assignment where id = $1", [made.id])).toEqual([
    { state: "offered", version: 1 },
  ]);
});
