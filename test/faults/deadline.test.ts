import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { ClaimShiftDocument as claim } from "../documents/shifts.generated.ts";
import { aCity, aCounsellor, aSeat, aSite } from "../given/city.ts";
import { textOf } from "../harness/ask.ts";
import { busySessions } from "../harness/database.ts";
import { eventually } from "../harness/eventually.ts";
import { openProduct, type Product } from "../harness/product.ts";

// The deadline is short here: an operation may take one second.

let product: Product;
let site: string;
let day = 26;

/** The query builder says on the console what became of a statement that was cancelled. */
let said: ReturnType<typeof vi.spyOn>;

beforeAll(async () => {
  said = vi.spyOn(console, "error").mockImplementation(() => {});
  product = await openProduct({ deadlineMs: 1_000 });
  await aCity(product);
  site = await aSite(product);
}, 60_000);
afterAll(async () => {
  await product.close();
  // The second: it was over before it could be cancelled.
  for (const [line] of said.mock.calls)
    expect(line).toMatch(
      /^`(query` .*canceling statement due to user request|inflightQueryAbortHandler` .*'queryId'\))$/,
    );
  said.mockRestore();
});
afterEach(() => product.sql("drop function if exists dawdle cascade"));

/** From now on whoever inserts into the table waits 600 ms: at the insert, or when it is committed. */
const dawdleOn = (table: string, when: "insert" | "commit" = "insert") =>
  product.sql(`
    create or replace function dawdle() returns trigger language plpgsql as 'begin perform pg_sleep(0.6); return new; end';
    create ${when === "insert" ? "trigger" : "constraint trigger"} dawdle_${table} after insert on ${table}
      ${when === "insert" ? "" : "deferrable initially deferred"} for each row execute function dawdle()`);

async function aClaim() {
  const shift = await aSeat(product, { site, startsAt: new Date(Date.UTC(2026, 10, ++day, 2)) });
  const as = await product.tokenOf(await aCounsellor(product));
  return { variables: { shift, key: `deadline-${shift}` }, as };
}

/** What the database holds once nothing is under way any more. */
async function written(shift: string) {
  await eventually(async () => (await busySessions(product.database)).length === 0, "an operation is under way");
  const [counts] = await product.sql(
    `select (select count(*)::int from assignment where shift_id = $1) as assignments,
            (select count(*)::int from idempotency_key where key = 'deadline-' || $1::text) as keys,
            (select count(*)::int from event where facts->>'shiftId' = $1::text) as events`,
    [shift],
  );
  return counts;
}

type Claim = Awaited<ReturnType<typeof aClaim>>;
const doors = [
  [
    "HTTP",
    ({ variables, as }: Claim, locale: string) =>
      product.ask(claim, variables, { as, headers: { "accept-language": locale } }),
  ],
  [
    "WebSocket",
    async ({ variables, as }: Claim, locale: string) => {
      const client = product.socket(as, { connectionParams: { locale, authorization: `Bearer ${as}` } });
      for await (const answer of client.iterate({ query: textOf(claim), variables })) return answer;
      throw new Error("no answer");
    },
  ],
] as const;

describe.each(doors)("over %s", (_door, send) => {
  test.each([
    ["en", "This took too long and was stopped. Nothing half done was kept. Please try again in a moment."],
    ["zh-CN", "用时过长，已停止；未完成的部分没有作任何更改。请稍后再试。"],
  ])(
    "an operation of many short statements that takes too long is stopped, told in %s, and has written nothing",
    async (locale, message) => {
      const given = await aClaim();
      await dawdleOn("idempotency_key");
      await dawdleOn("assignment");
      const began = performance.now();
      const { data, errors } = await send(given, locale);
      expect(performance.now() - began).toBeLessThan(1_800);
      expect(data ?? null).toBeNull();
      expect(errors).toEqual([
        expect.objectContaining({ message, extensions: { code: "DEADLINE", requestId: expect.any(String) } }),
      ]);
      expect(await written(given.variables.shift)).toEqual({ assignments: 0, keys: 0, events: 0 });
    },
  );
});

test("whoever waits for somebody else's lock is stopped, its statement is cancelled, and its key is free for another try", async () => {
  const given = await aClaim();
  const holder = new pg.Client({ connectionString: product.database.ownerUrl });
  await holder.connect();
  try {
    await holder.query("begin");
    await holder.query("select from shift where id = $1 for update", [given.variables.shift]);
    const { errors } = await product.ask(claim, given.variables, { as: given.as });
    expect(errors?.[0]?.extensions.code).toBe("DEADLINE");
    // The lock is still held: only a cancelled statement can be over.
    expect(await written(given.variables.shift)).toEqual({ assignments: 0, keys: 0, events: 0 });
  } finally {
    await holder.end();
  }
  const { claimShift } = await product.get(claim, given.variables, { as: given.as });
  expect(claimShift).toMatchObject({ problems: [], assignment: { state: "CONFIRMED" } });
});

test("a commit that began in time is waited for, and its outcome told as it is", async () => {
  const given = await aClaim();
  await dawdleOn("idempotency_key");
  await dawdleOn("assignment", "commit");
  const { claimShift } = await product.get(claim, given.variables, { as: given.as });
  expect(claimShift).toMatchObject({ problems: [], assignment: { state: "CONFIRMED" } });
  expect(await written(given.variables.shift)).toMatchObject({ assignments: 1, keys: 1 });
});
