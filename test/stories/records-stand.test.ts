import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openProduct, type Product } from "../harness/product.ts";

let product: Product;
let app: pg.Pool;

beforeAll(async () => {
  product = await openProduct();
  app = new pg.Pool({ connectionString: product.database.appUrl, max: 1 });
  await product.sql("insert into board values ('district/105', 1)");
  await product.sql(
    "insert into event values ('district/105', 1, 'SHIFT_CLAIMED', 'Assignment', gen_random_uuid(), 1, '{}', null, now())",
  );
  await product.sql("insert into audit_entry (at, action, resource, outcome) values (now(), 'read', 'Person', 'read')");
}, 30_000);

afterAll(async () => {
  await app.end();
  await product.close();
});

const insertOnly = ["event", "audit_entry", "credential_history"];

describe.each(insertOnly)("%s is insert-only", (table) => {
  test.each(["update", "delete", "truncate"])("the application may not %s it", async (verb) => {
    const statement = {
      update: `update ${table} set at = now()`,
      delete: `delete from ${table}`,
      truncate: `truncate ${table}`,
    }[verb]!;
    await expect(app.query(statement)).rejects.toMatchObject({ code: "42501" });
  });

  test("not even its owner may rewrite it by accident", async () => {
    await expect(product.sql(`update ${table} set at = now()`)).rejects.toMatchObject({ code: "42501" });
  });
});

test("the application owns nothing and cannot change the shape of anything", async () => {
  const owned = await product.sql(
    "select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'shouwang_app'",
  );
  expect(owned).toEqual([]);
  await expect(app.query("alter table shift drop constraint shift_places_taken")).rejects.toMatchObject({
    code: "42501",
  });
  await expect(app.query("drop table event")).rejects.toMatchObject({ code: "42501" });
});

test("no person can be in two places: the database refuses, whoever asks", async () => {
  const [person, assignment, shift, site] = Array.from({ length: 4 }, () => crypto.randomUUID());
  await product.sql("insert into district values (105, '110105', '朝阳区', 'Chaoyang')");
  await product.sql("insert into person (id, name, phone_key, made_at) values ($1, '沈一', 'x', now())", [person]);
  await product.sql(
    "insert into site (id, district_id, kind, code, name_zh, name_en) values ($1, 105, 'gate', 'g', '东门', 'East gate')",
    [site],
  );
  await product.sql(
    "insert into shift (id, site_id, district_id, role, starts_at, ends_at, state, picking, places, made_at) values ($1, $2, 105, 'post', now(), now() + interval '2 hours', 'published', 'claim', 2, now())",
    [shift, site],
  );
  await product.sql(
    "insert into assignment (id, person_id, shift_id, district_id, state, source, made_at) values ($1, $2, $3, 105, 'confirmed', 'claimed', now())",
    [assignment, person, shift],
  );
  const commit = (from: string, to: string) =>
    app.query(
      "insert into commitment (id, assignment_id, person_id, district_id, starts_at, ends_at, active) values (gen_random_uuid(), $1, $2, 105, $3, $4, true)",
      [assignment, person, from, to],
    );
  await commit("2026-11-26T02:00:00Z", "2026-11-26T04:00:00Z");
  await expect(commit("2026-11-26T03:00:00Z", "2026-11-26T05:00:00Z")).rejects.toMatchObject({
    code: "23P01",
    constraint: "commitment_no_overlap",
  });
  await commit("2026-11-26T04:00:00Z", "2026-11-26T06:00:00Z");
});
