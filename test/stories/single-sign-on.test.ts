import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCity, aPerson } from "../given/city.ts";
import { type Known, openIdentityService } from "../harness/identity-service.ts";
import { openProduct, type Product } from "../harness/product.ts";

let product: Product;
let service: Awaited<ReturnType<typeof openIdentityService>>;

beforeAll(async () => {
  service = await openIdentityService("shouwang");
  product = await openProduct({
    oidc: { issuer: service.issuer, clientId: "shouwang", clientSecret: "a secret of this test" },
  });
  await aCity(product);
});
afterAll(async () => {
  await product.close();
  await service.close();
});

// Each test has the limits of a minute of its own.
beforeEach(() => product.clock.advance(61_000));

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${product.url}${path}`, { redirect: "manual", headers });

interface There {
  readonly path?: string;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly change?: { nonce?: string; state?: string };
}

/** To the service and back as somebody; gives where the browser is sent and the cookies it gets. */
async function goThere(known: Known, { path = "/oidc/start", cookie = "", headers = {}, change = {} }: There = {}) {
  const start = await get(path, { cookie, ...headers });
  const query = service.authorize(new URL(start.headers.get("location")!, product.url), known, change);
  const back = await get(`/oidc/callback${query}`, { cookie: [cookie, cookiesOf(start)].filter(Boolean).join("; ") });
  return { to: back.headers.get("location")!, cookies: cookiesOf(back), start, query };
}

const viewerOf = async (cookie: string) =>
  (await product.get("{ viewer { person { id name } } }", {}, { headers: { cookie } })).viewer;
const register = `mutation ($input: RegisterInput!) { register(input: $input) { problems { code path } token viewer { person { name } } } }`;
const adult = {
  idempotencyKey: "single-sign-on-1",
  name: "陆遥",
  bornOn: "1990-05-04",
  district: "105",
  roles: ["VOLUNTEER"],
  consents: ["PRIVACY"],
  bearer: true,
};

const ticketIn = (to: string) => {
  const given = new URLSearchParams(to.slice(to.indexOf("#register&") + 10));
  return { contact: given.get("contact")!, code: given.get("ticket")! };
};

test("the web client is told where it begins", async () => {
  expect(await product.get("{ singleSignOn }")).toEqual({ singleSignOn: "/oidc/start" });
});

test("somebody new registers with a ticket instead of a code, and later signs in without either", async () => {
  const known = { sub: "lu", email: "lu@city.example", email_verified: true };
  const { to, cookies } = await goThere(known);
  expect(to).toMatch(/^\/sign-in#register&contact=lu%40city\.example&ticket=oidc\./);
  expect(await viewerOf(cookies)).toBeNull();
  const { data } = await product.ask(register, { input: { ...adult, ...ticketIn(to) } });
  expect(data.register).toMatchObject({ problems: [], viewer: { person: { name: "陆遥" } } });
  const again = await goThere(known, { path: "/oidc/start?next=/slots" });
  expect(again.to).toBe("/slots");
  expect((await viewerOf(again.cookies)).person.name).toBe("陆遥");
  const reused = await product.ask(register, {
    input: { ...adult, idempotencyKey: "single-sign-on-2", ...ticketIn(to) },
  });
  expect(reused.data.register.problems).toEqual([{ code: "CONTACT_TAKEN", path: [] }]);
});

test("a ticket is for its own contact, unforged, for half an hour", async () => {
  const { contact, code } = ticketIn((await goThere({ sub: "he", email: "he@city.example", email_verified: true })).to);
  const tries = [
    { contact: "someone.else@city.example", code },
    { contact, code: `${code.slice(0, -4)}AAAA` },
  ];
  for (const [i, wrong] of tries.entries()) {
    const { data } = await product.ask(register, {
      input: { ...adult, idempotencyKey: `forged-ticket-${i}`, ...wrong },
    });
    expect(data.register.problems).toEqual([{ code: "CODE_EXPIRED", path: ["code"] }]);
  }
  product.clock.advance(30 * 60_000);
  const { data } = await product.ask(register, { input: { ...adult, idempotencyKey: "old-ticket-1", contact, code } });
  expect(data.register.problems).toEqual([{ code: "CODE_EXPIRED", path: ["code"] }]);
});

async function registered(email: string) {
  const id = await aPerson(product, { name: "沈青" });
  const key = product.platform.secrets.keyOf("contact:email", email);
  await product.sql("update person set email_key = $2 where id = $1", [id, key]);
  return { id, cookie: `shouwang=${await product.tokenOf(id)}` };
}

test("an identity never comes into an account by a contact that somebody has registered", async () => {
  const { id } = await registered("shen@city.example");
  const { to, cookies } = await goThere({ sub: "not-shen", email: "shen@city.example", email_verified: true });
  expect(to).toBe("/sign-in?problem=OIDC_NOT_LINKED");
  expect(await viewerOf(cookies)).toBeNull();
  expect(await product.sql("select 1 from oidc_identity where person_id = $1", [id])).toEqual([]);
});

test("its owner links it by their own will, begun on our own pages", async () => {
  const { id, cookie } = await registered("shen2@city.example");
  const known = { sub: "shen2", email: "shen2@city.example", email_verified: true };
  const path = "/oidc/start?link=1&next=/home";
  const forced = await get(path, { cookie, "sec-fetch-site": "cross-site" });
  expect(forced.headers.get("location")).toBe("/sign-in?problem=OIDC_FAILED");
  const { to } = await goThere(known, { path, cookie, headers: { "sec-fetch-site": "same-origin" } });
  expect(to).toBe("/home");
  const { cookies } = await goThere(known);
  expect((await viewerOf(cookies)).person.id).toBe(id);
  const other = await registered("other@city.example");
  const stolen = await goThere(known, { path, cookie: other.cookie, headers: { "sec-fetch-site": "same-origin" } });
  expect(stolen.to).toBe("/sign-in?problem=OIDC_LINKED_ELSEWHERE");
});

test("a contact that the service has not verified counts for nothing", async () => {
  const { to } = await goThere({ sub: "nobody", email: "nobody@city.example", email_verified: false });
  expect(to).toBe("/sign-in?problem=OIDC_NO_CONTACT");
});

test.each([
  ["another state", { change: { state: "of-somebody-else" } }],
  ["another nonce", { change: { nonce: "of-an-older-token" } }],
])("%s is refused", async (_, there) => {
  const { to, cookies } = await goThere({ sub: "lu", email: "lu@city.example", email_verified: true }, there);
  expect(to).toBe("/sign-in?problem=OIDC_FAILED");
  expect(await viewerOf(cookies)).toBeNull();
});

test("a callback without the browser that began it is refused, and so is a second use of its code", async () => {
  const { start, query, to } = await goThere({ sub: "once", email: "once@city.example", email_verified: true });
  expect(to).toMatch(/^\/sign-in#register/);
  expect((await get(`/oidc/callback${query}`)).headers.get("location")).toBe("/sign-in?problem=OIDC_FAILED");
  expect((await get(`/oidc/callback${query}`, { cookie: cookiesOf(start) })).headers.get("location")).toBe(
    "/sign-in?problem=OIDC_FAILED",
  );
});

test("it goes on to paths of our own alone", async () => {
  for (const next of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
    const { to } = await goThere(
      { sub: "lu", email: "lu@city.example", email_verified: true },
      { path: `/oidc/start?next=${encodeURIComponent(next)}` },
    );
    expect(to).toBe("/");
  }
});
