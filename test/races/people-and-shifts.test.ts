import { afterAll, beforeAll, expect, test } from "vitest";
import { aCity, aCounsellor, aPerson, aSeat, aSite, hours } from "../given/city.ts";
import type { Answer } from "../harness/ask.ts";
import { noon, openProduct, type Product } from "../harness/product.ts";

let one: Product;
let two: Product;

beforeAll(async () => {
  one = await openProduct();
  two = await openProduct({ database: one.database });
  await aCity(one);
}, 60_000);
afterAll(async () => {
  await two.close();
  await one.close();
});

let last = 0;
const key = () => `race-key-${++last}`;
const through = (i: number) => [one, two][i % 2]!;
const codesOf = (answers: readonly Answer[], name: string): string[] =>
  answers.flatMap(({ data }) => data[name].problems.map(({ code }: { code: string }) => code));

test("the same contact registered twenty times at once is one person", async () => {
  const contact = "13912340001";
  await one.get(`mutation ($contact: String!) { requestCode(input: { contact: $contact }) { problems { code } } }`, {
    contact,
  });
  const code = /\d{6}/.exec(one.letters.at(-1)!.text)![0];
  const register = `mutation ($input: RegisterInput!) { register(input: $input) { problems { code } token } }`;
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      through(i).ask(register, {
        input: {
          idempotencyKey: key(),
          name: `沈${i}`,
          contact,
          code,
          bornOn: "1990-01-01",
          district: "105",
          roles: ["VOLUNTEER"],
          consents: ["PRIVACY"],
          bearer: true,
        },
      }),
    ),
  );
  expect(answers.filter(({ data }) => data.register.token !== null)).toHaveLength(1);
  expect(
    await one.sql("select count(*)::int as n from person where phone_last = '0001' and phone_sealed is not null"),
  ).toEqual([{ n: 1 }]);
  for (const problem of codesOf(answers, "register"))
    expect(["CODE_EXPIRED", "CONTACT_TAKEN", "TOO_MANY_TRIES"]).toContain(problem);
});

test("ten checkers at once: each state is reached by one, and never by one person twice", async () => {
  const holder = await one.tokenOf(await aPerson(one));
  const checkers = await Promise.all(
    Array.from({ length: 10 }, async () => one.tokenOf(await aPerson(one, { roles: [{ role: "checker" }] }))),
  );
  const { submitCredential } = await one.get(
    `mutation ($input: SubmitCredentialInput!) { submitCredential(input: $input) { credential { id } } }`,
    {
      input: {
        idempotencyKey: key(),
        kind: "background_check",
        issuer: "公安局",
        validFrom: "2026-11-01",
        validUntil: "2027-11-01",
      },
    },
    { as: holder },
  );
  const { id } = submitCredential.credential;
  const check = `mutation ($input: CheckCredentialInput!) { checkCredential(input: $input) { problems { code } credential { state } } }`;
  const all = (expectedVersion: number, by: readonly string[]) =>
    Promise.all(
      by.map((as, i) => through(i).ask(check, { input: { credential: id, expectedVersion, approve: true } }, { as })),
    );
  const first = await all(1, checkers);
  expect(codesOf(first, "checkCredential")).toEqual(Array(9).fill("VERSION_STALE"));
  const second = await all(2, checkers);
  expect(second.filter(({ data }) => data.checkCredential.credential?.state === "VERIFIED")).toHaveLength(1);
  expect(
    await one.sql(
      "select state, version, first_checker_id <> second_checker_id as differ from credential where id = $1",
      [id],
    ),
  ).toEqual([{ state: "verified", version: 3, differ: true }]);
  expect(await one.sql("select count(*)::int as n from credential_history where credential_id = $1", [id])).toEqual([
    { n: 3 },
  ]);
});

test("a draft published twenty times at once is published and told once", async () => {
  const site = await aSite(one);
  const shift = await aSeat(one, { site, state: "draft" });
  const as = await one.tokenOf(await aPerson(one, { roles: [{ role: "coordinator", district: 105 }] }));
  const publish = `mutation ($shift: ID!) { publishShift(input: { shift: $shift, expectedVersion: 1 }) { problems { code } shift { version } } }`;
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => through(i).ask(publish, { shift }, { as })));
  expect(answers.filter(({ data }) => data.publishShift.shift !== null)).toHaveLength(1);
  expect(codesOf(answers, "publishShift")).toEqual(Array(19).fill("VERSION_STALE"));
  expect(await one.sql("select count(*)::int as n from event where board = $1", [`site/${site}`])).toEqual([{ n: 1 }]);
});

test("availability said twenty times at once from the same version is kept once", async () => {
  const id = await aPerson(one);
  const as = await one.tokenOf(id);
  const set = `mutation ($input: SetAvailabilityInput!) { setAvailability(input: $input) { problems { code } availability { version } } }`;
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      through(i).ask(
        set,
        { input: { expectedVersion: 1, weekly: [], exceptions: [], maxWeekMinutes: i, maxAssignments: 1 } },
        { as },
      ),
    ),
  );
  expect(answers.filter(({ data }) => data.setAvailability.availability !== null)).toHaveLength(1);
  expect(await one.sql("select version from person where id = $1", [id])).toEqual([{ version: 2 }]);
});

test("twenty want the place of somebody who asks to be relieved: one takes over, and the count stays one (engelsystem 430)", async () => {
  const [leaving, ...coming] = await Promise.all(
    Array.from({ length: 21 }, async () => one.tokenOf(await aCounsellor(one))),
  );
  const shift = await aSeat(one, { site: await aSite(one), startsAt: new Date(noon.getTime() + hours(20)) });
  const claim = `mutation ($shift: ID!, $key: String!) { claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code } assignment { id } } }`;
  const release = `mutation ($assignment: ID!, $key: String!) { releaseShift(input: { assignment: $assignment, idempotencyKey: $key }) { problems { code } shift { taken } } }`;
  const { claimShift } = await one.get(claim, { shift, key: key() }, { as: leaving });
  const [released, ...claims] = await Promise.all([
    one.ask(release, { assignment: claimShift.assignment.id, key: key() }, { as: leaving }),
    ...coming.map((as, i) => through(i).ask(claim, { shift, key: key() }, { as })),
  ]);
  expect(released!.data.releaseShift.problems).toEqual([]);
  // Whoever came before the release was refused; now they ask again.
  const again = await Promise.all(coming.map((as, i) => through(i).ask(claim, { shift, key: key() }, { as })));
  const winners = [...claims, ...again].filter(({ data }) => data.claimShift.assignment !== null);
  expect(winners).toHaveLength(1);
  expect(await one.sql("select taken, releasing from shift where id = $1", [shift])).toEqual([
    { taken: 1, releasing: 0 },
  ]);
  expect(
    await one.sql(
      "select state, count(*)::int as n from assignment where shift_id = $1 group by state order by state",
      [shift],
    ),
  ).toEqual([
    { state: "confirmed", n: 1 },
    { state: "released", n: 1 },
  ]);
});

test("an application approved and taken back at once ends in one of the two, with the count to match", async () => {
  const coordinator = await one.tokenOf(await aPerson(one, { roles: [{ role: "coordinator", district: 105 }] }));
  const apply = `mutation ($shift: ID!, $key: String!) { applyForShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code } assignment { id } } }`;
  const approve = `mutation ($input: ApproveApplicationInput!) { approveApplication(input: $input) { problems { code } assignment { state } } }`;
  const release = `mutation ($assignment: ID!, $key: String!) { releaseShift(input: { assignment: $assignment, idempotencyKey: $key }) { problems { code } assignment { state } } }`;
  for (let round = 0; round < 10; round++) {
    const as = await one.tokenOf(await aCounsellor(one));
    const shift = await aSeat(one, {
      site: await aSite(one),
      picking: "apply",
      startsAt: new Date(noon.getTime() + hours(60)),
    });
    const { applyForShift } = await one.get(apply, { shift, key: key() }, { as });
    const assignment = applyForShift.assignment.id;
    await Promise.all([
      one.ask(approve, { input: { assignment, expectedVersion: 1, approve: true } }, { as: coordinator }),
      two.ask(release, { assignment, key: key() }, { as }),
    ]);
    const [{ state, taken, active }] = await one.sql(
      "select a.state, s.taken, (select count(*)::int from commitment m where m.assignment_id = a.id and active) as active from assignment a join shift s on s.id = a.shift_id where a.id = $1",
      [assignment],
    );
    // Approved first, the release then frees the place again; taken back first, the approval finds a newer version.
    expect(["released", "cancelled"]).toContain(state);
    expect({ taken, active }).toEqual({ taken: 0, active: 0 });
  }
});
