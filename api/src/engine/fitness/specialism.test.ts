import { describe, expect, test } from "vitest";
import { standardPolicy } from "./policy.ts";
import { leastGap, specialismGap } from "./specialism.ts";
import { wordFor } from "./words.ts";

const gap = (held: string, needed: string) => specialismGap(held, needed, standardPolicy);

describe("subject and grade", () => {
  test("the grade itself, a range or stage around it, have no gap", () => {
    expect(gap("math/junior2", "math/junior2")).toBe(0);
    expect(gap("math/primary5..senior1", "math/junior2")).toBe(0);
    expect(gap("math/junior", "math/junior2")).toBe(0);
    expect(gap("math/junior2", "math")).toBe(0);
  });

  test("a subject without a grade serves all, as one unit", () => {
    expect(gap("math", "math/junior2")).toBe(1);
  });

  test("tutors may go three grades down and none up", () => {
    expect(gap("math/senior1", "math/junior1")).toBe(3);
    expect(gap("math/senior1", "math/primary6")).toBe(null);
    expect(gap("math/primary6", "math/junior1")).toBe(null);
  });

  test("another subject, or a grade that does not exist, does not serve", () => {
    expect(gap("physics/junior2", "math/junior2")).toBe(null);
    expect(gap("math/junior7", "math/junior2")).toBe(null);
    expect(gap("math/junior1..", "math/junior2")).toBe(null);
  });
});

test("a language pair has a direction unless it is said to have two", () => {
  expect(gap("zh>en", "zh>en")).toBe(0);
  expect(gap("zh>en", "en>zh")).toBe(null);
  expect(gap("zh<>en", "en>zh")).toBe(0);
  expect(gap("zh<>en", "en<>zh")).toBe(0);
  expect(gap("zh>en", "zh<>en")).toBe(null);
});

test("an approach serves itself only; of several the nearest counts", () => {
  expect(gap("cbt", "cbt")).toBe(0);
  expect(gap("cbt", "crisis")).toBe(null);
  expect(leastGap(["math", "math/senior1", "math/junior1..junior3"], "math/junior2", standardPolicy)).toBe(0);
  expect(leastGap([], "math/junior2", standardPolicy)).toBe(null);
});

test("specialisms have names in both languages", () => {
  expect([wordFor("math/junior2", "zh-CN"), wordFor("math/junior2", "en")]).toEqual([
    "初二数学",
    "mathematics, junior high 2",
  ]);
  expect(wordFor("chinese/primary3", "zh-CN")).toBe("小学三年级语文");
  expect([wordFor("zh<>en", "zh-CN"), wordFor("zh>en", "en")]).toEqual(["普通话与英语", "Mandarin to English"]);
});
