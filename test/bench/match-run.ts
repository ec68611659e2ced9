import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { pino } from "pino";

// How long from "run" to a reviewable plan, and what the event loop of the API feels meanwhile.
//   node test/bench/match-run.ts [--people 1200000] [--requests 10000] [--runs 3] [--data FOLDER] [--json]

/** The API as it is built: the thread of a run starts from JavaScript, as in production. */
const built = <Module>(name: string): Promise<Module> =>
  import(new URL(`../../api/dist/${name}.js`, import.meta.url).href) as Promise<Module>;
const { installJobs } = await built<typeof import("../../api/src/platform/jobs.ts")>("platform/jobs");
const { standardLimits } =
  await built<typeof import("../../api/src/platform/limits/operation.ts")>("platform/limits/operation");
const { migrate } = await built<typeof import("../../api/src/platform/migrations.ts")>("platform/migrations");
const { startEmbeddedPostgres } =
  await built<typeof import("../../api/src/platform/postgres/embedded.ts")>("platform/postgres/embedded");
const { productDatabase } = await built<typeof import("../../api/src/platform/postgres/product-database.ts")>(
  "platform/postgres/product-database",
);
const { openSession } = await built<typeof import("../../api/src/platform/session.ts")>("platform/session");
const { transaction } = await built<typeof import("../../api/src/platform/transaction.ts")>("platform/transaction");
const { serve } = await built<typeof import("../../api/src/serve.ts")>("serve");

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "1200000" },
    requests: { type: "string", default: "10000" },
    runs: { type: "string", default: "3" },
    /** Keeps the database for the next time. */
    data: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const coordinator = "00000000-0000-7000-8000-0000000000cc";
const log = pino({ level: "error" });

const dataDir = values.data ?? mkdtempSync(join(tmpdir(), "shouwang-bench-"));
const isNew = !existsSync(join(dataDir, "cluster", "PG_VERSION"));
const database = await startEmbeddedPostgres({ dataDir, log: { info() {}, warn: console.warn } });
try {
  const ownerUrl = await productDatabase(database.adminUrl);
  const { appUrl } = await migrate({ ownerUrl });
  await installJobs(ownerUrl, log);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  owner.on("error", () => {});
  if (isNew) await seed(owner);
  const results = [];
  const product = await serve({
    appUrl,
    mode: "demonstration",
    role: "all",
    port: 0,
    host: "127.0.0.1",
    publicUrl: "http://localhost",
    masterKey: "a master key for benches alone, 32+ chars",
    connections: 10,
    trustProxy: false,
    bodyLimitBytes: 65_536,
    limits: standardLimits,
    mailer: { send: async () => {} },
    addressOf: () => null,
    deadlineMs: 10_000,
    clock: () => new Date(),
    log,
    webFolder: null,
  });
  const token = await transaction(product.systemContext(), (tx) => openSession(tx, coordinator, "bearer"));
  try {
    for (let run = 0; run < Number(values.runs); run++)
      results.push(await measure(`${product.url}/graphql`, token, run));
  } finally {
    await product.stop(1_000);
    await owner.end();
  }
  if (values.json) console.log(JSON.stringify(results));
  else console.table(results.map(({ spent: _, ...shown }) => shown));
  if (!values.json) console.log(results.at(-1)?.spent);
} finally {
  await database.stop();
  if (!values.data) rmSync(dataDir, { recursive: true, force: true });
}

async function seed(owner: pg.Client): Promise<void> {
  const began = performance.now();
  const text = readFileSync(join(import.meta.dirname, "match-run-city.sql"), "utf8");
  await owner.query(text.replaceAll(":people", values.people).replaceAll(":requests", values.requests));
  await owner.query("vacuum analyze");
  if (!values.json) console.log(`city made in ${Math.round((performance.now() - began) / 1_000)} s`);
}

async function ask(url: string, token: string, query: string, variables: object) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "accept-language": "en" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

interface Shown {
  readonly state: string;
  readonly progress: number;
  readonly version: number;
  readonly failure: string | null;
}

/** One run over the whole city, put away afterwards so that the next one finds the same. */
async function measure(url: string, token: string, run: number) {
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const began = performance.now();
  const start = `mutation ($key: String!) { startMatchRun(input: { idempotencyKey: $key }) { problems { code } matchRun { id } } }`;
  const { startMatchRun } = (await ask(url, token, start, { key: `bench-${Date.now()}-${run}` })) as {
    startMatchRun: { matchRun: { id: string } };
  };
  const look = `query ($id: ID!) { matchRun(id: $id) { state progress version openRequests volunteers edges added unfilled capped seconds objective dual failure } }`;
  const seen = new Set<number>();
  for (;;) {
    const { matchRun } = (await ask(url, token, look, { id: startMatchRun.matchRun.id })) as { matchRun: Shown };
    seen.add(matchRun.progress);
    if (matchRun.state === "FAILED") throw new Error(matchRun.failure ?? "the run failed");
    if (matchRun.state !== "READY") {
      await pause(50);
      continue;
    }
    const wall = (performance.now() - began) / 1_000;
    const page = `query ($id: ID!) { matchRun(id: $id) { proposals(first: 50) { edges { node { id cost parts { label } facts { label } } } } } }`;
    await ask(url, token, page, { id: startMatchRun.matchRun.id });
    const reviewable = (performance.now() - began) / 1_000;
    loop.disable();
    const end = `mutation ($id: ID!, $v: Int!) { discardMatchRun(input: { matchRun: $id, expectedVersion: $v }) { problems { code } } }`;
    await ask(url, token, end, { id: startMatchRun.matchRun.id, v: matchRun.version });
    const { state: _state, version: _version, failure: _failure, progress: _progress, ...figures } = matchRun;
    return {
      wall: round(wall),
      reviewable: round(reviewable),
      loopP99Ms: round(loop.percentile(99) / 1e6),
      loopMaxMs: round(loop.max / 1e6),
      steps: seen.size,
      ...figures,
      spent: await spentOf(startMatchRun.matchRun.id),
    };
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

async function spentOf(id: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: await productDatabase(database.adminUrl) });
  await client.connect();
  const { rows } = await client.query("select stats from match_run where id = $1", [id]);
  await client.end();
  return rows[0]?.stats;
}
