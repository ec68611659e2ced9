import { afterEach, beforeEach, expect, test } from "vitest";
import { takeBackLostRuns } from "../../api/src/modules/matching/lost-runs.ts";
import { aCity } from "../given/city.ts";
import { aCoordinator, aFamily, aRequest, aTutor, cancel } from "../given/requests.ts";
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
  const tuesday = [{ weekday: 2, fromMinute: 540, toMinute: 660 }];
  const other = await aRequest(one, (await aFamily(one)).as, { weekly: tuesday, urgency: 0 });
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
  expect(
    added.parts.reduce((sum: number, part: { units: number; weight: number }) => sum + part.units * part.weight, 0),
  ).toBe(added.cost);
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
  const { myOffers } = await one.get(
    "{ myOffers { source request { id } weekly { weekday fromMinute toMinute } } }",
    {},
    { as: tutor.as },
  );
  expect(myOffers).toEqual([
    { source: "MATCHED", request: { id: request.id }, weekly: { weekday: 6, fromMinute: 540, toMinute: 630 } },
  ]);
  await board.until(({ kind }) => kind === "MATCH_RUN_APPLIED");
  expect(board.events.some(({ kind }) => kind === "MATCH_RUN_PROGRESSED")).toBe(true);
  expect(board.events.map(({ kind }) => kind).filter((kind) => kind !== "MATCH_RUN_PROGRESSED")).toEqual([
    "REQUEST_SUBMITTED",
    "REQUEST_SUBMITTED",
    "MATCH_RUN_STARTED",
    "MATCH_RUN_READY",
    "OFFER_MADE",
    "MATCH_RUN_APPLIED",
  ]);
});

const applied = (matchRun: string, proposals: string[], key: string, as = coordinator) =>
  one
    .get(apply, { input: { matchRun, proposals, idempotencyKey: key } }, { as })
    .then(({ applyMatchRun }) => applyMatchRun);
const offers = () =>
  one.sql("select person_id, request_id, run_id from assignment where state = 'offered' order by id");

/** Families with a tutor each, and a plan for them. */
async function aPlan(pairs: number) {
  const families = [];
  for (let n = 0; n < pairs; n++) {
    const family = await aFamily(one);
    await aTutor(one);
    families.push({ ...family, request: await aRequest(one, family.as) });
  }
  const run = await aRun();
  await one.work();
  const plan = await proposalsOf(run.id);
  expect(plan).toMatchObject({ state: "READY", added: pairs, unfilled: 0 });
  return { run, plan, families, ids: plan.proposals.map(({ id }: { id: string }) => id) };
}

test("what went stale is shown, skipped and reported; the rest is applied", async () => {
  const { run, families, plan, ids } = await aPlan(2);
  const [gone] = families;
  await one.get(
    cancel,
    { input: { request: gone!.request.id, expectedVersion: gone!.request.version, reason: "FOUND_ELSEWHERE" } },
    { as: gone!.as },
  );
  const { id } = plan.proposals.find((one: { request: { id: string } }) => one.request.id === gone!.request.id);
  const shown = (await proposalsOf(run.id)).proposals.find((one: { id: string }) => one.id === id);
  const reason = "Someone has changed it meanwhile. Look at the newest state, then decide.";
  expect(shown).toMatchObject({ state: "STALE", checked: false, staleReason: reason });
  expect(await applied(run.id, ids, "apply-with-stale")).toEqual({
    problems: [],
    applied: 1,
    matchRun: { state: "APPLIED", version: 4 },
    skipped: [{ id, state: "STALE", staleReason: reason }],
  });
  expect(await offers()).toEqual([expect.objectContaining({ request_id: families[1]!.request.id, run_id: run.id })]);
});

test("a rule that someone breaks since the run is asked again: the proposal is skipped with the rule's words", async () => {
  const { run, plan, ids } = await aPlan(1);
  await one.sql("update credential set state = 'revoked' where person_id = $1", [plan.proposals[0].person.id]);
  const { applied: count, skipped } = await applied(run.id, ids, "apply-after-revoked");
  expect(count).toBe(0);
  expect(skipped[0].staleReason).toContain("background check");
  expect(await offers()).toEqual([]);
});

test("applying twice with one key has one effect and one answer; with another key it is refused", async () => {
  const { run, ids } = await aPlan(2);
  const first = await applied(run.id, ids, "apply-exactly-once");
  expect(first).toMatchObject({ problems: [], applied: 2, skipped: [] });
  expect(await applied(run.id, ids, "apply-exactly-once")).toEqual(first);
  expect(await applied(run.id, ids, "apply-another-key")).toMatchObject({
    problems: [{ code: "RUN_STATE", path: ["matchRun"] }],
  });
  expect(await offers()).toHaveLength(2);
});

test("two coordinators apply at once: one of them does", async () => {
  const { run, ids } = await aPlan(3);
  const other = await aCoordinator(one);
  const answers = await Promise.all([
    applied(run.id, ids, "apply-by-the-one"),
    applied(run.id, ids, "apply-by-the-other", other),
  ]);
  const codes = answers.flatMap(({ problems }) => problems.map(({ code }: { code: string }) => code));
  expect(codes).toEqual(["RUN_STATE"]);
  expect(answers.map((answer) => answer.applied).filter((count) => count !== null)).toEqual([3]);
  expect(await offers()).toHaveLength(3);
});

test("what was left out of a review is put away with the run", async () => {
  const { run, ids } = await aPlan(2);
  await applied(run.id, [ids[1]], "apply-only-one");
  const { proposals } = await proposalsOf(run.id);
  expect(proposals.map(({ state }: { state: string }) => state)).toEqual(["SKIPPED", "APPLIED"]);
  expect(await offers()).toHaveLength(1);
});

test("a district has one run at a time; a second one is refused and nothing of it stays", async () => {
  await aRun();
  const before = await one.sql("select count(*)::int as n from event");
  const { startMatchRun } = await one.get(
    start,
    { input: { district: "105", idempotencyKey: "the-second-run" } },
    { as: coordinator },
  );
  expect(startMatchRun).toEqual({ problems: [{ code: "RUN_BUSY", path: [] }], matchRun: null });
  expect(await one.sql("select state from match_run")).toEqual([{ state: "queued" }]);
  expect(await one.sql("select count(*)::int as n from event")).toEqual(before);
});

test("another district's run looks like none at all", async () => {
  const { run, ids } = await aPlan(1);
  const stranger = await aCoordinator(one, 108);
  expect((await one.get(review, { id: run.id }, { as: stranger })).matchRun).toBeNull();
  expect(await applied(run.id, ids, "apply-by-stranger", stranger)).toMatchObject({
    problems: [{ code: "NOT_FOUND", path: ["matchRun"] }],
  });
  for (const district of ["105", null]) {
    const asked = { input: { district, idempotencyKey: `foreign-run-${district}` } };
    const { startMatchRun } = await one.get(start, asked, { as: stranger });
    expect(startMatchRun.problems).toEqual([{ code: "NOT_FOUND", path: ["district"] }]);
  }
  expect(await offers()).toEqual([]);
});

const stop = `mutation ($input: StopMatchRunInput!) { stopMatchRun(input: $input) { problems { code path } matchRun { state } } }`;

test("a run that was stopped is computed no further, and the next one may start", async () => {
  const run = await aRun();
  const old = await one.get(stop, { input: { matchRun: run.id, expectedVersion: 9 } }, { as: coordinator });
  expect(old.stopMatchRun.problems).toEqual([{ code: "VERSION_STALE", path: ["expectedVersion"] }]);
  const { stopMatchRun } = await one.get(
    stop,
    { input: { matchRun: run.id, expectedVersion: run.version } },
    { as: coordinator },
  );
  expect(stopMatchRun).toEqual({ problems: [], matchRun: { state: "DISCARDED" } });
  await one.work();
  expect(await proposalsOf(run.id)).toMatchObject({ state: "DISCARDED", proposals: [] });
  await aRun();
});

test("a run whose worker died is given to another; the second death fails it", async () => {
  await aTutor(one);
  await aRequest(one, (await aFamily(one)).as);
  const lost = async (id: string, tries: number) => {
    await one.sql("delete from graphile_worker._private_jobs");
    await one.sql("update match_run set state = 'running', tries = $2, beat_at = $3 where id = $1", [
      id,
      tries,
      one.clock.now(),
    ]);
    one.clock.advance(61_000);
    await takeBackLostRuns(one.systemContext(), {}, new AbortController().signal);
  };
  const run = await aRun();
  await lost(run.id, 1);
  expect(await proposalsOf(run.id)).toMatchObject({ state: "QUEUED" });
  await one.work();
  expect(await proposalsOf(run.id)).toMatchObject({ state: "READY", added: 1 });
  const next = await aRun(coordinator, { district: "105", seed: 2 });
  await lost(next.id, 2);
  expect(await proposalsOf(next.id)).toMatchObject({
    state: "FAILED",
    failure: "The server that computed it was lost and nothing was changed. Run it again.",
  });
});

test("the same input and seed give the same plan", async () => {
  const { run } = await aPlan(5);
  const pairsOf = async (id: string) =>
    (
      await one.sql(
        "select request_id, person_id, weekly::text, cost from proposal where run_id = $1 order by position",
        [id],
      )
    ).map((row) => JSON.stringify(row));
  const again = await aRun();
  await one.work();
  expect(await pairsOf(again.id)).toEqual(await pairsOf(run.id));
  expect(await pairsOf(run.id)).toHaveLength(5);
});

test("where several share one person who fits, the most urgent gets them and the others hear who competes", async () => {
  const tutor = await aTutor(one);
  await one.sql("update person set max_assignments = 1 where id = $1", [tutor.id]);
  const calm = await aRequest(one, (await aFamily(one)).as, { urgency: 0 });
  const urgent = await aRequest(one, (await aFamily(one)).as, { urgency: 3 });
  const run = await aRun();
  await one.work();
  const { proposals } = await proposalsOf(run.id);
  expect(proposals).toMatchObject([
    { kind: "ADDED", request: { id: urgent.id }, person: { id: tutor.id } },
    {
      kind: "UNFILLED",
      request: { id: calm.id },
      explanation: {
        sentence: "2 requests share 1 person who fit, and all of them are taken.",
        cut: "2 requests share 1 person who fit, and all of them are taken.",
      },
    },
  ]);
  expect(proposals[0].price).toBeGreaterThan(0);
});
