import { expect, test } from "vitest";
import { type Answers, ageOn, errorsIn, fieldOf, needsGuardian, nothingSaid } from "./answers.ts";

const today = "2026-11-25";
const adult: Answers = {
  ...nothingSaid,
  roles: ["VOLUNTEER"],
  name: "张梅",
  bornOn: "1990-05-04",
  district: "105",
  privacy: true,
};

test("a complete adult may be sent, with or without agreeing to be matched", () => {
  expect(errorsIn(adult, today)).toEqual({});
  expect(errorsIn({ ...adult, matching: true }, today)).toEqual({});
});

test("nothing said is missed field by field", () => {
  expect(errorsIn(nothingSaid, today)).toEqual({
    roles: "register.error.roles",
    name: "register.error.name",
    bornOn: "register.error.born-on",
    district: "register.error.district",
    privacy: "register.error.privacy",
  });
});

test.each([
  ["2012-11-25", 14, true],
  ["2012-11-26", 13, false],
  ["2008-11-26", 17, true],
  ["2008-11-25", 18, false],
])("born on %s is %i years old; a guardian: %s", (bornOn, age, guardian) => {
  expect(ageOn(bornOn, today)).toBe(age);
  expect(needsGuardian({ bornOn }, today)).toBe(guardian);
});

test("a date half typed has no age, and nobody is born tomorrow", () => {
  expect(ageOn("", today)).toBeUndefined();
  expect(errorsIn({ ...adult, bornOn: "2026-11-26" }, today)).toEqual({ bornOn: "register.error.born-on" });
  expect(errorsIn({ ...adult, bornOn: "2013-01-01" }, today)).toEqual({ bornOn: "register.error.too-young" });
});

test("a minor needs a guardian's contact and code, and asks for help through an adult", () => {
  const minor = { ...adult, bornOn: "2011-01-01", roles: ["FAMILY"] as const };
  expect(errorsIn(minor, today)).toEqual({
    roles: "register.error.family",
    guardianContact: "register.error.guardian-contact",
    guardianCode: "register.error.guardian-code",
  });
  const withGuardian = {
    ...minor,
    roles: ["VOLUNTEER"] as const,
    guardianContact: "138 0000 2207",
    guardianCode: "482199",
  };
  expect(errorsIn(withGuardian, today)).toEqual({});
});

test("a problem of the server finds its field, or none", () => {
  expect(fieldOf(["guardian", "code"])).toBe("guardianCode");
  expect(fieldOf(["consents"])).toBe("privacy");
  expect(fieldOf(["idempotencyKey"])).toBeUndefined();
});
