import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { ensureApplicationRole } from "./application-role.ts";
import type { Log } from "./postgres/embedded.ts";
import { StartError } from "./start-error.ts";

export type Migration = { number: number; name: string; sql: string; checksum: string };

export type Migrate = {
  /** The address of the role that owns the database and everything in it. */
  ownerUrl: string;
  /** The address the product works through; by default the role `shouwang_app` of the same database, made when missing. */
  appUrl?: string | undefined;
  /** Where the numbered SQL files are; api/migrations by default. */
  folder?: string;
  log?: Log;
};

const oldestServer = 150_000;

/**
 * Brings the database to the newest step and gives the address the product works through. Safe to run from many
 * processes at once: one works, the others wait. Throws a StartError when server, files and database do not fit together.
 */
export async function migrate({
  ownerUrl,
  appUrl,
  folder,
  log,
}: Migrate): Promise<{ appUrl: string; applied: string[] }> {
  const migrations = readMigrations(folder ?? join(import.meta.dirname, "../../migrations"));
  const owner = await connectedOwner(ownerUrl);
  try {
    await refuseOldServer(owner);
    // One lock for the database, held by the session: a process that dies half way gives it back.
    await owner.query("select pg_advisory_lock(hashtext('shouwang migrations'))");
    const workingUrl = await ensureApplicationRole(owner, ownerUrl, appUrl);
    const applied = await applyMissing(owner, migrations);
    for (const name of applied) log?.info(`Migrated the database: ${name}.`);
    return { appUrl: workingUrl, applied };
  } finally {
    await owner.end();
  }
}

/** The numbered steps of a folder in order: `0001-people.sql` is step 1, and no number is missing or doubled. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return files.sort().map((name, index) => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
    if (number !== index + 1)
      throw new StartError(`Migration ${name} should be number ${index + 1}, as in 0001-people.sql.`);
    const sql = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
    return { number, name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

async function connectedOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "shouwang migrations" });
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw new StartError(`The database does not answer (${told(error)}): check DATABASE_URL and that its server runs.`);
  }
}

async function refuseOldServer(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  );
  const server = rows[0];
  if (!server || server.number >= oldestServer) return;
  throw new StartError(`The server in DATABASE_URL is PostgreSQL ${server.version}; Shouwang needs 15 or newer.`);
}

async function applyMissing(owner: pg.Client, migrations: Migration[]): Promise<string[]> {
  await owner.query(`create table if not exists applied_migrations (
    number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
  const { rows: done } = await owner.query<Migration>(
    "select number, name, checksum from applied_migrations order by number",
  );
  refuseDifferentHistory(done, migrations);
  const missing = migrations.slice(done.length);
  for (const migration of missing) await apply(owner, migration);
  return missing.map(({ name }) => name);
}

function refuseDifferentHistory(done: Migration[], migrations: Migration[]): void {
  for (const [index, { name, checksum }] of done.entries()) {
    const ours = migrations[index];
    if (!ours)
      throw new StartError(`The database is newer than this Shouwang (it has ${name}): start the newer version.`);
    if (ours.checksum === checksum) continue;
    throw new StartError(
      `Migration ${ours.name} was changed after this database ran it: put it back and add a new step.`,
    );
  }
}

async function apply(owner: pg.Client, { number, name, sql, checksum }: Migration): Promise<void> {
  await owner.query("begin");
  try {
    await owner.query(sql);
    await owner.query("insert into applied_migrations (number, name, checksum) values ($1, $2, $3)", [
      number,
      name,
      checksum,
    ]);
    await owner.query("commit");
  } catch (error) {
    await owner.query("rollback").catch(() => {});
    throw new StartError(`Migration ${name} failed and left nothing behind: ${told(error)}`);
  }
}

function told(error: unknown): string {
  const { message, code } = error as { message: string; code?: string };
  return message || code || "no reason given";
}
