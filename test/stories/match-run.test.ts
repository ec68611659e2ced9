import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { aCity } from "../given/city.ts";
import { aCoordinator, aFamily, aRequest, aTutor, cancel, lessons } from "../given/requests.ts";
import { follow, openProduct, type Product } from "../harness/product.ts";

let one: Product;
let coordinator: string;

beforeEach(async () => {
  one = await openProduct();
  await aCity(one);
  coordinator = await aCoordinator(one);
}, 60_000);

afterEach(() => one.close());

const start = `mutation ($input: StartMatchRunInput!) {
  startMatchRun(input: $input) { problems { code path } matchRun { id state version board seed progress } }
}`;
const review = `query ($id: ID!) { matchRun(id: $id) {
  state version progress objective dual openRequests volunteers edges added moved unfilled failure district { id } startedBy { id }
  proposals(first: 50) { edges { node { id kind state checked cost price request { id } person { id name } weekly { weekday fromMinute toMinute }
    parts { code label units weight } facts { code ok } staleReason explanation { sentence funnel { code count } relaxations { code label wouldFit } cut } } } } } }`;
const apply = `mutation ($input: ApplyMatchRunInput!) {
  applyMatchRun(input: $input) { problems { code path } applied matchRun { state version } skipped { id state staleReason } }
}`;

let keys = 0;
async function aRun(as = coordinator, given: object = { district: "105" }): Promise<{ id: string; version: number }> {
  const { startMatchRun } = await one.get(start, { input: { ...given, idempotencyKey: `run-key-${++keys}` } }, { as });
  expect(startMatchRun.problems).toEqual([]);
  return startMatchRun.matchRun;
}
async function proposalsOf(id: string) {
  const { matchRun } = await one.get(review, { id }, { as: coordinator });
  return { ...matchRun, proposals: matchRun.proposals.edges.map(({ node }: { node: object }) => node) };
}

test("a coordinator runs the matcher, reviews the plan, applies it, and the tutor has an offer", async () => {
  const family = await aFamily(one);
  const tutor = await aTutor(one, { name: "林静" });
  const request = await aRequest(one, family.as);
  const evening = [{ weekday: 2, fromMinute: 1140, toMinute: 1260 }];
  const other = await aRequest(one, (await aFamily(one)).as, { weekly: evening, urgency: 0 });
  const board = follow(
    one.socket(coordinator),
    `subscription { boardEvents(board: "district/105", after: 0) { kind subject { ... on MatchRun { state } } } }`,
    {},
  );
  const run = await aRun();
  expect(run).toMatchObject({ state: "QUEUED", version: 1, board: `run/${run.id}`, seed: 1, progress: 0 });
  await one.work();
  await board.until(({ kind }) => kind === "MATCH_RUN_READY");

  const plan = await proposalsOf(run.id);
  expect(plan).toMatchObject({
    state: "READY",
    progress: 100,
    openRequests: 2,
    added: 1,
    moved: 0,
    unfilled: 1,
    failure: null,
    district: { id: "105" },
  });
  expect(plan.objective).toBe(plan.dual);
  const [added, unfilled] = plan.proposals;
  expect(added).toMatchObject({
    kind: "ADDED",
    state: "OPEN",
    checked: true,
    request: { id: request.id },
    person: { id: tutor.id },
    weekly: { weekday: 6, fromMinute: 540, toMinute: 630 },
    explanation: null,
  });
  expect(added.parts.reduce((sum: number, part: { units: number; weight: number }) => sum + part.units * part.weight, 0)).toBe(added.cost);
  expect(added.facts.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
  expect(unfilled).toMatchObject({
    kind: "UNFILLED",
    checked: false,
    request: { id: other.id },
    person: null,
    explanation: { sentence: 'Of 1 person, nobody passes "free at the time".', cut: null },
  });
  expect(unfilled.explanation.relaxations).toContainEqual({
    code: "weekday",
    label: "With Saturday allowed, 1 person fits",
    wouldFit: 1,
  });
  const { applyMatchRun } = await one.get(
    apply,
    { input: { matchRun: run.id, proposals: [added.id], idempotencyKey: "apply-this-plan" } },
    { as: coordinator },
  );
  expect(applyMatchRun).toMatchObject({ problems: [], applied: 1, skipped: [], matchRun: { state: "APPLIED" } });
  const { myOffers } = await one.get("{ myOffers { source request { id } weekly { weekday fromMinute toMinute } } }", {}, { as: tutor.as });
  expect(myOffers).toEqual([
    { source: "MATCHED", request: { id: request.id }, weekly: { weekday: 6, fromMinute: 540, toMinute: 630 } },
  ]);
  await board.until(({ kind }) => kind === "MATCH_RUN_APPLIED");
  expect(board.events.map(({ kind }) => kind).filter((kind) => kind !== "MATCH_RUN_PROGRESSED")).toEqual([
    "REQUEST_SUBMITTED",
    "REQUEST_SUBMITTED",
    "MATCH_RUN_STARTED",
    "MATCH_RUN_READY",
    "OFFER_MADE",
    "MATCH_RUN_APPLIED",
  ]);
});
