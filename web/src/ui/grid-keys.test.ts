import { describe, expect, test } from "vitest";
import { moveInGrid } from "./grid-keys.ts";

const size = { rows: 3, columns: 4 };
const all = () => true;
/** A phone shows columns 1 and 2 only. */
const phone = (_row: number, column: number) => column === 1 || column === 2;

describe("arrows in a grid", () => {
  test("step to the neighbour", () => {
    expect(moveInGrid({ row: 1, column: 1 }, "right", size, all)).toEqual({ row: 1, column: 2 });
    expect(moveInGrid({ row: 1, column: 1 }, "up", size, all)).toEqual({ row: 0, column: 1 });
  });

  test("stay at the edge", () => {
    expect(moveInGrid({ row: 0, column: 0 }, "up", size, all)).toEqual({ row: 0, column: 0 });
    expect(moveInGrid({ row: 0, column: 2 }, "right", size, phone)).toEqual({ row: 0, column: 2 });
  });

  test("go to the first and last day that is shown", () => {
    expect(moveInGrid({ row: 1, column: 2 }, "first", size, phone)).toEqual({ row: 1, column: 1 });
    expect(moveInGrid({ row: 1, column: 1 }, "last", size, all)).toEqual({ row: 1, column: 3 });
  });
});
