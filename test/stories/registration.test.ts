import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCity, aPerson } from "../given/city.ts";
import type { Answer } from "../harness/ask.ts";
import { openProduct, type Product } from "../harness/product.ts";

let product: Product;

beforeAll(async () => {
  product = await openProduct();
  await aCity(product);
});
afterAll(() => product.close());
beforeEach(() => {
  product.clock.advance(15 * 60_000);
});

const requestCode = `mutation ($contact: String!) { requestCode(input: { contact: $contact }) { problems { code } } }`;
const register = `mutation ($input: RegisterInput!) {
  register(input: $input) { token problems { code path } viewer { locale roles { role district { id } } person { name phoneMasked district { name } } consents { kind } } }
}`;
const signIn = `mutation ($contact: String!, $code: String!) {
  signIn(input: { contact: $contact, code: $code, bearer: true }) { token problems { code path message } viewer { person { id } } }
}`;

let last = 0;
const newPhone = () => `139${String(10_000_000 + ++last)}`;
const newKey = () => `register-${++last}`;

/** The code that was sent to a contact; the newest. */
async function codeFor(contact: string): Promise<string> {
  await product.get(requestCode, { contact });
  const letter = product.letters.findLast(({ to }) => to.startsWith(contact));
  return /\d{6}/.exec(letter!.text)![0];
}

const adult = {
  name: "张梅",
  bornOn: "1990-05-04",
  district: "105",
  roles: ["VOLUNTEER"],
  consents: ["PRIVACY", "MATCHING"],
  bearer: true,
};

async function registerAs(change: object): Promise<Answer> {
  const contact = newPhone();
  const code = await codeFor(contact);
  return product.ask(register, { input: { ...adult, idempotencyKey: newKey(), contact, code, ...change } });
}

const peopleCount = async () => (await product.sql("select count(*)::int as n from person"))[0].n;

test("somebody registers with a code and is signed in", async () => {
  const { data } = await registerAs({});
  expect(data.register.problems).toEqual([]);
  expect(data.register.viewer).toEqual({
    locale: "EN",
    roles: [{ role: "VOLUNTEER", district: null }],
    person: { name: "张梅", phoneMasked: expect.stringMatching(/^139\*{4}\d{4}$/), district: { name: "Chaoyang" } },
    consents: [{ kind: "MATCHING" }, { kind: "PRIVACY" }],
  });
  const { viewer } = await product.get("{ viewer { person { name } } }", {}, { as: data.register.token });
  expect(viewer.person.name).toBe("张梅");
});

test("the number is nowhere in clear", async () => {
  const contact = newPhone();
  await product.ask(register, { input: { ...adult, idempotencyKey: newKey(), contact, code: await codeFor(contact) } });
  const [kept] = await product.sql("select to_jsonb(p)::text as all from person p where phone_last = $1", [
    contact.slice(-4),
  ]);
  expect(kept.all).not.toContain(contact);
  expect(kept.all).not.toContain(Buffer.from(contact).toString("hex"));
});

test("a wrong code makes nobody, and five of them spoil the right one", async () => {
  const before = await peopleCount();
  const contact = newPhone();
  const code = await codeFor(contact);
  const wrong = code === "000000" ? "000001" : "000000";
  const tries = [];
  for (let i = 0; i < 5; i++)
    tries.push(await product.ask(register, { input: { ...adult, idempotencyKey: newKey(), contact, code: wrong } }));
  expect(tries.map(({ data }) => data.register.problems[0].code)).toEqual([
    "CODE_WRONG",
    "CODE_WRONG",
    "CODE_WRONG",
    "CODE_WRONG",
    "CODE_EXPIRED",
  ]);
  const { data } = await product.ask(register, { input: { ...adult, idempotencyKey: newKey(), contact, code } });
  expect(data.register.problems).toEqual([{ code: "CODE_EXPIRED", path: ["code"] }]);
  expect(await peopleCount()).toBe(before);
});

test("a code works once, and for ten minutes", async () => {
  const contact = newPhone();
  const code = await codeFor(contact);
  await product.ask(register, { input: { ...adult, idempotencyKey: newKey(), contact, code } });
  expect((await product.get(signIn, { contact, code })).signIn.problems[0].code).toBe("CODE_EXPIRED");
  const later = await codeFor(contact);
  product.clock.advance(10 * 60_000);
  expect((await product.get(signIn, { contact, code: later })).signIn.problems[0].code).toBe("CODE_EXPIRED");
});

test("twenty guesses in one operation count as twenty", async () => {
  const contact = newPhone();
  const code = await codeFor(contact);
  const guesses = Array.from(
    { length: 10 },
    (_, i) => `g${i}: signIn(input: { contact: "${contact}", code: "00000${i}", bearer: true }) { problems { code } }`,
  );
  const { data } = await product.ask(`mutation { ${guesses.join(" ")} }`);
  expect(
    Object.values(data).filter(
      (guess) => (guess as { problems: { code: string }[] }).problems[0]?.code === "CODE_WRONG",
    ).length,
  ).toBeLessThanOrEqual(5);
  expect((await product.get(signIn, { contact, code })).signIn.token).toBeNull();
});

test("the same key answers the same person again, though the code is used up", async () => {
  const contact = newPhone();
  const input = { ...adult, idempotencyKey: newKey(), contact, code: await codeFor(contact) };
  const first = await product.ask(register, { input });
  const again = await product.ask(register, { input });
  expect(again.data.register.viewer).toEqual(first.data.register.viewer);
  const other = await product.ask(register, { input: { ...input, name: "李雷" } });
  expect(other.data.register.problems).toEqual([{ code: "KEY_REUSED", path: ["idempotencyKey"] }]);
  product.clock.advance(11 * 60_000);
  expect((await product.ask(register, { input })).data.register.problems[0].code).toBe("CODE_EXPIRED");
});

test.each([
  ["a name that is empty", { name: " " }, { code: "REQUIRED", path: ["name"] }],
  ["a birth in the future", { bornOn: "2027-01-01" }, { code: "BORN_ON_INVALID", path: ["bornOn"] }],
  ["thirteen years", { bornOn: "2013-01-01" }, { code: "REGISTER_TOO_YOUNG", path: ["bornOn"] }],
  ["fifteen years without a guardian", { bornOn: "2011-01-01" }, { code: "GUARDIAN_NEEDED", path: ["guardian"] }],
  ["a coordinator's role", { roles: ["COORDINATOR"] }, { code: "ROLE_IS_GRANTED", path: ["roles"] }],
  ["no consent", { consents: [] }, { code: "CONSENT_MISSING", path: ["consents"] }],
  ["an unknown district", { district: "999" }, { code: "NOT_FOUND", path: ["district"] }],
  ["a contact that is none", { contact: "110" }, { code: "CONTACT_INVALID", path: ["contact"] }],
])("refused for %s, and nobody is made", async (_, change, problem) => {
  const before = await peopleCount();
  const { data } = await registerAs(change);
  expect(data.register.problems).toEqual([problem]);
  expect(await peopleCount()).toBe(before);
});

test("a minor registers with a guardian who is new: both exist, and the consent is the guardian's", async () => {
  const guardian = { contact: newPhone(), name: "李芳" };
  const { data } = await registerAs({
    name: "李小雨",
    bornOn: "2011-01-01",
    guardian: { ...guardian, code: await codeFor(guardian.contact) },
  });
  expect(data.register.problems).toEqual([]);
  expect(data.register.viewer.consents.map(({ kind }: { kind: string }) => kind)).toContain("GUARDIAN");
  const rows = await product.sql(`select m.name as minor, g.name as guardian, c.given_by = g.id as given_by_guardian
    from guardianship s join person m on m.id = s.minor_id join person g on g.id = s.guardian_id
    join consent c on c.person_id = m.id and c.kind = 'guardian' where m.name = '李小雨'`);
  expect(rows).toEqual([{ minor: "李小雨", guardian: "李芳", given_by_guardian: true }]);
});

test("a guardian needs a code and a contact of their own, and to be grown up", async () => {
  const before = await peopleCount();
  const contact = newPhone();
  const code = await codeFor(contact);
  const minor = { ...adult, bornOn: "2011-01-01", contact, code };
  const ask = (guardian: object) => product.ask(register, { input: { ...minor, idempotencyKey: newKey(), guardian } });
  expect((await ask({ contact: newPhone(), name: "李芳" })).data.register.problems).toEqual([
    { code: "REQUIRED", path: ["guardian", "code"] },
  ]);
  expect((await ask({ contact, code, name: "李芳" })).data.register.problems).toEqual([
    { code: "GUARDIAN_IS_ANOTHER", path: ["guardian", "contact"] },
  ]);
  expect(await peopleCount()).toBe(before);
});

test("a guardian who withdraws ends the consent at once, and nobody else can", async () => {
  const guardian = { contact: newPhone(), name: "王兰" };
  const { data } = await registerAs({
    name: "王小树",
    bornOn: "2011-01-01",
    guardian: { ...guardian, code: await codeFor(guardian.contact) },
  });
  const [{ minor_id: minor }] = await product.sql(
    "select s.minor_id from guardianship s join person p on p.id = s.minor_id where p.name = '王小树'",
  );
  const withdraw = `mutation ($person: ID) { withdrawConsent(input: { kind: GUARDIAN, person: $person }) { problems { code } } }`;
  expect(
    (await product.get(withdraw, { person: minor }, { as: data.register.token })).withdrawConsent.problems,
  ).toEqual([{ code: "CONSENT_IS_GUARDIANS" }]);
  const stranger = await product.tokenOf(await aPerson(product));
  expect((await product.get(withdraw, { person: minor }, { as: stranger })).withdrawConsent.problems).toEqual([
    { code: "NOT_FOUND" },
  ]);
  const signedIn = await product.get(signIn, { contact: guardian.contact, code: await codeFor(guardian.contact) });
  expect(
    (await product.get(withdraw, { person: minor }, { as: signedIn.signIn.token })).withdrawConsent.problems,
  ).toEqual([]);
  expect(
    await product.sql("select 1 from consent where person_id = $1 and kind = 'guardian' and withdrawn_at is null", [
      minor,
    ]),
  ).toEqual([]);
});

test("availability is said, read again, and not overwritten by somebody who saw less", async () => {
  const as = await product.tokenOf(await aPerson(product));
  const set = `mutation ($input: SetAvailabilityInput!) { setAvailability(input: $input) { problems { code path } availability { version maxWeekMinutes weekly { weekday fromMinute toMinute } exceptions { startsAt available } } } }`;
  const input = {
    expectedVersion: 1,
    weekly: [
      { weekday: 1, fromMinute: 600, toMinute: 720 },
      { weekday: 1, fromMinute: 660, toMinute: 780 },
      { weekday: 7, fromMinute: 1380, toMinute: 1440 },
    ],
    exceptions: [{ startsAt: "2026-12-01T00:00:00Z", endsAt: "2026-12-03T00:00:00Z", available: false }],
    maxWeekMinutes: 600,
    maxAssignments: 2,
  };
  const first = await product.get(set, { input }, { as });
  expect(first.setAvailability).toEqual({
    problems: [],
    availability: {
      version: 2,
      maxWeekMinutes: 600,
      weekly: [
        { weekday: 1, fromMinute: 600, toMinute: 780 },
        { weekday: 7, fromMinute: 1380, toMinute: 1440 },
      ],
      exceptions: [{ startsAt: "2026-12-01T00:00:00.000Z", available: false }],
    },
  });
  const stale = await product.get(set, { input: { ...input, weekly: [] } }, { as });
  expect(stale.setAvailability).toEqual({
    problems: [{ code: "VERSION_STALE", path: ["expectedVersion"] }],
    availability: null,
  });
  const now = await product.get("{ viewer { availability { version weekly { weekday } } } }", {}, { as });
  expect(now.viewer.availability).toEqual({ version: 2, weekly: [{ weekday: 1 }, { weekday: 7 }] });
});

test("a coordinator looks up people of their district, each look is noted; others see nobody", async () => {
  const person = await aPerson(product, { name: "沈青", district: 105 });
  const query = `query ($id: ID!) { person(id: $id) { name skills { level } } }`;
  const near = await product.tokenOf(await aPerson(product, { roles: [{ role: "coordinator", district: 105 }] }));
  const far = await product.tokenOf(await aPerson(product, { roles: [{ role: "coordinator", district: 108 }] }));
  const volunteer = await product.tokenOf(await aPerson(product));
  expect((await product.get(query, { id: person }, { as: near })).person).toEqual({ name: "沈青", skills: [] });
  expect((await product.get(query, { id: person }, { as: far })).person).toBeNull();
  expect((await product.get(query, { id: person }, { as: volunteer })).person).toBeNull();
  expect(await product.sql("select action, outcome from audit_entry where resource_id = $1", [person])).toEqual([
    { action: "look up", outcome: "read" },
  ]);
});
