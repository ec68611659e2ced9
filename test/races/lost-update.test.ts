import { MikroORM } from "@mikro-orm/postgresql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entities } from "../../api/src/app.ts";
import { Shift } from "../../api/src/modules/shifts/shift.ts";
import type { Orm } from "../../api/src/platform/database.ts";
import { openDatabase } from "../../api/src/platform/orm.ts";
import { aCity, aSeat, aSite } from "../given/city.ts";
import { openProduct, type Product } from "../harness/product.ts";

let product: Product;

beforeAll(async () => {
  product = await openProduct();
  await aCity(product);
}, 30_000);
afterAll(() => product.close());

/** Many writers change the same two shifts in one flush; gives acknowledged changes and those that are there. */
async function writersOn(orm: Orm): Promise<{ acknowledged: number; kept: number }> {
  const site = await aSite(product);
  const ids = await Promise.all([1, 2].map(() => aSeat(product, { site, places: 500 })));
  const write = async () => {
    const em = orm.em.fork();
    const shifts = await em.find(Shift, ids, { orderBy: { id: "asc" } });
    for (const shift of shifts) shift.minimumCover += 1;
    await em.flush();
  };
  const results = await Promise.allSettled(Array.from({ length: 40 }, write));
  const [row] = await product.sql<{ kept: number }>(
    "select min(minimum_cover) - 1 as kept from shift where id = any($1)",
    [ids],
  );
  return { acknowledged: results.filter(({ status }) => status === "fulfilled").length, kept: row!.kept };
}

describe("two people who edit the same version", () => {
  test("with our settings every acknowledged change is there", async () => {
    const orm = await openDatabase(product.database.appUrl, entities);
    const { acknowledged, kept } = await writersOn(orm);
    await orm.close();
    expect(acknowledged).toBeGreaterThan(0);
    expect(kept).toBe(acknowledged);
  });

  test("with the library's default batch mode some are lost: the day this fails, the setting can go", async () => {
    const orm = await MikroORM.init({ clientUrl: product.database.appUrl, entities, pool: { min: 0, max: 20 } });
    const { acknowledged, kept } = await writersOn(orm);
    await orm.close();
    expect(kept).toBeLessThan(acknowledged);
  });
});
