import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installJobs } from "../../api/src/platform/jobs.ts";
import { migrate } from "../../api/src/platform/migrations.ts";
import { forgetful } from "../../api/src/platform/postgres/cluster.ts";
import { startEmbeddedPostgres } from "../../api/src/platform/postgres/embedded.ts";
import { productDatabase } from "../../api/src/platform/postgres/product-database.ts";

const quiet = { info() {}, warn: console.warn };

/** One PostgreSQL for a whole run, with a migrated database that every test file clones (see database.ts). */
export default async function startDatabase() {
  await sweep();
  const dataDir = mkdtempSync(join(tmpdir(), "shouwang-test-"));
  writeFileSync(`${dataDir}.pid`, String(process.pid));
  const settings = { ...forgetful, max_connections: "400" };
  const server = await startEmbeddedPostgres({ dataDir, log: quiet, settings });
  globalThis.stopTestDatabase = () => discard(dataDir, server);
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => discard(dataDir, server).then(() => process.exit(130)));
  try {
    const ownerUrl = await productDatabase(server.adminUrl);
    const { appUrl } = await migrate({ ownerUrl });
    await installJobs(ownerUrl, quiet);
    Object.assign(process.env, { TEST_ADMIN_URL: server.adminUrl, TEST_OWNER_URL: ownerUrl, TEST_APP_URL: appUrl });
  } catch (error) {
    await globalThis.stopTestDatabase();
    throw error;
  }
}

async function discard(dataDir, server) {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(`${dataDir}.pid`, { force: true });
}

/** A run that was killed could not clean up: the next one does. */
async function sweep() {
  for (const name of readdirSync(tmpdir()).filter((name) => /^shouwang-test-\w+\.pid$/.test(name))) {
    const pidFile = join(tmpdir(), name);
    if (alive(Number(readFileSync(pidFile, "utf8")))) continue;
    const dataDir = pidFile.slice(0, -".pid".length);
    const orphan = existsSync(dataDir) && (await startEmbeddedPostgres({ dataDir, log: quiet }).catch(() => undefined));
    if (orphan) await discard(dataDir, orphan);
    else rmSync(pidFile);
  }
}

function alive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
