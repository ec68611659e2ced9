import { expect, test } from "vitest";
import { createIntents } from "./intents.ts";

const counting = () => {
  let count = 0;
  return createIntents(() => `key-${++count}`);
};

test("a second press before the answer carries the same key", () => {
  const intents = counting();
  expect(intents.keyFor("claimShift", { shift: "1" })).toBe("key-1");
  expect(intents.keyFor("claimShift", { shift: "1" })).toBe("key-1");
});

test("another input is another intent", () => {
  const intents = counting();
  intents.keyFor("claimShift", { shift: "1" });
  expect(intents.keyFor("claimShift", { shift: "2" })).toBe("key-2");
});

test("after the answer the same press is a new intent", () => {
  const intents = counting();
  intents.keyFor("claimShift", { shift: "1" });
  intents.answered("claimShift", { shift: "1" });
  expect(intents.keyFor("claimShift", { shift: "1" })).toBe("key-2");
});
