import { expect, test } from "vitest";
import { digitsMissing, readCode, readContact } from "./contact.ts";

test("a mobile number is read however it is spaced", () => {
  expect(readContact("138 0000 2207")).toBe("13800002207");
  expect(readContact("+86 138-0000-2207")).toBe("13800002207");
});

test("an e-mail address is read without the spaces around it", () => {
  expect(readContact(" lin@example.org ")).toBe("lin@example.org");
});

test("what is neither is refused", () => {
  expect(readContact("1380000220")).toBeUndefined();
  expect(readContact("23800002207")).toBeUndefined();
  expect(readContact("lin@example")).toBeUndefined();
});

test("a code is its six digits, and one hears how many are missing", () => {
  expect(readCode("48 21-99x7")).toBe("482199");
  expect(digitsMissing(readCode("4821"))).toBe(2);
});
