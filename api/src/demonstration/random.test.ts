import { describe, expect, test } from "vitest";
import { isId } from "../kernel/id.ts";
import { Random } from "./random.ts";

const draws = (random: Random, count: number) => Array.from({ length: count }, () => random.unit());

describe("a stream of chance", () => {
  test("comes out the same for the same seed, name and number, and otherwise not", () => {
    const first = draws(new Random(7, "person", 3), 5);
    expect(draws(new Random(7, "person", 3), 5)).toEqual(first);
    for (const other of [new Random(8, "person", 3), new Random(7, "request", 3), new Random(7, "person", 4)])
      expect(draws(other, 5)).not.toEqual(first);
  });

  test("spreads evenly, also over the first draw of neighbouring numbers", () => {
    const tenths = new Array<number>(10).fill(0);
    for (let index = 0; index < 100_000; index++) tenths[Math.floor(new Random(1, "even", index).unit() * 10)]!++;
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  test("picks whole numbers with both ends, and so many different ones of a list in its order", () => {
    const random = new Random(2, "pick");
    const wholes = new Set(Array.from({ length: 500 }, () => random.whole(3, 6)));
    expect([...wholes].sort()).toEqual([3, 4, 5, 6]);
    for (let time = 0; time < 200; time++) {
      const some = random.some([1, 2, 3, 4, 5], 3);
      expect(some).toHaveLength(3);
      expect([...new Set(some)].sort()).toEqual(some);
    }
    expect(random.some([1, 2], 5)).toEqual([1, 2]);
  });

  test("weighs by shares", () => {
    const random = new Random(3, "weigh");
    let heavy = 0;
    for (let time = 0; time < 10_000; time++)
      if (
        random.weighted([
          ["light", 1],
          ["heavy", 3],
        ]) === "heavy"
      )
        heavy++;
    expect(Math.abs(heavy - 7_500)).toBeLessThan(200);
  });

  test("makes version 7 ids that carry their instant and never repeat", () => {
    const at = Date.parse("2026-11-25T04:00:00Z");
    const ids = Array.from({ length: 10_000 }, (_, index) => new Random(4, "id", index).id(at));
    expect(new Set(ids).size).toBe(10_000);
    for (const id of ids.slice(0, 100)) {
      expect(isId(id)).toBe(true);
      expect(id[14]).toBe("7");
      expect("89ab").toContain(id[19]);
      expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(at);
    }
  });
});
