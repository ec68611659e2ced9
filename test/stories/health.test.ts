import { afterAll, beforeAll, expect, test } from "vitest";
import { openProduct, type Product } from "../harness/product.ts";

let product: Product;
beforeAll(async () => {
  product = await openProduct();
}, 30_000);
afterAll(() => product.close());

const status = async (path: string) => (await fetch(`${product.url}${path}`)).status;

test("a process that nobody has asked anything yet says that it lives and that it is ready", async () => {
  expect(await status("/healthz")).toBe(200);
  expect(await status("/readyz")).toBe(200);
  expect(await (await fetch(`${product.url}/metrics`)).text()).toContain("shouwang_graphql_seconds");
});
