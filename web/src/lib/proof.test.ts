import { expect, test } from "vitest";
import { isTicket, readTicket } from "./proof.ts";

test("a ticket comes with its contact behind the hash", () => {
  const given = readTicket("#register&contact=lu%40city.example&ticket=oidc.a-b_c");
  expect(given).toEqual({ contact: "lu@city.example", code: "oidc.a-b_c" });
  expect(isTicket(given!)).toBe(true);
  expect(isTicket({ contact: "13800002207", code: "482199" })).toBe(false);
});

test("half a ticket, or another hash, is none", () => {
  expect(readTicket("#register&contact=lu%40city.example")).toBeUndefined();
  expect(readTicket("#main")).toBeUndefined();
});
