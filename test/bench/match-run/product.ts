import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";

/** The API as it is built: the thread of a run starts from JavaScript, as in production. */
const built = <Module>(name: string): Promise<Module> =>
  import(new URL(`../../../api/dist/${name}.js`, import.meta.url).href) as Promise<Module>;

const coordinator = "00000000-0000-7000-8000-0000000000cc";

export interface City {
  readonly people: number;
  readonly requests: number;
  /** Keeps the database here for the next time; without one it is thrown away. */
  readonly folder: string | undefined;
}

/** A product on a city of that size, with somebody signed in who coordinates all of it. */
export interface RunningProduct {
  readonly graphql: (query: string, variables: object) => Promise<unknown>;
  readonly sql: (text: string, values: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;
  readonly stop: () => Promise<void>;
}

export async function startProduct(city: City, say: (message: string) => void): Promise<RunningProduct> {
  const { installJobs } = await built<typeof import("../../../api/src/platform/jobs.ts")>("platform/jobs");
  const { standardLimits } =
    await built<typeof import("../../../api/src/platform/limits/operation.ts")>("platform/limits/operation");
  const { migrate } = await built<typeof import("../../../api/src/platform/migrations.ts")>("platform/migrations");
  const { startEmbeddedPostgres } =
    await built<typeof import("../../../api/src/platform/postgres/embedded.ts")>("platform/postgres/embedded");
  const { productDatabase } = await built<typeof import("../../../api/src/platform/postgres/product-database.ts")>(
    "platform/postgres/product-database",
  );
  const { openSession } = await built<typeof import("../../../api/src/platform/session.ts")>("platform/session");
  const { transaction } =
    await built<typeof import("../../../api/src/platform/transaction.ts")>("platform/transaction");
  const { serve } = await built<typeof import("../../../api/src/serve.ts")>("serve");

  const log = pino({ level: "error" });
  const dataDir = city.folder ?? mkdtempSync(join(tmpdir(), "shouwang-bench-"));
  const isNew = !existsSync(join(dataDir, "cluster", "PG_VERSION"));
  const database = await startEmbeddedPostgres({ dataDir, log: { info() {}, warn: console.warn } });
  const forget = async () => {
    await database.stop();
    if (!city.folder) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const ownerUrl = await productDatabase(database.adminUrl);
    const { appUrl } = await migrate({ ownerUrl });
    await installJobs(ownerUrl, log);
    const owner = new pg.Client({ connectionString: ownerUrl });
    owner.on("error", () => {});
    await owner.connect();
    if (isNew) await seed(owner, city, say);
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
      prepare: true,
    });
    const token = await transaction(product.systemContext(), (tx) => openSession(tx, coordinator, "bearer"));
    return {
      graphql: (query, variables) => ask(`${product.url}/graphql`, token, query, variables),
      sql: async (text, values) => (await owner.query(text, [...values])).rows,
      async stop() {
        await product.stop(1_000);
        await owner.end();
        await forget();
      },
    };
  } catch (error) {
    await forget();
    throw error;
  }
}

async function seed(owner: pg.Client, { people, requests }: City, say: (message: string) => void): Promise<void> {
  const began = performance.now();
  const text = readFileSync(join(import.meta.dirname, "city.sql"), "utf8");
  await owner.query(text.replaceAll(":people", `${people}`).replaceAll(":requests", `${requests}`));
  await owner.query("vacuum analyze");
  say(`city made in ${Math.round((performance.now() - began) / 1_000)} s`);
}

async function ask(url: string, token: string, query: string, variables: object): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "accept-language": "en" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
