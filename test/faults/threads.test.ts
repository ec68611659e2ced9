import { afterEach, beforeEach, expect, test } from "vitest";
import { openThreads, type Threads } from "../../api/src/platform/threads.ts";
import type { Asked, Stands } from "../harness/rehearsing-thread.ts";

const entry = new URL("../harness/rehearsing-thread.ts", import.meta.url);
let threads: Threads;

beforeEach(() => {
  threads = openThreads("postgres://nobody@127.0.0.1:1/none");
});
afterEach(() => threads.close());

const ask = (asked: Asked, signal = new AbortController().signal, told: (told: string) => void = () => {}) =>
  threads.run<string, Stands>(entry, asked, { signal, told });

test("a prepared thread has rehearsed before its first input; a rehearsal that fails harms nothing", async () => {
  threads.prepare(entry);
  expect(await ask("how")).toEqual({ rehearsals: 1, answers: 0 });
  expect(await ask("how")).toEqual({ rehearsals: 1, answers: 1 });
});

test("a thread that somebody waits for does not rehearse first, and stays for the next input", async () => {
  expect(await ask("how")).toEqual({ rehearsals: 0, answers: 0 });
  expect(await ask("how")).toEqual({ rehearsals: 0, answers: 1 });
});

test("two inputs at once have a thread each", async () => {
  threads.prepare(entry);
  expect(await Promise.all([ask("how"), ask("how")])).toEqual([
    { rehearsals: 1, answers: 0 },
    { rehearsals: 0, answers: 0 },
  ]);
});

test("where a thread was stopped, a rehearsed one takes its place", async () => {
  threads.prepare(entry);
  const stop = new AbortController();
  await expect(ask("wait for ever", stop.signal, () => stop.abort())).rejects.toMatchObject({ name: "ThreadStopped" });
  expect(await ask("how")).toEqual({ rehearsals: 1, answers: 0 });
});

test("a thread that dies says why to whoever waits for it, and a rehearsed one takes its place", async () => {
  threads.prepare(entry);
  await expect(ask("die")).rejects.toThrow("died at work");
  expect(await ask("how")).toEqual({ rehearsals: 1, answers: 0 });
});

test("nothing starts after the end", async () => {
  await threads.close();
  threads.prepare(entry);
  expect(await ask("how")).toEqual({ rehearsals: 0, answers: 0 });
});
