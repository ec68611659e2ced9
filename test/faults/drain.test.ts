import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ClaimShiftDocument as claim } from "../documents/shifts.generated.ts";
import { aCity, aCounsellor, aPerson, aSeat, aSite } from "../given/city.ts";
import { openSocket } from "../harness/ask.ts";
import { busySessions } from "../harness/database.ts";
import { eventually } from "../harness/eventually.ts";
import { startApi } from "../harness/process.ts";
import { follow, openProduct, type Product } from "../harness/product.ts";

let ground: Product;
beforeAll(async () => {
  ground = await openProduct();
  ground.clock.set(new Date());
  await aCity(ground);
}, 60_000);
afterAll(() => ground.close());

const watch = 'subscription { boardEvents(board: "district/105", after: 0) { seq kind } }';

test("SIGTERM: what is under way is finished and answered, sockets are told to come back elsewhere, the process ends with 0", async () => {
  const lasting = [{ kind: "psychological_counsellor", from: "2020-01-01", until: "2099-01-01" }];
  const shift = await aSeat(ground, { site: await aSite(ground), startsAt: new Date(Date.now() + 2 * 86_400_000) });
  const counsellor = await ground.tokenOf(await aCounsellor(ground, { credentials: lasting }));
  const watcher = await ground.tokenOf(await aPerson(ground, { roles: [{ role: "coordinator", district: 105 }] }));
  const [going, staying] = await Promise.all([startApi(ground.database.ownerUrl), startApi(ground.database.ownerUrl)]);

  // A client that goes where the balancer sends it: to the process that stays, once the other is gone.
  const codes: unknown[] = [];
  let opened = 0;
  const socket = openSocket(going.url, watcher, {
    url: () => `${(opened++ === 0 ? going : staying).url.replace("http", "ws")}/graphql`,
    retryAttempts: 5,
    retryWait: async () => {},
    on: { closed: (event) => void codes.push((event as CloseEvent).code) },
  });
  const board = follow(socket, watch, {});
  const holder = new pg.Client({ connectionString: ground.database.ownerUrl });
  await holder.connect();
  try {
    await eventually(
      async () => opened === 1 && (await metric(going.url, "shouwang_subscriptions")) === 1,
      "no watcher",
    );
    await holder.query("begin");
    await holder.query("select from shift where id = $1 for update", [shift]);
    const answer = going.ask(claim, { shift, key: "claim-in-the-drain" }, { as: counsellor });
    await eventually(waitsForLock, "the claim does not wait");

    const ended = going.stop();
    // The socket comes back at the other process while the claim still waits in this one.
    await eventually(
      async () => (await metric(staying.url, "shouwang_subscriptions")) === 1,
      "the watcher did not come back",
    );
    expect(codes).toEqual([1001]);
    expect(await status(`${going.url}/readyz`)).not.toBe(200);
    await holder.query("rollback");

    expect((await answer).data?.claimShift).toMatchObject({ problems: [], assignment: { state: "CONFIRMED" } });
    const answered = performance.now();
    expect(await ended).toBe(0);
    // Nobody is waited for who has had the answer.
    expect(performance.now() - answered).toBeLessThan(3_000);
    expect(await status(`${going.url}/healthz`)).toBeNull();
    await board.until(({ seq }) => seq === 1);
    expect(board.events).toEqual([{ seq: 1, kind: "SHIFT_CLAIMED" }]);
  } finally {
    await holder.end();
    await socket.dispose();
    expect(await staying.stop()).toBe(0);
  }
}, 60_000);

const status = (url: string) =>
  fetch(url).then(
    (response) => response.status,
    () => null,
  );

const waitsForLock = async () => (await busySessions(ground.database, "wait_event_type = 'Lock'")).length === 1;

async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1]);
}
