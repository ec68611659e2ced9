import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, test } from "vitest";
import { personOf, problemOf } from "./given-problem.ts";
import type { RosterProblem } from "./problem.ts";
import type { Answer, Order } from "./solve-worker.ts";

let worker: Worker;
beforeEach(() => {
  worker = new Worker(new URL("./solve-worker.ts", import.meta.url));
});
afterEach(() => worker.terminate());

const days = 14;
const people = ["Lin", "Mei", "Tao"].map((id) => personOf(id, days, { longestRun: 4, shortestBreak: 2 }));
const cover = Array.from({ length: days }, (_, day) => ({ day, shift: "E", wanted: 2, under: 100, over: 1 }));
const problem = problemOf(days, { people, cover });

async function lastAnswer(order: Order): Promise<Answer> {
  worker.postMessage(order);
  for (;;) {
    const [answer] = (await once(worker, "message")) as [Answer];
    if (!("progress" in answer)) return answer;
  }
}

test("the worker delivers the same roster for the same seed and slices", async () => {
  const order = { problem, seed: 5, slices: 10 };
  const first = await lastAnswer(order);
  expect(first).toHaveProperty("result");
  expect(await lastAnswer(order)).toEqual(first);
});

/** Large enough that nobody can prove a roster best in a moment. */
function large(): RosterProblem {
  const weeks = 84;
  const many = Array.from({ length: 40 }, (_, i) =>
    personOf(`P${i}`, weeks, { longestRun: 3 + (i % 3), shortestBreak: 2 }),
  );
  const uneven = Array.from({ length: weeks }, (_, day) => ({
    day,
    shift: "E",
    wanted: 9 + ((day * 7) % 13),
    under: 100,
    over: 3,
  }));
  return problemOf(weeks, { people: many, cover: uneven });
}

test("progress tells stage and cost while the search goes on", async () => {
  worker.postMessage({ problem: large(), seed: 1, milliseconds: 3_600_000 } satisfies Order);
  const [answer] = (await once(worker, "message")) as [Answer];
  expect(answer).toMatchObject({ progress: { stage: expect.any(String), cost: expect.any(Number) } });
});

test("a search stops as soon as its target is reached", async () => {
  const target = 1_000_000;
  const answer = await lastAnswer({ problem: large(), seed: 1, milliseconds: 3_600_000, target });
  expect(answer).toMatchObject({ stopped: false, result: { cost: expect.any(Number) } });
  expect("result" in answer && answer.result.cost).toBeLessThanOrEqual(target);
});

test("a search that is stopped still delivers its best roster", async () => {
  const endless = { problem: large(), seed: 1, milliseconds: 3_600_000 };
  const answered = lastAnswer(endless);
  worker.postMessage("stop");
  expect(await answered).toMatchObject({ stopped: true, result: { roster: { length: 40 } } });
});

test("bad input and clashing rules come back as answers", async () => {
  expect(await lastAnswer({ problem: { ...problem, days: 0 }, seed: 1, slices: 1 })).toEqual({
    refused: { fault: "emptyHorizon", subject: "0" },
  });
  const lin = personOf("Lin", days, { longestRun: 1, minutes: [{ from: 0, to: days, least: 6720, most: 6720 }] });
  expect(await lastAnswer({ problem: { ...problem, people: [lin] }, seed: 1, slices: 1 })).toEqual({
    clash: { Lin: [{ rule: "longestRun" }, { rule: "leastMinutes", subject: 0 }] },
  });
});
