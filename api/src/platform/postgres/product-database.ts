import { createHmac } from "node:crypto";
import pg from "pg";

const name = "shouwang";

/**
 * The product's database in a server of our own, made when missing; `fresh` throws the old one away first. Gives the
 * owner's address. The owner is no superuser, so that the default start has the rights of an external database and no more.
 */
export async function productDatabase(adminUrl: string, { fresh = false } = {}): Promise<string> {
  const url = new URL(adminUrl);
  const password = createHmac("sha256", url.password).update(name).digest("base64url");
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    if (fresh) await admin.query(`drop database if exists ${name} with (force)`);
    await createMissing(admin, password);
  } finally {
    await admin.end();
  }
  return Object.assign(url, { username: name, password, pathname: `/${name}` }).href;
}

async function createMissing(admin: pg.Client, password: string): Promise<void> {
  const role = await admin.query("select from pg_roles where rolname = $1", [name]);
  if (role.rowCount === 0) await admin.query(`create role ${name} login createrole password '${password}'`);
  const database = await admin.query("select from pg_database where datname = $1", [name]);
  if (database.rowCount === 0) await admin.query(`create database ${name} owner ${name}`);
}
