import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { tasks } from "../../api/src/app.ts";
import { withdrawUncredentialed } from "../../api/src/modules/assignments/withdraw-uncredentialed.ts";
import { aCity, aCounsellor, aPerson, aSeat, aSite } from "../given/city.ts";
import { aCoordinator, accept, aFamily, anOffer, aRequest, aTutor, cancel, offer } from "../given/requests.ts";
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

const always = "{[0,10080)}";
const decline = `mutation ($input: DeclineOfferInput!) { declineOffer(input: $input) { problems { code path } assignment { state } } }`;
const withdraw = `mutation ($input: WithdrawOfferInput!) { withdrawOffer(input: $input) { problems { code path } assignment { state } } }`;
const pin = `mutation ($input: PinAssignmentInput!) { pinAssignment(input: $input) { problems { code path } assignment { pinned version } } }`;
const assign = `mutation ($input: AssignPersonInput!) { assignPerson(input: $input) { problems { code path } assignment { id state source } } }`;

async function anInvitedTutor() {
  const tutor = await aTutor(one);
  const family = await aFamily(one);
  const request = await aRequest(one, family.as);
  return { tutor, family, request, made: await anOffer(one, coordinator, { request: request.id, person: tutor.id }) };
}

const stateOf = async (request: string) =>
  (await one.sql("select state, taken from request where id = $1", [request]))[0];
const kindsOn = async (board: string, subject: string) =>
  (await one.sql("select kind from event where board = $1 and subject_id = $2 order by seq", [board, subject])).map(
    ({ kind }) => kind,
  );
const eventCount = async () => (await one.sql("select count(*)::int as n from event"))[0].n;

test("a declined offer frees the place and tells the coordinator, not the family, who said no", async () => {
  const { tutor, request, made } = await anInvitedTutor();
  const { declineOffer } = await one.get(
    decline,
    { input: { assignment: made.id, reason: "期末考试", idempotencyKey: "not-this-time" } },
    { as: tutor.as },
  );
  expect(declineOffer).toEqual({ problems: [], assignment: { state: "DECLINED" } });
  expect(await stateOf(request.id)).toEqual({ state: "open", taken: 0 });
  expect(await kindsOn("district/105", made.id)).toEqual(["OFFER_MADE", "OFFER_DECLINED"]);
  expect(await kindsOn(`request/${request.id}`, made.id)).toEqual([]);
  expect(await kindsOn(`request/${request.id}`, request.id)).toEqual([
    "REQUEST_SUBMITTED",
    "REQUEST_CHANGED",
    "REQUEST_CHANGED",
  ]);
  const again = await one.get(accept, { assignment: made.id, key: "changed-my-mind" }, { as: tutor.as });
  expect(again.acceptOffer.problems).toMatchObject([{ code: "ASSIGNMENT_STATE", path: ["assignment"] }]);
});

test("an offer for a request expires after a day, whatever woke us up: the place is free, and yes comes too late", async () => {
  const { tutor, request, made } = await anInvitedTutor();
  expect(made.answerBy).toBe("2026-11-26T04:00:00.000Z");
  expect(await one.sql("select run_at from graphile_worker.jobs where key = $1", [`offer/${made.id}`])).toEqual([
    { run_at: new Date(made.answerBy) },
  ]);
  one.clock.set(new Date("2026-11-26T03:59:59Z"));
  await tasks.expireOffer!(one.systemContext(), { assignment: made.id }, new AbortController().signal);
  expect(await stateOf(request.id)).toEqual({ state: "open", taken: 1 });
  one.clock.set(new Date(made.answerBy));
  const late = await one.get(accept, { assignment: made.id, key: "a-second-late" }, { as: tutor.as });
  expect(late.acceptOffer.problems).toMatchObject([{ code: "OFFER_EXPIRED", path: ["assignment"] }]);
  expect(await one.get("{ myOffers { id } }", {}, { as: tutor.as })).toEqual({ myOffers: [] });
  for (let again = 0; again < 2; again++)
    await tasks.expireOffers!(one.systemContext(), {}, new AbortController().signal);
  await tasks.expireOffer!(one.systemContext(), { assignment: made.id }, new AbortController().signal);
  expect(await stateOf(request.id)).toEqual({ state: "open", taken: 0 });
  expect(await kindsOn("district/105", made.id)).toEqual(["OFFER_MADE", "OFFER_EXPIRED"]);
});

test("an offer for a shift tonight gives two hours, or until half an hour before it starts", async () => {
  const site = await aSite(one);
  const answers = await Promise.all(
    ["2026-11-25T12:00:00Z", "2026-11-25T05:00:00Z", "2026-11-28T02:00:00Z"].map(async (start) => {
      const person = await aCounsellor(one, { weekly: always });
      return (await anOffer(one, coordinator, { shift: await aSeat(one, { site, startsAt: new Date(start) }), person }))
        .answerBy;
    }),
  );
  expect(answers).toEqual(["2026-11-25T06:00:00.000Z", "2026-11-25T04:30:00.000Z", "2026-11-26T04:00:00.000Z"]);
});

test("a withdrawn offer is gone; a coordinator who saw an older version is refused", async () => {
  const { tutor, request, made } = await anInvitedTutor();
  const before = await eventCount();
  const stale = await one.get(
    withdraw,
    { input: { assignment: made.id, expectedVersion: made.version + 1 } },
    { as: coordinator },
  );
  expect(stale.withdrawOffer).toMatchObject({
    assignment: null,
    problems: [{ code: "VERSION_STALE", path: ["expectedVersion"] }],
  });
  expect(await eventCount()).toBe(before);
  const { withdrawOffer } = await one.get(
    withdraw,
    { input: { assignment: made.id, expectedVersion: made.version } },
    { as: coordinator },
  );
  expect(withdrawOffer).toEqual({ problems: [], assignment: { state: "CANCELLED" } });
  expect(await stateOf(request.id)).toEqual({ state: "open", taken: 0 });
  const late = await one.get(accept, { assignment: made.id, key: "it-is-withdrawn" }, { as: tutor.as });
  expect(late.acceptOffer.problems).toMatchObject([{ code: "OFFER_GONE", path: ["assignment"] }]);
});

test("a rule that may be overridden gives way to a written reason, then and at the answer; a firm one never does", async () => {
  const family = await aFamily(one);
  const request = await aRequest(one, family.as);
  const busy = await aTutor(one, { weekly: "{[0,600)}" });
  const ask = (person: string, key: string, overrideReason?: string) =>
    one.get(
      offer,
      { input: { request: request.id, person, idempotencyKey: key, overrideReason: overrideReason ?? null } },
      { as: coordinator },
    );
  const before = await eventCount();
  expect((await ask(busy.id, "override-1")).makeOffer.problems).toMatchObject([
    { code: "NOT_AVAILABLE", path: ["person"], overridable: true },
  ]);
  const unvetted = await aTutor(one, { credentials: [] });
  expect((await ask(unvetted.id, "override-2", "asked by phone")).makeOffer.problems).toMatchObject([
    { code: "NOT_OVERRIDABLE", path: ["overrideReason"] },
    { code: "BACKGROUND_CHECK_MISSING", path: ["person"], overridable: false },
  ]);
  expect(await eventCount()).toBe(before);
  const { makeOffer } = await ask(busy.id, "override-3", "She asked for this Saturday on the telephone.");
  expect(makeOffer).toMatchObject({
    problems: [],
    assignment: { state: "OFFERED", weekly: { weekday: 6, fromMinute: 540, toMinute: 630 } },
  });
  const { acceptOffer } = await one.get(
    accept,
    { assignment: makeOffer.assignment!.id, key: "override-4" },
    { as: busy.as },
  );
  expect(acceptOffer).toMatchObject({ problems: [], assignment: { state: "CONFIRMED" } });
  expect(await one.sql("select override_reason from assignment where id = $1", [makeOffer.assignment!.id])).toEqual([
    { override_reason: "She asked for this Saturday on the telephone." },
  ]);
});

test("every rule is asked again at the answer: a check that was revoked meanwhile ends the matter", async () => {
  const { tutor, request, made } = await anInvitedTutor();
  await one.sql("update credential set state = 'revoked' where person_id = $1", [tutor.id]);
  const { acceptOffer } = await one.get(accept, { assignment: made.id, key: "revoked-meanwhile" }, { as: tutor.as });
  expect(acceptOffer).toMatchObject({
    assignment: null,
    problems: [{ code: "BACKGROUND_CHECK_MISSING", path: ["assignment"] }],
  });
  expect(await stateOf(request.id)).toEqual({ state: "open", taken: 1 });
  expect(await one.sql("select count(*)::int as n from commitment where assignment_id = $1", [made.id])).toEqual([
    { n: 0 },
  ]);
});

test("whoever waits to be relieved keeps the shift until the person who was asked says yes", async () => {
  const site = await aSite(one);
  const shift = await aSeat(one, { site, startsAt: new Date("2026-11-25T12:00:00Z") });
  const [holder, next] = [await aCounsellor(one), await aCounsellor(one, { weekly: always })];
  await one.get(
    `mutation ($shift: ID!) { claimShift(input: { shift: $shift, idempotencyKey: "holder-claims" }) { problems { code } } }`,
    { shift },
    { as: await one.tokenOf(holder) },
  );
  await one.sql("update assignment set releasing_since = $2 where shift_id = $1", [shift, noon]);
  await one.sql("update shift set releasing = 1 where id = $1", [shift]);
  const made = await anOffer(one, coordinator, { shift, person: next });
  expect(await one.sql("select taken, releasing from shift where id = $1", [shift])).toEqual([
    { taken: 1, releasing: 1 },
  ]);
  const third = await aCounsellor(one, { weekly: always });
  const refused = await one.get(
    offer,
    { input: { shift, person: third, idempotencyKey: "spoken-for" } },
    { as: coordinator },
  );
  expect(refused.makeOffer.problems).toMatchObject([{ code: "NO_PLACES_LEFT", path: ["person"] }]);
  await one.get(accept, { assignment: made.id, key: "takes-over" }, { as: await one.tokenOf(next) });
  expect(await one.sql("select taken, releasing from shift where id = $1", [shift])).toEqual([
    { taken: 1, releasing: 0 },
  ]);
  expect(
    await one.sql("select person_id, state from assignment where shift_id = $1 order by made_at, state desc", [shift]),
  ).toEqual(
    expect.arrayContaining([
      { person_id: holder, state: "released" },
      { person_id: next, state: "confirmed" },
    ]),
  );
});

test("when somebody else took over first, the yes of whoever was asked comes too late and changes nothing", async () => {
  const site = await aSite(one);
  const shift = await aSeat(one, { site, startsAt: new Date("2026-11-25T12:00:00Z") });
  const [holder, next, quick] = [
    await aCounsellor(one),
    await aCounsellor(one, { weekly: always }),
    await aCounsellor(one),
  ];
  const claim = `mutation ($shift: ID!) { claimShift(input: { shift: $shift, idempotencyKey: "claims-the-shift" }) { problems { code } } }`;
  await one.get(claim, { shift }, { as: await one.tokenOf(holder) });
  await one.sql("update assignment set releasing_since = $2 where shift_id = $1", [shift, noon]);
  await one.sql("update shift set releasing = 1 where id = $1", [shift]);
  const made = await anOffer(one, coordinator, { shift, person: next });
  expect((await one.get(claim, { shift }, { as: await one.tokenOf(quick) })).claimShift.problems).toEqual([]);
  const before = await eventCount();
  const late = await one.get(accept, { assignment: made.id, key: "too-late-now" }, { as: await one.tokenOf(next) });
  expect(late.acceptOffer.problems).toMatchObject([{ code: "OFFER_GONE", path: ["assignment"] }]);
  expect(await eventCount()).toBe(before);
  const input = { assignment: made.id, idempotencyKey: "then-rather-not" };
  expect((await one.get(decline, { input }, { as: await one.tokenOf(next) })).declineOffer.problems).toEqual([]);
  expect(await one.sql("select taken, releasing from shift where id = $1", [shift])).toEqual([
    { taken: 1, releasing: 0 },
  ]);
});

test("a tutor whose check is revoked loses the lessons ahead, and the request looks for somebody again", async () => {
  const { tutor, request, made } = await anInvitedTutor();
  await one.get(accept, { assignment: made.id, key: "before-revocation" }, { as: tutor.as });
  await withdrawUncredentialed(one.systemContext(), tutor.id);
  expect(await stateOf(request.id)).toEqual({ state: "matched", taken: 1 });
  await one.sql("update credential set state = 'revoked' where person_id = $1", [tutor.id]);
  one.clock.set(new Date("2026-11-28T01:30:00Z"));
  for (let again = 0; again < 2; again++) await withdrawUncredentialed(one.systemContext(), tutor.id);
  expect(await stateOf(request.id)).toEqual({ state: "open", taken: 0 });
  expect(
    await one.sql("select active, count(*)::int as n from commitment where assignment_id = $1 group by 1 order by 1", [
      made.id,
    ]),
  ).toEqual([
    { active: false, n: 3 },
    { active: true, n: 1 },
  ]);
  expect(await kindsOn(`person/${tutor.id}`, made.id)).toEqual([
    "OFFER_MADE",
    "OFFER_ACCEPTED",
    "ASSIGNMENT_CANCELLED",
  ]);
});

test("a coordinator assigns at once and pins it; a family cancels, and the helper has the time back", async () => {
  const tutor = await aTutor(one);
  const family = await aFamily(one);
  const request = await aRequest(one, family.as);
  const { assignPerson } = await one.get(
    assign,
    { input: { request: request.id, person: tutor.id, idempotencyKey: "assign-at-once" } },
    { as: coordinator },
  );
  expect(assignPerson).toMatchObject({ problems: [], assignment: { state: "CONFIRMED", source: "ASSIGNED" } });
  expect(await stateOf(request.id)).toEqual({ state: "matched", taken: 1 });
  const { pinAssignment } = await one.get(
    pin,
    { input: { assignment: assignPerson.assignment.id, expectedVersion: 1, pinned: true } },
    { as: coordinator },
  );
  expect(pinAssignment).toEqual({ problems: [], assignment: { pinned: true, version: 2 } });
  // After the second lesson has begun, two are still to come.
  one.clock.set(new Date("2026-12-05T01:30:00Z"));
  const input = { request: request.id, expectedVersion: 2, reason: "FOUND_ELSEWHERE" } as const;
  const { cancelRequest } = await one.get(cancel, { input }, { as: family.as });
  expect(cancelRequest).toMatchObject({ problems: [], request: { state: "CANCELLED", taken: 0 } });
  expect(
    await one.sql("select active, count(*)::int as n from commitment where assignment_id = $1 group by 1 order by 1", [
      assignPerson.assignment.id,
    ]),
  ).toEqual([
    { active: false, n: 2 },
    { active: true, n: 2 },
  ]);
  expect(await kindsOn(`person/${tutor.id}`, assignPerson.assignment.id)).toEqual([
    "ASSIGNMENT_MADE",
    "ASSIGNMENT_PINNED",
    "ASSIGNMENT_CANCELLED",
  ]);
  const twice = await one.get(cancel, { input: { ...input, expectedVersion: 3 } }, { as: family.as });
  expect(twice.cancelRequest.problems).toMatchObject([{ code: "REQUEST_STATE", path: ["request"] }]);
});

test("people who are not volunteers, or are asked already, are refused by name of the rule", async () => {
  const { request, made, tutor } = await anInvitedTutor();
  expect(made.version).toBe(1);
  const ask = async (person: string, key: string) =>
    (
      await one.get(offer, { input: { request: request.id, person, idempotencyKey: key } }, { as: coordinator })
    ).makeOffer.problems.map(({ code }: { code: string }) => code);
  expect(await ask(tutor.id, "asked-already")).toEqual(["ALREADY_ASSIGNED"]);
  expect(await ask(await aPerson(one, { roles: [] }), "no-volunteer")).toContain("PERSON_NOT_ACTIVE");
  expect(await ask("00000000-0000-0000-0000-000000000000", "nobody-there")).toEqual(["PERSON_UNKNOWN"]);
});
