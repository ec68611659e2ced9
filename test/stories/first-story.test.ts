import { afterAll, beforeAll, expect, test } from "vitest";
import { generateCity } from "../../api/src/demonstration/city.ts";
import { follow, masterKey, noon, openProduct, type Product } from "../harness/product.ts";

// The first true story, from end to end, in the demonstration city and without a browser.

let product: Product;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  product = await openProduct();
  await generateCity({
    ownerUrl: product.database.ownerUrl,
    masterKey,
    scale: 1_000,
    seed: 2020,
    now: noon,
    log: { info() {} },
  });
  for (const persona of ["counsellor", "family", "volunteer", "coordinator"]) {
    const { demoSignIn } = await product.get(
      "mutation ($persona: String!) { demoSignIn(input: { persona: $persona, bearer: true }) { token problems { code } } }",
      { persona },
    );
    tokens[persona] = demoSignIn.token;
  }
}, 120_000);
afterAll(() => product.close());

test("a counsellor claims a slot, a family is helped, and the coordinator sees it all as it happens", async () => {
  const board = follow(
    product.socket(tokens.coordinator),
    'subscription { boardEvents(board: "district/105", after: 0) { seq kind summary subjectId } }',
    {},
  );

  // 1. Next week's slots, with what she may take and why not the rest; she claims one.
  const slots = `query ($from: DateTime!, $to: DateTime!, $site: ID!) {
    shifts(from: $from, to: $to, site: $site, role: SEAT, first: 100) { edges { node { id free eligibility { allowed reasons { short message } } } } }
  }`;
  const { sites } = await product.get(
    "{ sites(kind: HOTLINE, district: 105) { id name } }",
    {},
    { as: tokens.counsellor },
  );
  const week = { from: "2026-11-29T16:00:00Z", to: "2026-12-06T16:00:00Z", site: sites[0].id };
  const seats = (await product.get(slots, week, { as: tokens.counsellor })).shifts.edges.map(
    ({ node }: { node: unknown }) => node,
  );
  expect(seats.length).toBeGreaterThan(20);
  for (const seat of seats.filter((one: { eligibility: { allowed: boolean } }) => !one.eligibility.allowed))
    expect(seat.eligibility.reasons[0].short).not.toBe("");
  const seat = seats.find((one: { eligibility: { allowed: boolean } }) => one.eligibility.allowed);
  const { claimShift } = await product.get(
    'mutation ($shift: ID!) { claimShift(input: { shift: $shift, idempotencyKey: "first-story-claim" }) { problems { message } assignment { id } } }',
    { shift: seat.id },
    { as: tokens.counsellor },
  );
  expect(claimShift.problems).toEqual([]);
  const { mySchedule } = await product.get(
    "query ($from: DateTime!, $to: DateTime!) { mySchedule(from: $from, to: $to, first: 50) { edges { node { id } } } }",
    week,
    { as: tokens.counsellor },
  );
  expect(mySchedule.edges.map(({ node }: { node: { id: string } }) => node.id)).toContain(claimShift.assignment.id);

  // 2. A medic's family asks for lessons, and sees an expected wait and a number.
  const { skills } = await product.get("{ skills { id code specialisms { id code } } }");
  const tutoring = skills.find(({ code }: { code: string }) => code === "tutoring");
  const subject = tutoring.specialisms.find(({ code }: { code: string }) => code === "math/junior2");
  const { submitRequest } = await product.get(
    `mutation ($input: SubmitRequestInput!) { submitRequest(input: $input) { problems { code message path } request { id number state wait { medianMinutes shortMinutes longMinutes basis } } } }`,
    {
      input: {
        idempotencyKey: "first-story-request",
        kind: "TUTORING",
        forWhom: "MEDIC_FAMILY",
        district: "105",
        mode: "ONLINE",
        urgency: 2,
        skill: tutoring.id,
        subjects: [subject.id],
        grade: "junior2",
        weekly: [
          { weekday: 2, fromMinute: 1_140, toMinute: 1_260 },
          { weekday: 4, fromMinute: 1_140, toMinute: 1_260 },
        ],
        sessionsPerWeek: 1,
        sessionMinutes: 60,
        consent: true,
      },
    },
    { as: tokens.family },
  );
  expect(submitRequest.problems).toEqual([]);
  const { request } = submitRequest;
  expect(request).toMatchObject({ number: expect.stringMatching(/^R-\d+$/), state: "OPEN" });
  expect(request.wait.basis).toBeGreaterThanOrEqual(5);

  // 3. The coordinator has seen both; she runs the matcher, reviews and applies.
  await board.until(({ subjectId }) => subjectId === claimShift.assignment.id);
  await board.until(({ subjectId }) => subjectId === request.id);
  const { startMatchRun } = await product.get(
    'mutation { startMatchRun(input: { district: "105", seed: 7, idempotencyKey: "first-story-run" }) { problems { message } matchRun { id board } } }',
    {},
    { as: tokens.coordinator },
  );
  expect(startMatchRun.problems).toEqual([]);
  await product.work();
  const { matchRun } = await product.get(
    `query ($id: ID!) { matchRun(id: $id) { state objective dual proposals(first: 100) { edges { node { id kind request { id } person { name } parts { label } explanation { sentence } } } } } }`,
    { id: startMatchRun.matchRun.id },
    { as: tokens.coordinator },
  );
  expect(matchRun.state).toBe("READY");
  expect(matchRun.objective).toBe(matchRun.dual);
  const proposals = matchRun.proposals.edges.map(({ node }: { node: unknown }) => node);
  const mine = proposals.find((proposal: { request: { id: string } }) => proposal.request.id === request.id);
  expect(mine).toMatchObject({ kind: "ADDED", person: { name: "张宁" } });
  for (const open of proposals.filter(({ kind }: { kind: string }) => kind === "UNFILLED"))
    expect(open.explanation.sentence).not.toBe("");
  const { applyMatchRun } = await product.get(
    'mutation ($run: ID!, $ids: [ID!]!) { applyMatchRun(input: { matchRun: $run, proposals: $ids, idempotencyKey: "first-story-apply" }) { problems { message } applied skipped { id } } }',
    { run: startMatchRun.matchRun.id, ids: [mine.id] },
    { as: tokens.coordinator },
  );
  expect(applyMatchRun).toMatchObject({ problems: [], applied: 1, skipped: [] });

  // The tutor accepts, and the family's page moves.
  const page = follow(
    product.socket(tokens.family),
    "subscription ($board: String!) { boardEvents(board: $board, after: 0) { kind request { state } subject { ... on Request { state assignment { person { name } } } } } }",
    {
      board: `request/${request.id}`,
    },
  );
  const { myOffers } = await product.get(
    "{ myOffers { id request { id } fit { label ok } } }",
    {},
    { as: tokens.volunteer },
  );
  const offer = myOffers.find((one: { request: { id: string } | null }) => one.request?.id === request.id);
  const { acceptOffer } = await product.get(
    'mutation ($id: ID!) { acceptOffer(input: { assignment: $id, idempotencyKey: "first-story-accept" }) { problems { message } assignment { state } } }',
    { id: offer.id },
    { as: tokens.volunteer },
  );
  expect(acceptOffer).toEqual({ problems: [], assignment: { state: "CONFIRMED" } });
  const moved = await page.until(({ subject }) => subject?.state === "MATCHED");
  expect(moved.subject.assignment.person.name).toBe("Volunteer 张");
}, 60_000);
