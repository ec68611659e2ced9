import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate } from "../../api/src/platform/migrations.ts";
import { emptyDatabase, type TestDatabase } from "../harness/database.ts";

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), "shouwang-steps-"));
  write("0001-cats.sql", "create table cat (name text primary key); grant select, insert on cat to shouwang_app;");
});

afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

function write(name: string, sql: string): void {
  writeFileSync(join(folder, name), sql);
}

function run() {
  return migrate({ ownerUrl: database.ownerUrl, folder });
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("steps run once, in order, and the working role may do what they grant and no more", async () => {
  write("0002-dogs.sql", "create table dog (name text references cat);");
  const { appUrl, applied } = await run();
  expect(applied).toEqual(["0001-cats.sql", "0002-dogs.sql"]);
  expect((await run()).applied).toEqual([]);

  await ask(appUrl, "insert into cat values ('Mimi')");
  await expect(ask(appUrl, "delete from cat")).rejects.toThrow("permission denied for table cat");
  await expect(ask(appUrl, "drop table cat")).rejects.toThrow("must be owner of table cat");
  await expect(ask(appUrl, "create table mine ()")).rejects.toThrow("permission denied for schema public");
  await expect(ask(appUrl, "select from dog")).rejects.toThrow("permission denied for table dog");
  await expect(ask(appUrl, "delete from applied_migrations")).rejects.toThrow("permission denied");
});

test("of many processes that migrate at once one works and the others wait for it", async () => {
  write("0002-slow.sql", "select pg_sleep(0.3); create table slow ();");
  const runs = await Promise.all([run(), run(), run(), run()]);
  expect(runs.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 0, 2]);
  expect(new Set(runs.map(({ appUrl }) => appUrl)).size).toBe(1);
  expect(await ask(database.ownerUrl, "select number from applied_migrations order by number")).toEqual([
    { number: 1 },
    { number: 2 },
  ]);
});

test("a step that fails half way leaves nothing behind, keeps the steps before it, and runs once it is mended", async () => {
  write("0002-dogs.sql", "create table dog (); insert into cat values ('Mimi'); select 1 / 0;");
  await expect(run()).rejects.toMatchObject({
    name: "StartError",
    message: "Migration 0002-dogs.sql failed and left nothing behind: division by zero",
  });
  expect(await ask(database.ownerUrl, "select to_regclass('dog') as dog, count(*)::int as cats from cat")).toEqual([
    { dog: null, cats: 0 },
  ]);
  expect(await ask(database.ownerUrl, "select name from applied_migrations")).toEqual([{ name: "0001-cats.sql" }]);

  write("0002-dogs.sql", "create table dog ();");
  expect((await run()).applied).toEqual(["0002-dogs.sql"]);
});

test("a step that was changed after it ran is refused, whatever its line ends", async () => {
  write("0002-dogs.sql", "create table dog (\n);");
  await run();
  write("0002-dogs.sql", "create table dog (\r\n);");
  expect((await run()).applied).toEqual([]);
  write("0002-dogs.sql", "create table dog (name text);");
  await expect(run()).rejects.toThrow(
    "Migration 0002-dogs.sql was changed after this database ran it: put it back and add a new step.",
  );
});

test("a database that ran steps this version does not have is refused", async () => {
  write("0002-dogs.sql", "create table dog ();");
  await run();
  rmSync(join(folder, "0002-dogs.sql"));
  await expect(run()).rejects.toThrow(
    "The database is newer than this Shouwang (it has 0002-dogs.sql): start the newer version.",
  );
});

test.each([
  ["a gap", "0003-late.sql", "Migration 0003-late.sql should be number 2, as in 0001-people.sql."],
  ["a doubled number", "0001-dogs.sql", "Migration 0001-dogs.sql should be number 2, as in 0001-people.sql."],
  ["a misspelt name", "2-Dogs.sql", "Migration 2-Dogs.sql should be number 2, as in 0001-people.sql."],
])("%s in the numbers is refused before anything runs", async (_case, name, message) => {
  write(name, "create table dog ();");
  await expect(run()).rejects.toThrow(message);
  expect(await ask(database.ownerUrl, "select to_regclass('cat') as cat")).toEqual([{ cat: null }]);
});

test("an operator's own working role becomes a member of shouwang_app", async () => {
  const role = `operator_${process.pid}`;
  await ask(database.ownerUrl, `create role ${role} login password 'a long enough one'`);
  const given = Object.assign(new URL(database.ownerUrl), { username: role, password: "a long enough one" }).href;
  try {
    const { appUrl } = await migrate({ ownerUrl: database.ownerUrl, appUrl: given, folder });
    expect(appUrl).toBe(given);
    expect(await ask(appUrl, "select count(*)::int as cats from cat")).toEqual([{ cats: 0 }]);
  } finally {
    await ask(database.ownerUrl, `drop role ${role}`);
  }
});

test("a working role that does not exist is named", async () => {
  const appUrl = Object.assign(new URL(database.ownerUrl), { username: "nobody_here" }).href;
  await expect(migrate({ ownerUrl: database.ownerUrl, appUrl, folder })).rejects.toThrow(
    "The role nobody_here of DATABASE_APP_URL does not exist: create it.",
  );
});

test("a server that does not answer is told in one line without its password", async () => {
  const ownerUrl = "postgres://shouwang:secret@127.0.0.1:1/shouwang";
  await expect(migrate({ ownerUrl, folder })).rejects.toThrow(
    /^The database does not answer \(.*ECONNREFUSED 127\.0\.0\.1:1\): check DATABASE_URL and that its server runs\.$/,
  );
});
