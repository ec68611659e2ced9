import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDraftKeeper, type Keeping, type Kept } from "./draft-keeper.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start(answer: (draft: string, version: number | null) => Promise<Kept | "stale">) {
  const saves: [string, number | null][] = [];
  const told: Keeping["state"][] = [];
  const keeper = createDraftKeeper<string>({
    version: null,
    save: (draft, version) => {
      saves.push([draft, version]);
      return answer(draft, version);
    },
    tell: ({ state }) => told.push(state),
  });
  return { keeper, saves, told };
}
const next = (_: string, version: number | null): Promise<Kept> =>
  Promise.resolve({ version: (version ?? 0) + 1, savedAt: "2026-11-23T12:00:00Z" });

test("a burst of input is one save, 800 ms after the last of it", async () => {
  const { keeper, saves } = start(next);
  keeper.keep("m");
  await vi.advanceTimersByTimeAsync(799);
  keeper.keep("ma");
  await vi.advanceTimersByTimeAsync(799);
  expect(saves).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(saves).toEqual([["ma", null]]);
});

test("each save names the version that the one before it made", async () => {
  const { keeper, saves, told } = start(next);
  keeper.keep("a");
  await keeper.flush();
  keeper.keep("b");
  await keeper.flush();
  expect(saves).toEqual([
    ["a", null],
    ["b", 1],
  ]);
  expect(told).toEqual(["saving", "saved", "saving", "saved"]);
});

test("what could not be sent stays on the device and goes with the next flush", async () => {
  let up = false;
  const { keeper, saves, told } = start((draft, version) =>
    up ? next(draft, version) : Promise.reject(new TypeError()),
  );
  keeper.keep("a");
  await keeper.flush();
  up = true;
  await keeper.flush();
  expect(saves).toEqual([
    ["a", null],
    ["a", null],
  ]);
  expect(told).toEqual(["saving", "device", "saving", "saved"]);
});

test("a draft saved elsewhere is not overwritten until one follows it", async () => {
  const { keeper, saves, told } = start((draft, version) =>
    version === 4 ? next(draft, version) : Promise.resolve("stale"),
  );
  keeper.keep("a");
  await keeper.flush();
  keeper.follow(4);
  keeper.keep("a");
  await keeper.flush();
  expect(saves).toEqual([
    ["a", null],
    ["a", 4],
  ]);
  expect(told).toEqual(["saving", "stale", "saving", "saved"]);
});

test("once stopped nothing more is sent", async () => {
  const { keeper, saves } = start(next);
  keeper.keep("a");
  await keeper.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saves).toEqual([]);
});
