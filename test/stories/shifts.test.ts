import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCity, aCounsellor, aPerson, aSeat, aSite, hours } from "../given/city.ts";
import { noon, openProduct, type Product } from "../harness/product.ts";

let product: Product;
let coordinator: string;
let foreign: string;
let site: string;

beforeAll(async () => {
  product = await openProduct();
  await aCity(product);
  coordinator = await product.tokenOf(await aPerson(product, { roles: [{ role: "coordinator", district: 105 }] }));
  foreign = await product.tokenOf(await aPerson(product, { roles: [{ role: "coordinator", district: 108 }] }));
});
afterAll(() => product.close());
beforeEach(async () => {
  site = await aSite(product);
  product.clock.set(noon);
});

const create = `mutation ($input: CreateShiftInput!) { createShift(input: $input) { problems { code path } shift { id state version places } } }`;
const publish = `mutation ($shift: ID!, $v: Int!) { publishShift(input: { shift: $shift, expectedVersion: $v }) { problems { code path } shift { state version } } }`;
const change = `mutation ($input: ChangeShiftInput!) { changeShift(input: $input) { problems { code path } shift { places minimumCover version } } }`;
const cancel = `mutation ($shift: ID!, $v: Int!, $reason: String!) { cancelShift(input: { shift: $shift, expectedVersion: $v, reason: $reason }) { problems { code path } shift { state } } }`;
const claim = `mutation ($shift: ID!, $key: String!) { claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code path } assignment { id state version } shift { version taken } } }`;
const apply = `mutation ($shift: ID!, $key: String!) { applyForShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code path } assignment { id state version } } }`;
const approve = `mutation ($input: ApproveApplicationInput!) { approveApplication(input: $input) { problems { code path } assignment { state version } shift { taken } } }`;
const release = `mutation ($assignment: ID!, $key: String!) { releaseShift(input: { assignment: $assignment, idempotencyKey: $key }) { problems { code path } assignment { state releasingSince } shift { taken free releasing } } }`;

let last = 0;
const key = () => `shift-key-${++last}`;
const kinds = async (as: string) =>
  (await product.get("{ notices(first: 50) { edges { node { kind } } } }", {}, { as })).notices.edges.map(
    ({ node }: { node: { kind: string } }) => node.kind,
  );
const given = () => ({
  idempotencyKey: key(),
  site,
  role: "SEAT",
  startsAt: "2026-12-01T12:00:00Z",
  endsAt: "2026-12-01T14:00:00Z",
  places: 3,
  minimumCover: 2,
  picking: "CLAIM",
  mode: "PHONE",
  skill: "1",
  credentials: ["psychological_counsellor"],
});
const claimed = async (shift: string, as: string) => {
  const { claimShift } = await product.get(claim, { shift, key: key() }, { as });
  expect(claimShift.problems).toEqual([]);
  return claimShift.assignment.id as string;
};
const counsellor = async () => product.tokenOf(await aCounsellor(product));

test("a shift is drafted unseen, published, changed, and called off with everybody told", async () => {
  const volunteer = await counsellor();
  const created = (await product.get(create, { input: given() }, { as: coordinator })).createShift;
  expect(created).toMatchObject({ problems: [], shift: { state: "DRAFT", version: 1, places: 3 } });
  const { id } = created.shift;
  const see = "query ($id: ID!) { shift(id: $id) { state credentials skill { code } } }";
  expect((await product.get(see, { id }, { as: volunteer })).shift).toBeNull();
  expect((await product.get(publish, { shift: id, v: 1 }, { as: coordinator })).publishShift.shift).toEqual({
    state: "PUBLISHED",
    version: 2,
  });
  expect((await product.get(see, { id }, { as: volunteer })).shift).toEqual({
    state: "PUBLISHED",
    credentials: ["Counsellor's licence"],
    skill: { code: "psychology" },
  });
  await claimed(id, volunteer);
  const changed = await product.get(
    change,
    { input: { shift: id, expectedVersion: 3, places: 5 } },
    { as: coordinator },
  );
  expect(changed.changeShift).toEqual({ problems: [], shift: { places: 5, minimumCover: 2, version: 4 } });
  expect(
    (await product.get(cancel, { shift: id, v: 4, reason: "线路检修" }, { as: coordinator })).cancelShift.shift.state,
  ).toBe("CANCELLED");
  await product.work();
  expect(
    await product.sql(
      "select a.state, m.active, s.taken from assignment a join shift s on s.id = a.shift_id join commitment m on m.assignment_id = a.id where s.id = $1",
      [id],
    ),
  ).toEqual([{ state: "cancelled", active: false, taken: 0 }]);
  const { notices } = await product.get(
    "{ notices(first: 5) { edges { node { title body } } } }",
    {},
    { as: volunteer },
  );
  expect(notices.edges).toEqual([
    { node: { title: "A shift is cancelled", body: expect.stringContaining("Reason: 线路检修.") } },
  ]);
  expect(await product.sql("select kind from event where board = $1 order by seq", [`site/${site}`])).toEqual(
    ["SHIFT_PUBLISHED", "SHIFT_CLAIMED", "SHIFT_CHANGED", "SHIFT_CANCELLED"].map((kind) => ({ kind })),
  );
});

test("a coordinator of another district finds nothing to change, and nothing changes", async () => {
  const shift = await aSeat(product, { site, state: "draft" });
  for (const [query, variables, name] of [
    [publish, { shift, v: 1 }, "publishShift"],
    [change, { input: { shift, expectedVersion: 1, places: 9 } }, "changeShift"],
    [cancel, { shift, v: 1, reason: "x" }, "cancelShift"],
  ] as const)
    expect((await product.get(query, variables, { as: foreign }))[name].problems).toEqual([
      { code: "NOT_FOUND", path: ["shift"] },
    ]);
  expect((await product.get(create, { input: given() }, { as: foreign })).createShift.problems).toEqual([
    { code: "NOT_FOUND", path: ["site"] },
  ]);
  expect(await product.sql("select state, version, places from shift where id = $1", [shift])).toEqual([
    { state: "draft", version: 1, places: 1 },
  ]);
  const volunteer = await counsellor();
  expect((await product.ask(create, { input: given() }, { as: volunteer })).errors?.[0]?.extensions.code).toBe(
    "FORBIDDEN",
  );
});

test.each([
  [
    "a start in the past",
    { startsAt: "2026-11-25T03:00:00Z", endsAt: "2026-11-25T06:00:00Z" },
    [["TIME_PAST", "startsAt"]],
  ],
  ["an end before the start", { endsAt: "2026-12-01T11:00:00Z" }, [["TIME_ORDER", "endsAt"]]],
  ["31 days", { endsAt: "2027-01-01T12:00:00Z" }, [["TIME_TOO_LONG", "endsAt"]]],
  ["no places", { places: 0, minimumCover: 0 }, [["OUT_OF_RANGE", "places"]]],
  ["more cover than places", { minimumCover: 4 }, [["COVER_ABOVE_PLACES", "minimumCover"]]],
  ["an unknown skill", { skill: "77" }, [["NOT_FOUND", "skill"]]],
  ["a site that is no id", { site: "'; drop table shift" }, [["NOT_FOUND", "site"]]],
])("refuses %s, and drafts nothing", async (_, wrong, problems) => {
  const { createShift } = await product.get(create, { input: { ...given(), ...wrong } }, { as: coordinator });
  expect(createShift.problems.map(({ code, path }: { code: string; path: string[] }) => [code, path[0]])).toEqual(
    problems,
  );
  expect(await product.sql("select 1 from shift where site_id = $1", [site])).toEqual([]);
});

test("the same key drafts one shift", async () => {
  const input = given();
  const [one, two] = await Promise.all([
    product.get(create, { input }, { as: coordinator }),
    product.get(create, { input }, { as: coordinator }),
  ]);
  expect(two.createShift.shift.id).toBe(one.createShift.shift.id);
  expect(await product.sql("select count(*)::int as n from shift where site_id = $1", [site])).toEqual([{ n: 1 }]);
});

test("places never go below those who hold one", async () => {
  const shift = await aSeat(product, { site, places: 3 });
  await claimed(shift, await counsellor());
  await claimed(shift, await counsellor());
  const { changeShift } = await product.get(
    change,
    { input: { shift, expectedVersion: 3, places: 1 } },
    { as: coordinator },
  );
  expect(changeShift.problems).toEqual([{ code: "PLACES_BELOW_TAKEN", path: ["places"] }]);
});

test("back-to-back shifts are fine (ephios 367), overlapping ones are not (engelsystem 184)", async () => {
  const as = await counsellor();
  const at = (hour: number) => new Date(noon.getTime() + hours(hour));
  const one = await aSeat(product, { site, startsAt: at(30), hours: 1 });
  const next = await aSeat(product, { site, startsAt: at(31), hours: 1 });
  const across = await aSeat(product, { site: await aSite(product), startsAt: at(31.5), hours: 1 });
  await claimed(one, as);
  await claimed(next, as);
  const { claimShift } = await product.get(claim, { shift: across, key: key() }, { as });
  expect(claimShift.problems.map(({ code }: { code: string }) => code)).toContain("TIME_OVERLAP");
});

test("a place that is given back a day ahead is free at once, and so is the time", async () => {
  const as = await counsellor();
  const shift = await aSeat(product, { site, startsAt: new Date(noon.getTime() + hours(25)) });
  const assignment = await claimed(shift, as);
  const once = key();
  const first = await product.get(release, { assignment, key: once }, { as });
  expect(first.releaseShift).toEqual({
    problems: [],
    assignment: { state: "RELEASED", releasingSince: null },
    shift: { taken: 0, free: 1, releasing: 0 },
  });
  expect(await product.get(release, { assignment, key: once }, { as })).toEqual(first);
  await claimed(shift, as);
});

test("nearer than a day it stays theirs until somebody takes over, who is then told apart from them", async () => {
  const [leaving, coming] = [await counsellor(), await counsellor()];
  const shift = await aSeat(product, { site, startsAt: new Date(noon.getTime() + hours(24)) });
  const assignment = await claimed(shift, leaving);
  const waits = await product.get(release, { assignment, key: key() }, { as: leaving });
  expect(waits.releaseShift).toEqual({
    problems: [],
    assignment: { state: "CONFIRMED", releasingSince: noon.toISOString() },
    shift: { taken: 1, free: 1, releasing: 1 },
  });
  expect((await product.get(release, { assignment, key: key() }, { as: leaving })).releaseShift.problems).toEqual([
    { code: "RELEASE_WAITS", path: ["assignment"] },
  ]);
  expect(
    (
      await product.get(
        '{ mySchedule(from: "2026-11-25T00:00:00Z", to: "2026-12-25T00:00:00Z", first: 5) { edges { node { id } } } }',
        {},
        { as: leaving },
      )
    ).mySchedule.edges,
  ).toHaveLength(1);
  await claimed(shift, coming);
  await product.work();
  expect(await product.sql("select state, releasing_since from assignment where id = $1", [assignment])).toEqual([
    { state: "released", releasing_since: null },
  ]);
  expect(await product.sql("select taken, releasing from shift where id = $1", [shift])).toEqual([
    { taken: 1, releasing: 0 },
  ]);
  expect(await kinds(leaving)).toEqual(["relieved"]);
  expect(await kinds(coordinator)).toContain("relief_asked");
});

test("what has begun is not given back, and not by others", async () => {
  const as = await counsellor();
  const shift = await aSeat(product, { site, startsAt: new Date(noon.getTime() + hours(30)) });
  const assignment = await claimed(shift, as);
  expect(
    (await product.get(release, { assignment, key: key() }, { as: await counsellor() })).releaseShift.problems,
  ).toEqual([{ code: "NOT_FOUND", path: ["assignment"] }]);
  product.clock.advance(hours(30));
  expect((await product.get(release, { assignment, key: key() }, { as })).releaseShift.problems).toEqual([
    { code: "SHIFT_HAS_STARTED", path: ["assignment"] },
  ]);
  expect(await product.sql("select state from assignment where id = $1", [assignment])).toEqual([
    { state: "confirmed" },
  ]);
});

test("an application takes neither place nor time until a coordinator approves it", async () => {
  const as = await counsellor();
  const shift = await aSeat(product, {
    site,
    picking: "apply",
    places: 1,
    startsAt: new Date(noon.getTime() + hours(60)),
  });
  expect((await product.get(claim, { shift, key: key() }, { as })).claimShift.problems[0].code).toBe(
    "SHIFT_NEEDS_APPLICATION",
  );
  const { assignment } = (await product.get(apply, { shift, key: key() }, { as })).applyForShift;
  expect(assignment).toMatchObject({ state: "APPLIED", version: 1 });
  expect((await product.get(apply, { shift, key: key() }, { as })).applyForShift.problems[0].code).toBe(
    "ALREADY_ASSIGNED",
  );
  expect(await product.sql("select taken from shift where id = $1", [shift])).toEqual([{ taken: 0 }]);
  const input = { assignment: assignment.id, expectedVersion: 1, approve: true };
  expect((await product.get(approve, { input }, { as: foreign })).approveApplication.problems).toEqual([
    { code: "NOT_FOUND", path: ["assignment"] },
  ]);
  expect((await product.get(approve, { input }, { as: coordinator })).approveApplication).toEqual({
    problems: [],
    assignment: { state: "CONFIRMED", version: 2 },
    shift: { taken: 1 },
  });
  expect((await product.get(approve, { input }, { as: coordinator })).approveApplication.problems).toEqual([
    { code: "VERSION_STALE", path: ["expectedVersion"] },
  ]);
  await product.work();
  expect(await kinds(as)).toEqual(["assigned"]);
  expect(await kinds(coordinator)).toContain("application");
});

test("an applicant who is elsewhere by then is not approved, and a decline says why", async () => {
  const as = await counsellor();
  const startsAt = new Date(noon.getTime() + hours(70));
  const shift = await aSeat(product, { site, picking: "apply", startsAt });
  const { assignment } = (await product.get(apply, { shift, key: key() }, { as })).applyForShift;
  await claimed(await aSeat(product, { site: await aSite(product), startsAt }), as);
  const input = { assignment: assignment.id, expectedVersion: 1 };
  const refused = await product.get(approve, { input: { ...input, approve: true } }, { as: coordinator });
  expect(refused.approveApplication.problems.map(({ code }: { code: string }) => code)).toContain("TIME_OVERLAP");
  expect(await product.sql("select state, version from assignment where id = $1", [assignment.id])).toEqual([
    { state: "applied", version: 1 },
  ]);
  expect(
    (await product.get(approve, { input: { ...input, approve: false } }, { as: coordinator })).approveApplication
      .problems,
  ).toEqual([{ code: "REASON_REQUIRED", path: ["reason"] }]);
  expect(
    (await product.get(approve, { input: { ...input, approve: false, reason: "人已够" } }, { as: coordinator }))
      .approveApplication.assignment.state,
  ).toBe("DECLINED");
  await product.work();
  expect(await kinds(as)).toContain("application_declined");
});

test("a phone number is shown for a purpose, while its owner serves, and the look is kept", async () => {
  const id = await aCounsellor(product);
  const sealed = product.platform.secrets.seal("13800002207", `person/${id}/phone`);
  await product.sql("update person set phone_sealed = $2 where id = $1", [id, sealed]);
  const shift = await aSeat(product, { site, startsAt: new Date(noon.getTime() + hours(5)) });
  const assignment = await claimed(shift, await product.tokenOf(id));
  const reveal = `mutation ($assignment: ID!, $purpose: String!) { revealPhone(input: { assignment: $assignment, purpose: $purpose }) { phone problems { code } } }`;
  const look = (as: string, purpose: string) =>
    product.get(reveal, { assignment, purpose }, { as }).then(({ revealPhone }) => revealPhone);
  expect(await look(coordinator, " ")).toEqual({ phone: null, problems: [{ code: "PURPOSE_REQUIRED" }] });
  expect(await look(foreign, "迟到")).toEqual({ phone: null, problems: [{ code: "NOT_FOUND" }] });
  expect(await look(coordinator, "迟到，需联系")).toEqual({ phone: "13800002207", problems: [] });
  expect(await product.sql("select action, purpose, outcome from audit_entry where resource_id = $1", [id])).toEqual([
    { action: "reveal phone", purpose: "迟到，需联系", outcome: "read" },
  ]);
  product.clock.advance(hours(5 + 2 + 24) + 1);
  expect(await look(coordinator, "迟到")).toEqual({ phone: null, problems: [{ code: "PHONE_NOT_NOW" }] });
});

test("letters wait for the morning unless the shift is near; read notices stay read", async () => {
  const id = await aCounsellor(product);
  const sealed = product.platform.secrets.seal("lu@example.org", `person/${id}/email`);
  await product.sql("update person set email_sealed = $2, email_key = $3 where id = $1", [id, sealed, Buffer.from(id)]);
  const as = await product.tokenOf(id);
  product.clock.set(new Date("2026-11-25T15:00:00Z")); // 23:00 in Beijing
  const near = await aSeat(product, { site, startsAt: new Date("2026-11-26T01:00:00Z"), hours: 1 });
  const later = await aSeat(product, { site, startsAt: new Date("2026-11-26T10:00:00Z"), hours: 1 });
  await claimed(near, as);
  await claimed(later, as);
  await product.work();
  expect(product.letters.filter(({ to }) => to === "lu@example.org")).toHaveLength(1);
  const jobs = await product.sql("select run_at from graphile_worker.jobs where task_identifier = 'sendNotice'");
  expect(jobs).toEqual([{ run_at: new Date("2026-11-25T23:00:00Z") }]);
  const { notices } = await product.get(
    "{ viewer { unreadNotices } notices(first: 5) { edges { node { id } } } }",
    {},
    { as },
  );
  const ids = notices.edges.map(({ node }: { node: { id: string } }) => node.id);
  expect(ids).toHaveLength(2);
  const mark = `mutation ($ids: [ID!]!) { markNoticesRead(input: { notices: $ids }) { problems { code } notices { id } } }`;
  expect((await product.get(mark, { ids }, { as: coordinator })).markNoticesRead.notices).toEqual([]);
  expect((await product.get(mark, { ids }, { as })).markNoticesRead.notices).toHaveLength(2);
  expect((await product.get("{ viewer { unreadNotices } }", {}, { as })).viewer.unreadNotices).toBe(0);
});

test("a person's load counts this week's shifts, and is not for other volunteers to see", async () => {
  const as = await counsellor();
  await claimed(await aSeat(product, { site, startsAt: new Date("2026-11-29T12:00:00Z"), hours: 2 }), as);
  await claimed(await aSeat(product, { site, startsAt: new Date("2026-11-30T12:00:00Z"), hours: 2 }), as);
  const { viewer } = await product.get(
    "{ viewer { person { load { weekMinutes weekLimitMinutes weekShifts assignments assignmentLimit lastServedAt } } } }",
    {},
    { as },
  );
  expect(viewer.person.load).toEqual({
    weekMinutes: 120,
    weekLimitMinutes: 1_200,
    weekShifts: 1,
    assignments: 0,
    assignmentLimit: 3,
    lastServedAt: null,
  });
  const shift = await aSeat(product, { site, places: 2, startsAt: new Date("2026-12-05T12:00:00Z") });
  await claimed(shift, as);
  const seen = await product.get(
    "query ($id: ID!) { shift(id: $id) { assignments { person { load { weekShifts } skills { level } phoneMasked } } } }",
    { id: shift },
    { as: await counsellor() },
  );
  expect(seen.shift.assignments).toEqual([{ person: { load: null, skills: null, phoneMasked: null } }]);
});
