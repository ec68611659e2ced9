import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { aCity, aCounsellor, aSeat, aSite } from "../given/city.ts";
import { eventually } from "../harness/eventually.ts";
import { openProduct, type Product } from "../harness/product.ts";

let product: Product;
let production: Product;
let token: string;

beforeAll(async () => {
  product = await openProduct();
  production = await openProduct({ database: product.database, mode: "production" });
  await aCity(product);
  token = await product.tokenOf(await aCounsellor(product));
}, 60_000);

afterAll(async () => {
  await production.close();
  await product.close();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are asserted, not typed
type Any = any;

interface Door {
  readonly name: string;
  readonly send: (query: string, to?: Product) => Promise<{ errors?: Any[]; data?: Any }>;
}

const doors: Door[] = [
  { name: "HTTP", send: (query, to = product) => to.ask(query, {}, { as: token }) },
  {
    name: "WebSocket",
    send: (query, to = product) =>
      new Promise((resolve) => {
        const client = to.socket(token);
        client.subscribe<Any>(
          { query },
          {
            next: (answer) => resolve(answer as Any),
            error: (errors) => resolve({ errors: errors as Any[] }),
            complete: () => {},
          },
        );
      }),
  },
];

const nested = (depth: number): string => {
  let inner = "id";
  for (let i = 0; i < depth; i++) inner = `site { district { name } } assignments { shift { ${inner} } }`;
  return `{ shift(id: "${crypto.randomUUID()}") { ${inner} } }`;
};

describe.each(doors)("over $name", ({ send }) => {
  test.each([
    ["a deep operation", nested(5), "TOO_COMPLEX"],
    [
      "a hundred aliases",
      `{ ${Array.from({ length: 9 }, (_, i) => `a${i}: districts { ${Array.from({ length: 9 }, (_, j) => `n${j}: name`).join(" ")} }`).join(" ")} }`,
      "TOO_COMPLEX",
    ],
    [
      "eleven root fields",
      `{ ${Array.from({ length: 11 }, (_, i) => `a${i}: districts { id }`).join(" ")} }`,
      "TOO_COMPLEX",
    ],
    [
      "thirty directives",
      `{ districts { id ${"@include(if: true) ".repeat(30)} } }`,
      "GRAPHQL_VALIDATION_FAILED|TOO_COMPLEX",
    ],
    [
      "a page of pages",
      `{ shifts(from: "2026-11-25T00:00:00Z", to: "2026-11-26T00:00:00Z", first: 100) { edges { node { ${Array.from({ length: 14 }, (_, i) => `a${i}: assignments { id state version pinned person { id name number } shift { id } }`).join(" ")} } } } }`,
      "TOO_COMPLEX",
    ],
    [
      "fragments that spread fragments",
      `{ districts { ...a } } fragment a on District { ...b ...b ...b } fragment b on District { ...c ...c ...c } fragment c on District { ${"id ".repeat(700)} }`,
      "TOO_COMPLEX|GRAPHQL_PARSE_FAILED",
    ],
    ["three thousand tokens", `{ districts { ${"id ".repeat(3_000)} } }`, "GRAPHQL_PARSE_FAILED"],
    [
      "a fragment that spreads itself",
      "{ districts { ...a } } fragment a on District { ...a }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["an unknown field", "{ districts { secret } }", "GRAPHQL_VALIDATION_FAILED"],
    ["no GraphQL at all", "}{", "GRAPHQL_PARSE_FAILED"],
  ])("%s is refused with a typed error", async (_what, query, code) => {
    const { errors, data } = await send(query);
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions?.code).toMatch(new RegExp(`^(${code})$`));
    expect(JSON.stringify(errors)).not.toMatch(/node_modules|\.ts:|at Object|select |stack/i);
  });

  test("introspection and suggestions are off in production", async () => {
    const asked = await send("{ __schema { types { name } } }", production);
    expect(asked.data ?? null).toBeNull();
    const { errors } = await send("{ distrits { id } }", production);
    expect(errors?.[0]?.message).not.toMatch(/did you mean/i);
  });
});

test("a body of one megabyte is refused before it is read as GraphQL", async () => {
  const response = await fetch(product.graphqlUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: `{ a(b: "${"x".repeat(1_000_000)}") }` }),
  });
  expect(response.status).toBe(413);
  expect(await response.json()).toEqual({
    errors: [{ message: "The body is too large.", extensions: { code: "TOO_COMPLEX" } }],
  });
});

test.each([
  "",
  "{",
  "[]",
  "null",
  "42",
  '{"query":42}',
  '[{"query":"{__typename}"},{"query":"{__typename}"}]',
  '{"query":"{__typename}","variables":"x"}',
])("the body %s gets a typed error and no stack", async (body) => {
  const response = await fetch(product.graphqlUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const text = await response.text();
  expect(response.status).toBeLessThan(500);
  expect(text).not.toMatch(/node_modules|\.ts:|stack/i);
});

test("a form cannot speak for somebody who is signed in", async () => {
  const response = await fetch(product.graphqlUrl, {
    method: "POST",
    headers: { "content-type": "text/plain" },
    body: '{"query":"mutation{signOut{problems{code}}}"}',
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
  const get = await fetch(`${product.graphqlUrl}?query=${encodeURIComponent("{districts{id}}")}`);
  expect(get.status).toBe(400);
});

/** Opens a bare socket, sends frames, and gives the code it is closed with. */
function closedWith(
  frames: readonly (string | Buffer)[],
  options: { origin?: string; protocol?: string } = {},
): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(
      product.graphqlUrl.replace("http", "ws"),
      options.protocol ?? "graphql-transport-ws",
      options.origin === undefined ? {} : { origin: options.origin },
    );
    socket.on("open", () => frames.forEach((frame) => void socket.send(frame)));
    socket.on("close", resolve);
    socket.on("error", () => resolve(-1));
  });
}

test.each([
  ["no JSON", ["}{"], 4400],
  ["an unknown message", ['{"type":"hello"}'], 4400],
  ["a subscription before the greeting", ['{"id":"1","type":"subscribe","payload":{"query":"{__typename}"}}'], 4401],
  ["two greetings", ['{"type":"connection_init"}', '{"type":"connection_init"}'], 4429],
  ["65 kilobytes", [`{"type":"connection_init","payload":{"x":"${"x".repeat(66_000)}"}}`], 1009],
  ["bytes", [Buffer.from([0xff, 0x00, 0xfe])], 4400],
] as const)("a socket that sends %s is closed", async (_what, frames, code) => {
  expect(await closedWith(frames)).toBe(code);
});

test("a page of another origin cannot open a socket", async () => {
  expect(await closedWith([], { origin: "https://elsewhere.example" })).toBe(-1);
});

test("a socket that does not greet within three seconds is closed", async () => {
  expect(await closedWith([])).toBe(4408);
}, 10_000);

test("a socket that asks and does not read is cut off with 1013 before much waits for it", async () => {
  const socket = new WebSocket(product.graphqlUrl.replace("http", "ws"), "graphql-transport-ws");
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  let received = 0;
  socket.on("message", (data) => {
    received += (data as Buffer).length;
  });
  await new Promise((resolve) => socket.on("open", resolve));
  socket.send('{"type":"connection_init"}');
  await new Promise((resolve) => socket.once("message", resolve));
  socket.pause();
  const query = "{ __schema { types { description fields { description } } } }";
  const asked = 450;
  for (let id = 0; id < asked; id++) {
    socket.send(JSON.stringify({ id: String(id), type: "subscribe", payload: { query } }));
    // Both ends live in this process: the other one gets its turn.
    await new Promise(setImmediate);
  }
  const cut = async () => (await (await fetch(`${product.url}/metrics`)).text()).includes('why="reads too slowly"} 1');
  await eventually(cut, "the socket was not cut off");
  socket.resume();
  expect(await closed).toBe(1013);
  const { data } = await product.ask(query);
  const whole = asked * Buffer.byteLength(JSON.stringify(data));
  // What the operating system holds on the way is not ours: some megabytes.
  expect(received).toBeLessThan((whole * 2) / 3);
}, 30_000);

describe("bad input of a claim", () => {
  const claim = (input: string) =>
    `mutation { claimShift(input: ${input}) { problems { code path message } assignment { id } } }`;
  test.each([
    ["a foreign id", `{ shift: "${crypto.randomUUID()}", idempotencyKey: "a-good-key" }`, "NOT_FOUND", ["shift"]],
    [
      "an id that is none",
      `{ shift: "'; drop table shift; --", idempotencyKey: "a-good-key" }`,
      "NOT_FOUND",
      ["shift"],
    ],
    ["a short key", `{ shift: "${crypto.randomUUID()}", idempotencyKey: "short" }`, "KEY_INVALID", ["idempotencyKey"]],
    [
      "a long key",
      `{ shift: "${crypto.randomUUID()}", idempotencyKey: "${"k".repeat(101)}" }`,
      "KEY_INVALID",
      ["idempotencyKey"],
    ],
  ])("%s is a problem that names the field, and nothing is written", async (_what, input, code, path) => {
    const { data, errors } = await product.ask(claim(input), {}, { as: token });
    expect(errors).toBeUndefined();
    expect(data.claimShift.problems).toEqual([{ code, path, message: expect.any(String) }]);
    expect(await product.sql("select count(*)::int as n from idempotency_key")).toEqual([{ n: 0 }]);
    expect(await product.sql("select count(*)::int as n from event")).toEqual([{ n: 0 }]);
  });

  test.each([
    ["a missing key", `{ shift: "${crypto.randomUUID()}" }`],
    ["an unknown field", `{ shift: "${crypto.randomUUID()}", idempotencyKey: "a-good-key", person: "x" }`],
  ])("%s is an error that names the field", async (_what, input) => {
    const { errors } = await product.ask(claim(input), {}, { as: token });
    expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(errors?.[0]?.message).toMatch(/idempotencyKey|shift|person/);
  });

  test("a wrong type in a variable is an error that names the field", async () => {
    const asked = "mutation ($input: ClaimShiftInput!) { claimShift(input: $input) { problems { code } } }";
    const { errors } = await product.ask(asked, { input: { shift: 7.5, idempotencyKey: "a-good-key" } }, { as: token });
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(errors?.[0]?.message).toContain("input.shift");
  });

  test("a shift that has ended is refused", async () => {
    const shift = await aSeat(product, { site: await aSite(product), startsAt: new Date("2026-11-24T02:00:00Z") });
    const { data } = await product.ask(claim(`{ shift: "${shift}", idempotencyKey: "a-good-key" }`), {}, { as: token });
    expect(data.claimShift.problems.map((problem: Any) => problem.code)).toContain("WORK_ENDED");
  });

  test("nobody who is not signed in can claim", async () => {
    const { errors } = await product.ask(claim(`{ shift: "${crypto.randomUUID()}", idempotencyKey: "a-good-key" }`));
    expect(errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });
});
