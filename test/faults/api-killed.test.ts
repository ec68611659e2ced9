import { createClient } from "graphql-ws";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { aCity, aCounsellor, aPerson, aSeat, aSite } from "../given/city.ts";
import { type ApiProcess, startApi } from "../harness/process.ts";
import { follow, openProduct, type Product } from "../harness/product.ts";

// Two real processes on one database; one is killed while people claim places and somebody watches.

let product: Product;
let site: string;

beforeAll(async () => {
  product = await openProduct();
  await aCity(product);
  site = await aSite(product);
}, 30_000);
afterAll(() => product.close());

const claim = `mutation ($shift: ID!, $key: String!) {
  claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code } assignment { id } }
}`;

interface Claim {
  readonly shift: string;
  readonly token: string;
  readonly key: string;
}

/** The assignment's id when it was acknowledged; null when nobody knows. */
async function send(url: string, { shift, token, key }: Claim): Promise<string | null> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: claim, variables: { shift, key } }),
    });
    const { data } = (await response.json()) as { data: { claimShift: { assignment: { id: string } | null } } };
    return data.claimShift.assignment?.id ?? null;
  } catch {
    return null;
  }
}

test("a process that is killed in the middle loses nothing that it acknowledged, doubles nothing, and a watcher sees every change once", async () => {
  // The processes live in real time; so do the shifts.
  const day = 86_400_000;
  const claims: Claim[] = await Promise.all(
    Array.from({ length: 40 }, async (_, i) => ({
      shift: await aSeat(product, { site, startsAt: new Date(Date.now() + (i + 2) * day) }),
      token: await tokenNow(await aCounsellor(product)),
      key: `kill-claim-${i}`,
    })),
  );
  const watcher = await tokenNow(await aPerson(product, { roles: [{ role: "coordinator", district: 105 }] }));
  const stable = await startApi(product.database.ownerUrl);
  let fragile: ApiProcess = await startApi(product.database.ownerUrl);
  const client = createClient({
    url: `${stable.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${watcher}` },
  });
  const board = follow(
    client,
    'subscription { boardEvents(board: "district/105", after: 0) { seq kind subjectId } }',
    {},
  );
  try {
    const acknowledged = new Map<string, string | null>();
    let sent = 0;
    const work = claims.map(async (one, i) => {
      const id = await send(i % 2 === 0 ? stable.url : fragile.url, one);
      acknowledged.set(one.key, id);
      if (++sent === 10) await fragile.kill();
    });
    await Promise.all(work);
    fragile = await startApi(product.database.ownerUrl);

    // Whoever does not know asks again with the same key.
    const settled = await Promise.all(claims.map((one) => send(fragile.url, one)));
    for (const [i, { key }] of claims.entries()) {
      expect(settled[i]).not.toBeNull();
      const before = acknowledged.get(key);
      if (before) expect(settled[i]).toBe(before);
    }
    expect(await product.sql("select count(*)::int as n from assignment where state = 'confirmed'")).toEqual([
      { n: 40 },
    ]);
    expect(await product.sql("select distinct taken from shift")).toEqual([{ taken: 1 }]);

    const [{ seq }] = (await product.sql<{ seq: number }>("select seq from board where key = 'district/105'")) as [
      { seq: number },
    ];
    expect(seq).toBe(40);
    await board.until((event) => event.seq === seq);
    expect(board.events.map((event) => event.seq)).toEqual(Array.from({ length: seq }, (_, i) => i + 1));
    expect(new Set(board.events.map((event) => event.subjectId)).size).toBe(40);
  } finally {
    await client.dispose();
    await fragile.kill();
    expect(await stable.stop()).toBe(0);
  }
}, 60_000);

/** A session that the processes' real clock accepts. */
async function tokenNow(personId: string): Promise<string> {
  const token = await product.tokenOf(personId);
  await product.sql("update session set expires_at = now() + interval '1 day' where person_id = $1", [personId]);
  return token;
}
