import { afterAll, beforeAll, expect, test } from "vitest";
import { WatchBoardDocument } from "../documents/boards.generated.ts";
import { ClaimShiftDocument as claim } from "../documents/shifts.generated.ts";
import { aCity, aCounsellor, aPerson, aSeat, aSite } from "../given/city.ts";
import { openSocket } from "../harness/ask.ts";
import { type ApiProcess, startApi } from "../harness/process.ts";
import { follow, openProduct, type Product } from "../harness/product.ts";
import { TestRedis } from "../harness/redis.ts";

// Two real processes whose hints travel through Redis, which is away at first, comes, is killed, and comes again.

let ground: Product;
let redis: TestRedis;
let near: ApiProcess;
let far: ApiProcess;

beforeAll(async () => {
  ground = await openProduct();
  ground.clock.set(new Date());
  await aCity(ground);
  redis = await TestRedis.aside();
  const start = () => startApi(ground.database.ownerUrl, { REDIS_URL: redis.url });
  [near, far] = await Promise.all([start(), start()]);
}, 60_000);

afterAll(async () => {
  expect(await Promise.all([near.stop(), far.stop()])).toEqual([0, 0]);
  await redis.kill();
  await ground.close();
});

const channel = "shouwang_hint";
const day = 86_400_000;

test("news travels through Redis, and while it is away nothing is missed or doubled, only later", async () => {
  const site = await aSite(ground);
  const watcher = await ground.tokenOf(await aPerson(ground, { roles: [{ role: "coordinator", district: 105 }] }));
  const socket = openSocket(far.url, watcher);
  const board = follow(socket, WatchBoardDocument, { board: "district/105", after: 0 });
  const made: string[] = [];
  /** Somebody claims through one process, and it is seen through the other, so many times one after another. Gives ms. */
  async function seenAcross(times: number): Promise<number> {
    const began = performance.now();
    for (let i = 0; i < times; i++) {
      const startsAt = new Date(Date.now() + (made.length + 2) * day);
      const shift = await aSeat(ground, { site, startsAt });
      const who = await aCounsellor(ground, {
        credentials: [{ kind: "psychological_counsellor", from: "2020-01-01", until: "2099-01-01" }],
      });
      const as = await ground.tokenOf(who);
      const { claimShift } = await near.get(claim, { shift, key: `claim-${shift}` }, { as });
      expect(claimShift.problems).toEqual([]);
      const { id } = claimShift.assignment!;
      made.push(id);
      await board.until((event) => event.subject?.id === id);
    }
    return performance.now() - began;
  }

  try {
    // Before Redis is there: polling, once a second.
    await seenAcross(2);
    expect(far.output()).toContain("no line to Redis; polling until it is back");

    // Polling would take about a second each, because each change follows right upon a poll.
    await redis.start();
    await redis.listeners(channel, 2);
    expect(await seenAcross(8)).toBeLessThan(4_000);

    await redis.kill();
    await seenAcross(3);

    await redis.start();
    await redis.listeners(channel, 2);
    expect(await seenAcross(8)).toBeLessThan(4_000);

    expect(board.events.map(({ subject }) => subject.id)).toEqual(made);
    expect(board.events.map(({ seq }) => seq)).toEqual(made.map((_, i) => i + 1));
    // PostgreSQL carries no hints meanwhile: what was fast came through Redis.
    const listening =
      "select count(*)::int as n from pg_stat_activity where application_name = 'shouwang-hints' and datname = current_database()";
    // The one that listens is the test's own product.
    expect(await ground.sql(listening)).toEqual([{ n: 1 }]);
  } finally {
    await socket.dispose();
  }
}, 60_000);
