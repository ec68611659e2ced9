import { expect, test } from "vitest";
import { errorsIn, nothingFilled } from "./new-credential.ts";

const today = "2026-11-25";
const whole = { kind: "teacher", issuer: "北京市教委", number: "", validFrom: "2024-01-01", validUntil: "2026-11-25" };

test("a whole one may be sent, its number is not needed, and its last day still counts", () => {
  expect(errorsIn(whole, today)).toEqual({});
});

test("what is missing is said field by field", () => {
  expect(errorsIn(nothingFilled, today)).toEqual({
    kind: "credentials.error.kind",
    issuer: "credentials.error.issuer",
    validFrom: "credentials.error.from",
    validUntil: "credentials.error.until",
  });
});

test("one that is over, or ends before it begins, is not worth sending", () => {
  expect(errorsIn({ ...whole, validUntil: "2026-11-24" }, today)).toEqual({ validUntil: "credentials.error.over" });
  expect(errorsIn({ ...whole, validFrom: "2027-01-01", validUntil: "2026-12-31" }, today)).toEqual({
    validUntil: "credentials.error.order",
  });
});
