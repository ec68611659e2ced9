import { randomBytes } from "node:crypto";
import pg from "pg";

export type TestDatabase = {
  /** What the product works through: the role without ownership. */
  appUrl: string;
  ownerUrl: string;
  /** Cuts every session and removes the database. */
  drop(): Promise<void>;
};

/** A database of your own: a clone of the migrated template, empty of people. Ask for it in `beforeAll`, drop it in `afterAll`. */
export function testDatabase(): Promise<TestDatabase> {
  return database(new URL(given("TEST_OWNER_URL")).pathname.slice(1));
}

/** A database without a single table, for tests of the migrations themselves. */
export function emptyDatabase(): Promise<TestDatabase> {
  return database("template1");
}

/** A clone of the database that `fill` has filled; the first who asks, in whatever process of the run, fills it for all. */
export async function filledDatabase(
  name: string,
  fill: (empty: TestDatabase) => Promise<void>,
): Promise<TestDatabase> {
  await withAdmin(async (admin) => {
    await admin.query("select pg_advisory_lock(hashtext($1))", [name]);
    const { rowCount } = await admin.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return;
    const empty = await testDatabase();
    await fill(empty);
    await admin.query(`alter database ${new URL(empty.ownerUrl).pathname.slice(1)} rename to ${name}`);
  });
  return database(name);
}

async function database(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const owner = new URL(given("TEST_OWNER_URL")).username;
  await asAdmin(`create database ${name} template ${template} owner ${owner}`);
  return {
    appUrl: pointedAt(given("TEST_APP_URL"), name),
    ownerUrl: pointedAt(given("TEST_OWNER_URL"), name),
    drop: async () => void (await asAdmin(`drop database ${name} with (force)`)),
  };
}

/** The superuser's address of the run's server, for tests that make databases or cut sessions themselves. */
export function adminUrl(): string {
  return given("TEST_ADMIN_URL");
}

/** Sessions of a database that do something: only the superuser sees those of other roles. */
export const busySessions = (database: TestDatabase, condition = "state <> 'idle'"): Promise<object[]> =>
  asAdmin(
    `select from pg_stat_activity where application_name = 'shouwang' and ${condition} and datname = '${new URL(database.appUrl).pathname.slice(1)}'`,
  );

/** What every session of the server does, other tests' included. */
export const serverSessions = (): Promise<object[]> =>
  asAdmin(
    `select pid, backend_type, datname, application_name, state, wait_event_type, wait_event, left(query, 80) as query,
            now() - state_change as since from pg_stat_activity`,
  );

const asAdmin = (sql: string): Promise<object[]> => withAdmin(async (admin) => (await admin.query(sql)).rows);

async function withAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl() });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function pointedAt(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the tests with npm test.`);
  return value;
}
