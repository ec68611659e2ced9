import { expect, test } from "vitest";
import { familyName as familyOf } from "../modules/people/names.ts";
import { familyName, givenName } from "./names.ts";
import { Random } from "./random.ts";

const names = Array.from({ length: 5_000 }, (_, index) => {
  const random = new Random(1, "name", index);
  const family = familyName(random);
  return { family, whole: family + givenName(random, index % 2 ? "female" : "male") };
});

test("names are two to four Chinese characters, and mostly three", () => {
  for (const { whole } of names) expect(whole).toMatch(/^\p{Script=Han}{2,4}$/u);
  const three = names.filter(({ whole }) => whole.length === 3).length;
  expect(three / names.length).toBeGreaterThan(0.7);
});

test("the product takes each apart as it was put together", () => {
  for (const { family, whole } of names) expect(familyOf(whole)).toBe(family);
});

test("common family names are common, and no given name says a character twice", () => {
  const wangs = names.filter(({ family }) => family === "王").length;
  expect(wangs / names.length).toBeGreaterThan(0.05);
  for (const { family, whole } of names) {
    const given = whole.slice(family.length);
    expect(new Set(given).size).toBe(given.length);
  }
});
