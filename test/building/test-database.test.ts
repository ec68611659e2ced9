import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../harness/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test("every test file has a migrated database of its own, and works through the role that owns nothing", async () => {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  const { rows } = await client.query("select current_user as role, current_database() as name");
  await client.end();
  expect(rows).toEqual([{ role: "shouwang_app", name: expect.stringMatching(/^test_[0-9a-f]{12}$/) }]);
});
