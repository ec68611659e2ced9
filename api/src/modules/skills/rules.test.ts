import { describe, expect, test } from "vitest";
import { checkProblems, newCredentialProblems, reasonProblems, skillProblems } from "./rules.ts";

const now = new Date("2026-11-25T04:00:00Z");
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe("checking a credential", () => {
  const waiting = { state: "submitted", personId: "holder", firstCheckerId: null, validUntil: "2027-01-01" } as const;
  test("anybody but the holder makes the first check", () => {
    expect(codes(checkProblems(waiting, "one", now))).toEqual([]);
    expect(codes(checkProblems(waiting, "holder", now))).toEqual(["CHECKER_IS_HOLDER"]);
  });
  test("somebody else makes the second", () => {
    const once = { ...waiting, firstCheckerId: "one" };
    expect(codes(checkProblems(once, "two", now))).toEqual([]);
    expect(codes(checkProblems(once, "one", now))).toEqual(["CHECKER_SAME"]);
  });
  test.each(["verified", "rejected", "expired", "revoked"] as const)("what is %s is not checked again", (state) =>
    expect(codes(checkProblems({ ...waiting, state }, "one", now))).toEqual(["CREDENTIAL_STATE"]),
  );
  test("its last day still counts, the day after it does not", () => {
    expect(codes(checkProblems({ ...waiting, validUntil: "2026-11-25" }, "one", now))).toEqual([]);
    expect(codes(checkProblems({ ...waiting, validUntil: "2026-11-24" }, "one", now))).toEqual(["CREDENTIAL_PAST"]);
  });
});

test("a credential of one day may be handed in, one of sixty years may not", () => {
  const given = {
    kind: "training:hotline",
    issuer: "热线中心",
    number: null,
    validFrom: "2026-11-25",
    validUntil: "2026-11-25",
  };
  expect(newCredentialProblems(given, now)).toEqual([]);
  expect(codes(newCredentialProblems({ ...given, validUntil: "2086-11-25" }, now))).toEqual(["VALIDITY_INVALID"]);
});

test("a reason is more than blanks, and at most 500 characters", () => {
  expect(codes(reasonProblems("  "))).toEqual(["REASON_REQUIRED"]);
  expect(codes(reasonProblems("因".repeat(501)))).toEqual(["TOO_LONG"]);
  expect(codes(reasonProblems("因".repeat(500)))).toEqual([]);
});

test("a skill is named once, with a specialism of its own and a level from one to five", () => {
  const skills = new Map([[2, {}]]);
  const specialisms = new Map([[1, { skillId: 2 }]]);
  const maths = { skill: "2", specialism: "1", level: 3 };
  expect(skillProblems([maths, { ...maths, specialism: null }], skills, specialisms)).toEqual([]);
  expect(codes(skillProblems([maths, maths], skills, specialisms))).toEqual(["SKILL_TWICE"]);
  expect(codes(skillProblems([{ ...maths, level: 6 }], skills, specialisms))).toEqual(["OUT_OF_RANGE"]);
  expect(codes(skillProblems([{ ...maths, skill: "9" }], skills, specialisms))).toEqual(["NOT_FOUND"]);
});
