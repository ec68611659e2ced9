import { afterAll, beforeAll, expect, test } from "vitest";
import { InboxDocument as inbox, WatchBoardDocument } from "../documents/boards.generated.ts";
import {
  ApplyMatchRunDocument as apply,
  ReviewMatchRunDocument as review,
  StartMatchRunDocument as start,
} from "../documents/matching.generated.ts";
import { aCity } from "../given/city.ts";
import { aCoordinator, aFamily, aRequest, aTutor } from "../given/requests.ts";
import { openSocket } from "../harness/ask.ts";
import { eventually } from "../harness/eventually.ts";
import { type ApiProcess, startApi } from "../harness/process.ts";
import { follow, openProduct, type Product } from "../harness/product.ts";

// SHOUWANG_ROLE: one process answers people and does no job, another does the jobs and answers nobody.

let ground: Product;
let api: ApiProcess;

beforeAll(async () => {
  ground = await openProduct();
  ground.clock.set(new Date());
  await aCity(ground);
  api = await startApi(ground.database.ownerUrl, { SHOUWANG_ROLE: "api" });
}, 60_000);

afterAll(async () => {
  expect(await api.stop()).toBe(0);
  await ground.close();
});

test("a match run that the API took waits for a worker, which solves it and sends the notices of what was applied", async () => {
  const monthAgo = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  const tutor = await aTutor(ground, {
    credentials: [{ kind: "background_check", from: monthAgo, until: "2099-01-01" }],
  });
  const request = await aRequest(ground, (await aFamily(ground)).as);
  const coordinator = await aCoordinator(ground);
  const as = { as: coordinator };

  const { startMatchRun } = await api.get(start, { input: { district: "105", idempotencyKey: "a-run-of-two" } }, as);
  expect(startMatchRun).toMatchObject({ problems: [], matchRun: { state: "QUEUED" } });
  const { id, board } = startMatchRun.matchRun!;
  const socket = openSocket(api.url, coordinator);
  const run = follow(socket, WatchBoardDocument, { board, after: 0 });
  const waiting =
    "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'runMatch' and attempts = 0";
  expect(await ground.sql(waiting)).toEqual([{ n: 1 }]);

  const worker = await startApi(ground.database.ownerUrl, { SHOUWANG_ROLE: "worker" });
  try {
    expect((await fetch(`${worker.url}/readyz`)).status).toBe(200);
    expect((await fetch(`${worker.url}/graphql`, { method: "POST" })).status).toBe(404);

    await run.until(({ kind }) => kind === "MATCH_RUN_READY");
    const { matchRun } = await api.get(review, { id }, as);
    expect(matchRun).toMatchObject({ state: "READY", added: 1 });
    expect(matchRun?.objective).toBe(matchRun?.dual);
    const proposals = matchRun!.proposals.edges.map(({ node }) => node.id);
    const { applyMatchRun } = await api.get(
      apply,
      { input: { matchRun: id, proposals, idempotencyKey: "apply-run-of-two" } },
      as,
    );
    expect(applyMatchRun).toMatchObject({ problems: [], applied: 1 });

    const told = async () => (await api.get(inbox, {}, { as: tutor.as })).notices.edges.length > 0;
    await eventually(told, "the worker made no notice");
    expect((await api.get(inbox, {}, { as: tutor.as })).notices.edges).toEqual([{ node: { kind: "offer_made" } }]);
    expect(await ground.sql("select state from assignment where request_id = $1", [request.id])).toEqual([
      { state: "offered" },
    ]);
  } finally {
    await socket.dispose();
    expect(await worker.stop()).toBe(0);
  }
}, 60_000);
