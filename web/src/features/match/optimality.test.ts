import { expect, test } from "vitest";
import { optimality } from "./optimality.ts";

test("a plan is proven best where nothing was given up and the figures meet", () => {
  expect(optimality({ objective: 2_614, dual: 2_614, lossAtMost: 0 })).toEqual({
    cost: 2_614,
    bound: 2_614,
    loss: 0,
    proven: true,
  });
});

test("pairs given up over a clash leave a gap, however equal the figures of the rest are", () => {
  expect(optimality({ objective: 2_614, dual: 2_614, lossAtMost: 14 })).toEqual({
    cost: 2_614,
    bound: 2_600,
    loss: 14,
    proven: false,
  });
});

test("what clashes can cost comes on top of a gap in the proof itself", () => {
  expect(optimality({ objective: 30, dual: 28, lossAtMost: 5 })).toMatchObject({ bound: 23, loss: 7, proven: false });
});

test("where it is not known what was given up nothing is claimed", () => {
  expect(optimality({ objective: 30, dual: 30, lossAtMost: null })).toBeNull();
  expect(optimality({ objective: null, dual: null, lossAtMost: null })).toBeNull();
});
