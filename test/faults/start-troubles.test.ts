import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureCity } from "../../api/src/demonstration/city.ts";
import { refuseOtherMasterKey } from "../../api/src/platform/master-key.ts";
import { type TestDatabase, testDatabase } from "../harness/database.ts";
import { openOldServer } from "../harness/old-server.ts";
import { failedStart, startApi } from "../harness/process.ts";
import { masterKey } from "../harness/product.ts";

// Whoever starts the product reads one line that says what to do, and no stack; the process ends with 1.

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "shouwang-start-"));
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const told = (line: string) => ({ code: 1, output: `${line}\n` });
const pointed = (change: Partial<URL>) => Object.assign(new URL(database.ownerUrl), change).href;

test("a taken port, before anything else is done", async () => {
  const squatter = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => squatter.once("listening", resolve));
  const { port } = squatter.address() as AddressInfo;
  // No database answers there: the port is looked at first.
  expect(await failedStart({ PORT: String(port), DATABASE_URL: "postgres://a:b@127.0.0.1:1/c" })).toEqual(
    told(`Port ${port} is taken: stop what listens there, or choose another with PORT.`),
  );
  squatter.close();
});

test("an address that is not this machine's", async () => {
  expect(await failedStart({ HOST: "192.0.2.1" })).toEqual(
    told("HOST names 192.0.2.1, which is no address of this machine: 0.0.0.0 listens on all of them."),
  );
});

test("a setting that cannot be used", async () => {
  expect(await failedStart({ SHOUWANG_DEADLINE: "soon" })).toEqual(
    told('SHOUWANG_DEADLINE must be a whole number from 1 to 300, but is "soon".'),
  );
});

test("a data folder that is a file", async () => {
  writeFileSync(join(folder, "a-file"), "");
  const { code, output } = await failedStart({ SHOUWANG_DATA: join(folder, "a-file") });
  expect(code).toBe(1);
  expect(output).toMatch(
    /^The data folder .*a-file\/postgres cannot be used \(.*\): name another in SHOUWANG_DATA\.\n$/,
  );
});

test("a database that does not answer, does not exist, or refuses the password", async () => {
  const checkUrl = "check DATABASE_URL and that its server runs.";
  const { username } = new URL(database.appUrl);
  const appUrl = pointed({ username, password: "wrong" });
  expect(
    await Promise.all([
      failedStart({ DATABASE_URL: "postgres://shouwang:secret@127.0.0.1:1/x" }),
      failedStart({ DATABASE_URL: pointed({ pathname: "/nowhere" }) }),
      failedStart({ DATABASE_URL: pointed({ password: "wrong" }) }),
      failedStart({ DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: appUrl }),
    ]),
  ).toEqual([
    told(`The database does not answer (connect ECONNREFUSED 127.0.0.1:1): ${checkUrl}`),
    told(`The database does not answer (database "nowhere" does not exist): ${checkUrl}`),
    told(`The database does not answer (password authentication failed for user "shouwang"): ${checkUrl}`),
    told("The database refuses the sign-in of DATABASE_APP_URL: check its role and password."),
  ]);
});

test("a PostgreSQL older than 15", async () => {
  const old = await openOldServer();
  expect(await failedStart({ DATABASE_URL: old.url })).toEqual(
    told("The server in DATABASE_URL is PostgreSQL 14.11; Shouwang needs 15 or newer."),
  );
  old.close();
});

test("another master key than the database was begun with", async () => {
  await refuseOtherMasterKey(database.ownerUrl, masterKey);
  const other = "9f31c6be07d24a58b1e6c3f0a7d92e45";
  expect(await failedStart({ DATABASE_URL: database.ownerUrl, SHOUWANG_MASTER_KEY: other })).toEqual(
    told(
      "This database was begun with another master key: put that one into SHOUWANG_MASTER_KEY, or its file master-key back into SHOUWANG_DATA.",
    ),
  );
});

test("production works with the key it was begun with, refuses an invented city, and knows no demonstration sign-in", async () => {
  const api = await startApi(database.ownerUrl);
  const demoSignIn =
    'mutation { demoSignIn(input: { persona: "counsellor", bearer: true }) { problems { code } token } }';
  expect(await api.get(demoSignIn)).toEqual({ demoSignIn: { problems: [{ code: "NOT_DEMONSTRATION" }], token: null } });
  expect(await api.get("{ personas { code } }")).toEqual({ personas: null });
  expect(await api.stop()).toBe(0);

  const city = await testDatabase();
  const log = { info() {} };
  await ensureCity({ ownerUrl: city.ownerUrl, masterKey, scale: 10_000, seed: 1, now: new Date(), log });
  expect(await failedStart({ DATABASE_URL: city.ownerUrl })).toEqual(
    told(
      "This database holds the invented city of a demonstration: give production a database of its own in DATABASE_URL.",
    ),
  );
  await city.drop();
});
