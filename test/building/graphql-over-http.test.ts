import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openProduct, type Product } from "../harness/product.ts";

let product: Product;
beforeAll(async () => {
  product = await openProduct();
}, 30_000);
afterAll(() => product.close());

test("all 61 audits of GraphQL over HTTP pass", async () => {
  const audits = serverAudits({
    url: product.graphqlUrl,
    // The audit stands for a program, which says so with a header that no form can send.
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, "apollo-require-preflight": "true" } }),
  });
  const results = await Promise.all(audits.map((audit) => audit.fn()));
  const failed = results.flatMap((result) => (result.status === "ok" ? [] : [`${result.name}: ${result.reason}`]));
  expect(failed).toEqual([]);
  expect(results).toHaveLength(61);
});
