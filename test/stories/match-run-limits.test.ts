import { afterEach, beforeEach, expect, test } from "vitest";
import { aCity } from "../given/city.ts";
import { aCoordinator, aFamily, anOffer, aRequest, aTutor } from "../given/requests.ts";
import { openProduct, type Product } from "../harness/product.ts";

let one: Product;
let coordinator: string;

beforeEach(async () => {
  one = await openProduct();
  await aCity(one);
  coordinator = await aCoordinator(one);
}, 60_000);

afterEach(() => one.close());

interface Proposed {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly request: { readonly id: string };
  readonly person: { readonly id: string } | null;
  readonly weekly: { readonly weekday: number; readonly fromMinute: number } | null;
}

let keys = 0;

/** A run over the district, computed; what it came to. */
async function aRun() {
  const start = `mutation ($input: StartMatchRunInput!) { startMatchRun(input: $input) { problems { code } matchRun { id } } }`;
  const input = { district: "105", idempotencyKey: `limits-key-${++keys}` };
  const { startMatchRun } = await one.get(start, { input }, { as: coordinator });
  await one.work();
  const { id } = startMatchRun.matchRun;
  const look = `query ($id: ID!) { matchRun(id: $id) { state objective dual lossAtMost openRequests added moved unfilled
    proposals(first: 50) { edges { node { id kind state request { id } person { id } weekly { weekday fromMinute } } } } } }`;
  const { matchRun } = await one.get(look, { id }, { as: coordinator });
  const proposals: Proposed[] = matchRun.proposals.edges.map(({ node }: { node: Proposed }) => node);
  return { ...matchRun, id, proposals };
}

async function apply(matchRun: string, proposals: readonly string[]) {
  const mutation = `mutation ($input: ApplyMatchRunInput!) { applyMatchRun(input: $input) { problems { code } applied skipped { id state staleReason } } }`;
  const input = { matchRun, proposals, idempotencyKey: `limits-key-${++keys}` };
  return (await one.get(mutation, { input }, { as: coordinator })).applyMatchRun;
}

const limitTo = (person: string, most: number) =>
  one.sql("update person set max_assignments = $2 where id = $1", [person, most]);

test("what a coordinator has offered is pinned: neither the place nor the person is given to anything else", async () => {
  const tutor = await aTutor(one);
  await limitTo(tutor.id, 1);
  const pinned = await aRequest(one, (await aFamily(one)).as);
  const other = await aRequest(one, (await aFamily(one)).as, { urgency: 3 });
  const offered = await anOffer(one, coordinator, { request: pinned.id, person: tutor.id });
  const run = await aRun();
  expect(run).toMatchObject({ state: "READY", openRequests: 1, added: 0, moved: 0, unfilled: 1 });
  expect(run.proposals).toMatchObject([{ kind: "UNFILLED", request: { id: other.id } }]);

  await one.get(
    `mutation ($input: DeclineOfferInput!) { declineOffer(input: $input) { problems { code } } }`,
    { input: { assignment: offered.id, idempotencyKey: "decline-the-offer" } },
    { as: tutor.as },
  );
  const again = await aRun();
  expect(again).toMatchObject({ openRequests: 2, added: 1, unfilled: 1 });
  expect(again.proposals[0]).toMatchObject({ kind: "ADDED", request: { id: other.id }, person: { id: tutor.id } });
});

const consent = (verb: "giveConsent" | "withdrawConsent", as: string) =>
  one.get(`mutation { ${verb}(input: { kind: MATCHING }) { problems { code } } }`, {}, { as });

test("whoever took back that they agree to be matched is no candidate, and one who agrees again is", async () => {
  const tutor = await aTutor(one);
  await aRequest(one, (await aFamily(one)).as);
  await consent("giveConsent", tutor.as);
  await consent("withdrawConsent", tutor.as);
  expect(await aRun()).toMatchObject({ state: "READY", added: 0, unfilled: 1 });
  await consent("giveConsent", tutor.as);
  expect(await aRun()).toMatchObject({ state: "READY", added: 1, unfilled: 0 });
});

test("consent taken back after the run makes its proposal stale: it is skipped and reported", async () => {
  const tutor = await aTutor(one);
  await aRequest(one, (await aFamily(one)).as);
  await consent("giveConsent", tutor.as);
  const run = await aRun();
  await consent("withdrawConsent", tutor.as);
  const { id } = run.proposals[0]!;
  expect(await apply(run.id, [id])).toEqual({
    problems: [],
    applied: 0,
    skipped: [{ id, state: "STALE", staleReason: expect.stringContaining("no longer agree to be matched") }],
  });
  expect(await one.sql("select 1 from assignment where state = 'offered'")).toEqual([]);
});

test("two lessons at one time are never both proposed to one person, and the run says what that can have cost", async () => {
  const tutor = await aTutor(one);
  await limitTo(tutor.id, 2);
  const nineToHalfPastTen = [{ weekday: 6, fromMinute: 540, toMinute: 630 }];
  const calm = await aRequest(one, (await aFamily(one)).as, { weekly: nineToHalfPastTen, urgency: 0 });
  const urgent = await aRequest(one, (await aFamily(one)).as, { weekly: nineToHalfPastTen, urgency: 3 });
  const run = await aRun();
  expect(run.proposals).toMatchObject([
    { kind: "ADDED", request: { id: urgent.id }, person: { id: tutor.id }, weekly: { weekday: 6, fromMinute: 540 } },
    { kind: "UNFILLED", request: { id: calm.id } },
  ]);
  expect(run.objective).toBe(run.dual);
  expect(run.lossAtMost).toBeGreaterThan(0);

  await aTutor(one);
  const both = await aRun();
  expect(both).toMatchObject({ added: 2, unfilled: 0 });
  expect(new Set(both.proposals.map(({ person }: Proposed) => person!.id)).size).toBe(2);
});

test("two lessons that one person can give one after the other are proposed so, at no loss", async () => {
  const tutor = await aTutor(one);
  await limitTo(tutor.id, 2);
  const saturdayMorning = [{ weekday: 6, fromMinute: 540, toMinute: 720 }];
  for (let n = 0; n < 2; n++) await aRequest(one, (await aFamily(one)).as, { weekly: saturdayMorning });
  const run = await aRun();
  expect(run).toMatchObject({ added: 2, unfilled: 0, lossAtMost: 0 });
  expect(run.proposals.map(({ weekly }: Proposed) => weekly!.fromMinute).sort()).toEqual([540, 630]);
});
