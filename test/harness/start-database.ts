import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { installJobs } from "../../api/src/platform/jobs.ts";
import { migrate } from "../../api/src/platform/migrations.ts";
import { forgetful } from "../../api/src/platform/postgres/cluster.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../api/src/platform/postgres/embedded.ts";
import { productDatabase } from "../../api/src/platform/postgres/product-database.ts";

const quiet = pino({ level: "warn" });

/** One PostgreSQL for a whole run, with a migrated database that every test file clones (see database.ts). Returns how it ends. */
export default async function startDatabase(): Promise<() => Promise<void>> {
  await sweep();
  const dataDir = mkdtempSync(join(tmpdir(), "shouwang-test-"));
  writeFileSync(`${dataDir}.pid`, String(process.pid));
  const settings = { ...forgetful, max_connections: "400" };
  const server = await startEmbeddedPostgres({ dataDir, log: quiet, settings });
  const stop = () => discard(dataDir, server);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop().then(() => process.exit(130)));
  try {
    const ownerUrl = await productDatabase(server.adminUrl);
    const { appUrl } = await migrate({ ownerUrl });
    await installJobs(ownerUrl, quiet);
    Object.assign(process.env, { TEST_ADMIN_URL: server.adminUrl, TEST_OWNER_URL: ownerUrl, TEST_APP_URL: appUrl });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function discard(dataDir: string, server: EmbeddedPostgres): Promise<void> {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(`${dataDir}.pid`, { force: true });
}

/** A run that was killed could not clean up: the next one does. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => /^shouwang-test-\w+\.pid$/.test(name))) {
    const pidFile = join(tmpdir(), name);
    if (alive(Number(readFileSync(pidFile, "utf8")))) continue;
    const dataDir = pidFile.slice(0, -".pid".length);
    const orphan = existsSync(dataDir) && (await startEmbeddedPostgres({ dataDir, log: quiet }).catch(() => undefined));
    if (orphan) await discard(dataDir, orphan);
    else rmSync(pidFile);
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
