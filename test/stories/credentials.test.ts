import { afterAll, beforeAll, expect, test } from "vitest";
import { aCity, aCounsellor, aPerson, aSeat, aSite, hours } from "../given/city.ts";
import { noon, openProduct, type Product } from "../harness/product.ts";

let product: Product;
let first: string;
let second: string;

beforeAll(async () => {
  product = await openProduct();
  await aCity(product);
  first = await product.tokenOf(await aPerson(product, { roles: [{ role: "checker" }] }));
  second = await product.tokenOf(await aPerson(product, { roles: [{ role: "checker" }] }));
});
afterAll(() => product.close());

const submit = `mutation ($input: SubmitCredentialInput!) { submitCredential(input: $input) { problems { code path } credential { id state numberMasked name version } } }`;
const check = `mutation ($input: CheckCredentialInput!) { checkCredential(input: $input) { problems { code path } credential { id state version firstCheckedAt reason } } }`;
const revoke = `mutation ($input: RevokeCredentialInput!) { revokeCredential(input: $input) { problems { code path } credential { state version } } }`;
const claim = `mutation ($shift: ID!, $key: String!) { claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code } assignment { id state } } }`;

let last = 0;
const key = () => `credential-${++last}`;
const licence = {
  kind: "psychological_counsellor",
  issuer: "北京市卫健委",
  number: "BJ-2019-004512",
  validFrom: "2019-06-01",
  validUntil: "2029-06-01",
};

async function submitted(as: string): Promise<{ id: string; version: number }> {
  const { submitCredential } = await product.get(submit, { input: { ...licence, idempotencyKey: key() } }, { as });
  expect(submitCredential.problems).toEqual([]);
  return submitCredential.credential;
}
const checked = async (as: string, credential: string, expectedVersion: number, approve = true, reason?: string) =>
  (await product.get(check, { input: { credential, expectedVersion, approve, reason } }, { as })).checkCredential;

test("a licence is shown by its last four, and counts after two checks by two people", async () => {
  const holder = await aPerson(product, { skills: [{ skill: 1 }] });
  const as = await product.tokenOf(holder);
  const seat = await aSeat(product, { site: await aSite(product) });
  const { submitCredential } = await product.get(submit, { input: { ...licence, idempotencyKey: key() } }, { as });
  expect(submitCredential.credential).toMatchObject({
    state: "SUBMITTED",
    numberMasked: "****4512",
    name: "Counsellor's licence",
  });
  const { id } = submitCredential.credential;
  const [{ kept }] = await product.sql("select to_jsonb(c)::text as kept from credential c where id = $1", [id]);
  expect(kept).not.toContain("BJ-2019");
  const once = await checked(first, id, 1);
  expect(once.credential).toMatchObject({ state: "SUBMITTED", version: 2, firstCheckedAt: noon.toISOString() });
  expect((await product.get(claim, { shift: seat, key: key() }, { as })).claimShift.problems[0].code).toBe(
    "CREDENTIAL_MISSING",
  );
  expect((await checked(first, id, 2)).problems).toEqual([{ code: "CHECKER_SAME", path: ["credential"] }]);
  expect((await checked(second, id, 2)).credential).toMatchObject({ state: "VERIFIED", version: 3 });
  const mine = await product.get("{ viewer { person { credentials { id state } } } }", {}, { as });
  expect(mine.viewer.person.credentials).toEqual([{ id, state: "VERIFIED" }]);
  expect((await product.get(claim, { shift: seat, key: key() }, { as })).claimShift.problems).toEqual([]);
  expect(await product.sql("select state from credential_history where credential_id = $1 order by id", [id])).toEqual([
    { state: "submitted" },
    { state: "submitted" },
    { state: "verified" },
  ]);
});

test("nobody checks their own, and a rejection needs a reason; both leave no trace", async () => {
  const me = await product.tokenOf(await aPerson(product, { roles: [{ role: "checker" }] }));
  const { id } = await submitted(me);
  const before = await product.sql("select count(*)::int as n from event");
  expect((await checked(me, id, 1)).problems).toEqual([{ code: "CHECKER_IS_HOLDER", path: ["credential"] }]);
  expect((await checked(first, id, 1, false)).problems).toEqual([{ code: "REASON_REQUIRED", path: ["reason"] }]);
  expect((await checked(first, id, 7)).problems).toEqual([{ code: "VERSION_STALE", path: ["expectedVersion"] }]);
  expect(await product.sql("select state, version, first_checker_id from credential where id = $1", [id])).toEqual([
    { state: "submitted", version: 1, first_checker_id: null },
  ]);
  expect(await product.sql("select count(*)::int as n from event")).toEqual(before);
  expect((await checked(first, id, 1, false, "照片不清楚")).credential).toMatchObject({
    state: "REJECTED",
    reason: "照片不清楚",
  });
});

test("a checker sees the whole number while it waits, each look is noted, and never their own", async () => {
  const holder = await product.tokenOf(await aPerson(product, { roles: [{ role: "checker" }] }));
  const { id } = await submitted(holder);
  const reveal = `mutation ($credential: ID!) { revealCredentialNumber(input: { credential: $credential }) { number problems { code path } } }`;
  const ask = async (as: string) => (await product.get(reveal, { credential: id }, { as })).revealCredentialNumber;
  expect(await ask(first)).toEqual({ number: licence.number, problems: [] });
  expect(await ask(holder)).toEqual({ number: null, problems: [{ code: "CHECKER_IS_HOLDER", path: ["credential"] }] });
  const noted = "select action, outcome from audit_entry where resource_id = $1 and action = 'reveal number'";
  expect(await product.sql(noted, [id])).toEqual([{ action: "reveal number", outcome: "read" }]);
  await checked(first, id, 1, false, "查无此证");
  expect((await ask(second)).problems).toEqual([{ code: "CREDENTIAL_STATE", path: ["credential"] }]);
  const stranger = await product.tokenOf(await aPerson(product));
  const { errors } = await product.ask(reveal, { credential: id }, { as: stranger });
  expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  expect(await product.sql(noted, [id])).toHaveLength(1);
});

test("a credential is its holder's and the checkers' to see by its id, and nobody else's", async () => {
  const holder = await product.tokenOf(await aPerson(product));
  const { id } = await submitted(holder);
  const one = async (as: string, asked = id) =>
    (await product.get(`query ($id: ID!) { credential(id: $id) { id state } }`, { id: asked }, { as })).credential;
  expect(await one(holder)).toEqual({ id, state: "SUBMITTED" });
  expect(await one(first)).toEqual({ id, state: "SUBMITTED" });
  expect(await one(await product.tokenOf(await aPerson(product)))).toBeNull();
  expect(await one(first, "not-an-id")).toBeNull();
});

test("whoever is no checker cannot check at all", async () => {
  const as = await product.tokenOf(await aPerson(product));
  const { id } = await submitted(as);
  const { errors } = await product.ask(check, { input: { credential: id, expectedVersion: 1, approve: true } }, { as });
  expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test("the queue is in order of arrival, and says of each whether I may check it", async () => {
  const { credentialQueue } = await product.get(
    "{ credentialQueue(first: 100) { edges { node { id state mayCheck { allowed } holder { name } } } } }",
    {},
    { as: first },
  );
  const nodes = credentialQueue.edges.map(({ node }: { node: { state: string } }) => node);
  expect(nodes.length).toBeGreaterThan(0);
  expect(new Set(nodes.map(({ state }: { state: string }) => state))).toEqual(new Set(["SUBMITTED"]));
});

async function verifiedCounsellor(email?: string) {
  const id = await aCounsellor(product);
  if (email) {
    const sealed = product.platform.secrets.seal(email, `person/${id}/email`);
    await product.sql("update person set email_sealed = $2, email_key = $3, locale = 'zh-CN' where id = $1", [
      id,
      sealed,
      Buffer.from(id),
    ]);
  }
  const [credential] = await product.sql("select id from credential where person_id = $1", [id]);
  return { id, as: await product.tokenOf(id), credential: credential.id as string };
}

test("revoking frees the places ahead, tells holder and coordinator, and leaves the past alone", async () => {
  const { id, as, credential } = await verifiedCounsellor("shen@example.org");
  const coordinator = await product.tokenOf(
    await aPerson(product, { roles: [{ role: "coordinator", district: 105 }] }),
  );
  const site = await aSite(product);
  const past = await aSeat(product, { site, startsAt: new Date(noon.getTime() + hours(1)), hours: 1 });
  const ahead = await aSeat(product, { site, startsAt: new Date(noon.getTime() + hours(30)) });
  const unlicensed = await aSeat(product, { site, startsAt: new Date(noon.getTime() + hours(50)), credentials: [] });
  for (const shift of [past, ahead, unlicensed])
    expect((await product.get(claim, { shift, key: key() }, { as })).claimShift.problems).toEqual([]);
  await product.work();
  product.clock.advance(hours(3));
  const { revokeCredential } = await product.get(
    revoke,
    { input: { credential, expectedVersion: 1, reason: "证书系伪造" } },
    { as: first },
  );
  expect(revokeCredential).toEqual({ problems: [], credential: { state: "REVOKED", version: 2 } });
  await product.work();
  expect(
    await product.sql(
      "select s.id, a.state, s.taken, m.active from assignment a join shift s on s.id = a.shift_id join commitment m on m.assignment_id = a.id where a.person_id = $1 order by s.starts_at",
      [id],
    ),
  ).toEqual([
    { id: past, state: "confirmed", taken: 1, active: true },
    { id: ahead, state: "cancelled", taken: 0, active: false },
    { id: unlicensed, state: "confirmed", taken: 1, active: true },
  ]);
  const told = await product.get(
    "{ viewer { unreadNotices } notices(first: 10) { edges { node { kind title body link readAt } } } }",
    {},
    { as },
  );
  expect(told.notices.edges.map(({ node }: { node: { kind: string } }) => node.kind).sort()).toEqual([
    "claimed",
    "credential_released",
    "credential_revoked",
  ]);
  const board = await product.get("{ notices(first: 10) { edges { node { kind link } } } }", {}, { as: coordinator });
  expect(board.notices.edges).toEqual([{ node: { kind: "credential_gap", link: "/board" } }]);
  const letters = product.letters.filter(({ to }) => to === "shen@example.org");
  expect(letters.map(({ subject }) => subject).sort()).toEqual([
    "守望：因资质失效，已取消你的班次",
    "守望：认领成功",
    "守望：资质被撤销",
  ]);
  const events = await product.sql("select kind from event where board = $1 and kind = 'ASSIGNMENT_CANCELLED'", [
    `site/${site}`,
  ]);
  expect(events).toHaveLength(1);
  await product.work();
  expect(product.letters.filter(({ to }) => to === "shen@example.org")).toHaveLength(3);
  product.clock.set(noon);
});

test("a checker finds what a volunteer has handed in by their number, and each look is noted; nobody else may", async () => {
  const { id, as, credential } = await verifiedCounsellor();
  const [{ number }] = await product.sql("select number from person where id = $1", [id]);
  const ask = "query ($number: String!) { credentialsOf(number: $number) { id state } }";
  const { credentialsOf } = await product.get(ask, { number }, { as: first });
  expect(credentialsOf).toContainEqual({ id: credential, state: "VERIFIED" });
  for (const unknown of ["7", "", "1 or 1=1"])
    expect((await product.get(ask, { number: unknown }, { as: first })).credentialsOf).toEqual([]);
  expect(
    await product.sql(
      "select action, purpose, outcome from audit_entry where resource_id = $1 and action = 'look up'",
      [id],
    ),
  ).toEqual([{ action: "look up", purpose: "credentials", outcome: "read" }]);
  const refused = await product.ask(ask, { number }, { as });
  expect(refused.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
});

test("a licence ends with its last day in Beijing, and what it held is freed", async () => {
  const { id, as, credential } = await verifiedCounsellor();
  await product.sql("update credential set valid_until = '2026-11-25' where id = $1", [credential]);
  const site = await aSite(product);
  const shift = await aSeat(product, { site, startsAt: new Date(noon.getTime() + hours(30)) });
  // Valid only until tonight, so tomorrow's shift is refused …
  expect((await product.get(claim, { shift, key: key() }, { as })).claimShift.problems[0].code).toBe(
    "CREDENTIAL_NOT_VALID_THROUGHOUT",
  );
  await product.sql("select graphile_worker.add_job('expireCredentials', '{}'::json)");
  await product.work();
  expect(await product.sql("select state from credential where id = $1", [credential])).toEqual([
    { state: "verified" },
  ]);
  // … and once that night is over it is expired, once.
  product.clock.set(new Date("2026-11-25T16:00:00Z"));
  for (let i = 0; i < 2; i++) await product.sql("select graphile_worker.add_job('expireCredentials', '{}'::json)");
  await product.work();
  expect(await product.sql("select state, version from credential where id = $1", [credential])).toEqual([
    { state: "expired", version: 2 },
  ]);
  expect(await product.sql("select kind from notice where person_id = $1", [id])).toEqual([
    { kind: "credential_expired" },
  ]);
  product.clock.set(noon);
});

test.each([
  ["a kind in words", { kind: "My licence!" }, "KIND_INVALID", "kind"],
  ["an empty issuer", { issuer: " " }, "REQUIRED", "issuer"],
  ["a validity that ends before it begins", { validUntil: "2019-05-31" }, "VALIDITY_INVALID", "validUntil"],
  ["one that is over", { validUntil: "2026-11-24" }, "TIME_PAST", "validUntil"],
])("refuses %s, and keeps nothing", async (_, change, code, path) => {
  const id = await aPerson(product);
  const as = await product.tokenOf(id);
  const { submitCredential } = await product.get(
    submit,
    { input: { ...licence, ...change, idempotencyKey: key() } },
    { as },
  );
  expect(submitCredential).toEqual({ problems: [{ code, path: [path] }], credential: null });
  expect(await product.sql("select 1 from credential where person_id = $1", [id])).toEqual([]);
});

test("skills are said anew as a whole, and an impossible one changes none", async () => {
  const as = await product.tokenOf(await aPerson(product, { skills: [{ skill: 3 }] }));
  const set = `mutation ($skills: [HeldSkillInput!]!) { setSkills(input: { skills: $skills }) { problems { code path } person { skills { level skill { code } specialism { code } } } } }`;
  const good = await product.get(set, { skills: [{ skill: "2", specialism: "1", level: 4 }] }, { as });
  expect(good.setSkills).toEqual({
    problems: [],
    person: { skills: [{ level: 4, skill: { code: "tutoring" }, specialism: { code: "math/junior2" } }] },
  });
  const wrong = await product.get(set, { skills: [{ skill: "1", specialism: "1", level: 4 }] }, { as });
  expect(wrong.setSkills.problems).toEqual([{ code: "NOT_FOUND", path: ["skills", "0", "specialism"] }]);
  const { viewer } = await product.get("{ viewer { person { skills { level } } } }", {}, { as });
  expect(viewer.person.skills).toEqual([{ level: 4 }]);
});
