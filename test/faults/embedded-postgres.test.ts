import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { HeldDatabase } from "../harness/held-database.ts";

let stopped: string;
let folder: string;
let held: HeldDatabase[];

/** A place for a database's folder, which the account that runs databases may enter. */
function place(): string {
  const parent = mkdtempSync(join(tmpdir(), "shouwang-fault-"));
  chmodSync(parent, 0o711);
  return join(parent, "postgres");
}

beforeAll(async () => {
  stopped = place();
  const made = new HeldDatabase(stopped);
  await made.adminUrl;
  await made.end("SIGTERM");
});
afterAll(() => rmSync(join(stopped, ".."), { recursive: true }));

beforeEach(() => {
  folder = place();
  held = [];
});

/** For tests of what comes later: a database that was made and stopped before, as most starts find it. */
const madeBefore = () => execFileSync("cp", ["-a", stopped, folder]);

afterEach(async () => {
  // An orphan has no process to stop it: whoever starts next adopts it, and stops it.
  const last = hold();
  await last.adminUrl;
  for (const one of held) await one.end("SIGTERM");
  rmSync(realpathSync(folder), { recursive: true });
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

function hold(): HeldDatabase {
  const one = new HeldDatabase(folder);
  held.push(one);
  return one;
}

async function ask<Row extends pg.QueryResultRow>(url: string | undefined, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function postmaster(): number {
  return Number.parseInt(readFileSync(join(folder, "cluster/postmaster.pid"), "utf8"), 10);
}

test("SIGTERM stops the database cleanly, and the next start finds the data at the same address", async () => {
  madeBefore();
  const first = hold();
  const address = await first.adminUrl;
  await ask(address, "create table kept as select 42 as answer");
  expect(await first.end("SIGTERM")).toBe(0);
  expect(existsSync(join(folder, "cluster/postmaster.pid"))).toBe(false);

  const second = hold();
  expect(await second.adminUrl).toBe(address);
  expect(await ask(address, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("a database left running by a killed process is adopted, not restarted", async () => {
  madeBefore();
  const killed = hold();
  const address = await killed.adminUrl;
  const pid = postmaster();
  expect(await killed.end("SIGKILL")).toBeNull();

  const heir = hold();
  expect(await heir.adminUrl).toBe(address);
  expect(postmaster()).toBe(pid);
  expect(await heir.end("SIGTERM")).toBe(0);
  expect(await heir.said).toBe("Adopted the database that an earlier run had left running.\n");
  expect(existsSync(join(folder, "cluster/postmaster.pid"))).toBe(false);
});

test("of two processes on one folder the second ends with one line that says what to do, and harms nothing", async () => {
  madeBefore();
  const first = hold();
  const address = await first.adminUrl;
  const second = hold();
  expect(await second.adminUrl).toBeUndefined();
  expect(await second.ended).toBe(1);
  expect(await second.said).toBe(
    `StartError: Another Shouwang runs on ${folder}: stop it, or give this one its own folder with SHOUWANG_DATA.\n`,
  );
  expect(await ask(address, "select 1 as alive")).toEqual([{ alive: 1 }]);
});

test("of two processes that start on an empty folder at once exactly one gets it", async () => {
  const both = [hold(), hold()];
  const addresses = await Promise.all(both.map(({ adminUrl }) => adminUrl));
  const winners = addresses.filter((address) => address !== undefined);
  expect(winners).toHaveLength(1);
  expect(await ask(winners[0], "select 1 as alive")).toEqual([{ alive: 1 }]);
  const loser = both[addresses.indexOf(undefined)]!;
  expect(await loser.ended).toBe(1);
  expect(await loser.said).toMatch(/^StartError: Another Shouwang runs on .*\n$/);
});

test("a database that is killed comes back at the same address without anybody's help", async () => {
  madeBefore();
  const address = await hold().adminUrl;
  await ask(address, "create table kept as select 42 as answer");
  const [before] = await ask<{ at: Date }>(address, "select pg_postmaster_start_time() as at");
  process.kill(postmaster(), "SIGKILL");
  const [after] = await eventually(() => ask<{ at: Date }>(address, "select pg_postmaster_start_time() as at"));
  expect(after!.at.getTime()).toBeGreaterThan(before!.at.getTime());
});

test("a taken port is left alone and another one found", async () => {
  madeBefore();
  const first = hold();
  const address = new URL((await first.adminUrl)!);
  await first.end("SIGTERM");
  const squatter = createServer().listen(Number(address.port), "127.0.0.1");
  try {
    const second = await hold().adminUrl;
    expect(new URL(second!).port).not.toBe(address.port);
  } finally {
    squatter.close();
  }
});

test("after a power cut a stale postmaster.pid, whose number another program has now, does not stop the start", async () => {
  madeBefore();
  const first = hold();
  await first.adminUrl;
  const file = join(folder, "cluster/postmaster.pid");
  const text = readFileSync(file, "utf8");
  await first.end("SIGTERM");
  writeFileSync(file, text.replace(/^\d+/, String(process.pid)));
  chmodSync(file, 0o644);
  expect(await ask(await hold().adminUrl, "select 1 as alive")).toEqual([{ alive: 1 }]);
});

test("an initdb that was cut off leaves nothing that the next start could mistake for a database", async () => {
  mkdirSync(join(folder, "new-cut-off"), { recursive: true });
  writeFileSync(join(folder, "new-cut-off/PG_VERSION"), "18\n");
  expect(await ask(await hold().adminUrl, "select 1 as alive")).toEqual([{ alive: 1 }]);
});

test("under a folder that only its owner may enter, as root too, the database starts, stops and starts again", async () => {
  chmodSync(join(folder, ".."), 0o700);
  const first = hold();
  const address = await first.adminUrl;
  await ask(address, "create table kept as select 42 as answer");
  expect(await first.end("SIGTERM")).toBe(0);
  expect(await ask(await hold().adminUrl, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("a folder that cannot be made is told in one line", async () => {
  writeFileSync(folder, "not a folder");
  const refused = hold();
  expect(await refused.ended).toBe(1);
  expect(await refused.said).toBe(
    `StartError: The data folder ${folder} cannot be used (it is not a folder): name another in SHOUWANG_DATA.\n`,
  );
  rmSync(folder);
});

/** Asks until the server is back; a client sees only refused or cut connections in between. */
async function eventually<Value>(question: () => Promise<Value>): Promise<Value> {
  for (const deadline = Date.now() + 10_000; ; ) {
    try {
      return await question();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
