import { expect, test } from "vitest";
import { nothingSaid } from "./answers.ts";
import { forgetAnswers, keepAnswers, keptAnswers } from "./kept-answers.ts";

function aStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    text: () => [...kept.values()].join(),
  };
}

const typed = {
  ...nothingSaid,
  roles: ["VOLUNTEER"] as const,
  name: "张梅",
  bornOn: "1990-05-04",
  guardianCode: "482913",
  privacy: true,
  matching: true,
};

test("what was typed comes back to the same contact, without codes and without what was agreed to", () => {
  const storage = aStorage();
  keepAnswers("13900001001", typed, storage);
  expect(keptAnswers("13900001001", storage)).toEqual({ ...typed, guardianCode: "", privacy: false, matching: false });
  expect(storage.text()).not.toContain("482913");
  expect(keptAnswers("13900001002", storage)).toEqual(nothingSaid);
  forgetAnswers(storage);
  expect(keptAnswers("13900001001", storage)).toEqual(nothingSaid);
});

test("a storage that is refused, or holds something else, gives an empty form", () => {
  const refused = {
    getItem: () => {
      throw new Error("SecurityError");
    },
    setItem: () => {
      throw new Error("QuotaExceededError");
    },
  };
  expect(() => keepAnswers("1", typed, refused)).not.toThrow();
  expect(keptAnswers("1", refused)).toEqual(nothingSaid);
  expect(keptAnswers("1", { getItem: () => "{" })).toEqual(nothingSaid);
});
