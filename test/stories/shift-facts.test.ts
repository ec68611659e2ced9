import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCity, aCounsellor, aPerson, aSeat, aSite } from "../given/city.ts";
import { aCoordinator, anOffer } from "../given/requests.ts";
import { follow, noon, openProduct, type Product } from "../harness/product.ts";

let one: Product;
let site: string;
let coordinator: string;

beforeAll(async () => {
  one = await openProduct();
  await aCity(one);
  site = await aSite(one, { nameEn: "Hotline A" });
  coordinator = await aCoordinator(one);
}, 60_000);
beforeEach(() => one.clock.set(noon));
afterAll(() => one.close());

const claim = `mutation ($shift: ID!, $key: String!) {
  claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code path } assignment { id } }
}`;
const eligibility = `query ($id: ID!) { shift(id: $id) { eligibility { allowed reasons { code } } } }`;

let keys = 0;
const claims = async (shift: string, person: string): Promise<string[]> => {
  const as = await one.tokenOf(person);
  const { claimShift } = await one.get(claim, { shift, key: `a-claim-${++keys}` }, { as });
  return claimShift.problems.map(({ code }: { code: string }) => code);
};
const reasonsFor = async (shift: string, person: string): Promise<string[]> => {
  const asked = await one.get(eligibility, { id: shift }, { as: await one.tokenOf(person) });
  return asked.shift.eligibility.reasons.map(({ code }: { code: string }) => code);
};

async function twoWhoMayNeverMeet(): Promise<[string, string]> {
  const both = [await aCounsellor(one), await aCounsellor(one)].sort() as [string, string];
  await one.sql("insert into excluded_pair values ($1, $2, now())", both);
  return both;
}

test("two people who may never meet are kept off one shift and off one site at the same time", async () => {
  const [first, second] = await twoWhoMayNeverMeet();
  const shift = await aSeat(one, { site, places: 3 });
  const beside = await aSeat(one, { site, startsAt: new Date("2026-11-26T03:00:00Z") });
  const afterwards = await aSeat(one, { site, startsAt: new Date("2026-11-26T05:00:00Z") });
  expect(await reasonsFor(shift, second)).toEqual([]);
  expect(await claims(shift, first)).toEqual([]);
  expect(await reasonsFor(shift, second)).toEqual(["EXCLUDED_PAIR"]);
  expect(await claims(shift, second)).toEqual(["EXCLUDED_PAIR"]);
  expect(await claims(beside, second)).toEqual(["EXCLUDED_PAIR"]);
  expect(await claims(afterwards, second)).toEqual([]);
});

test("when both come at once the database lets one of them in", async () => {
  for (let round = 0; round < 5; round++) {
    const pair = await twoWhoMayNeverMeet();
    const shift = await aSeat(one, { site, places: 2, startsAt: new Date(Date.UTC(2026, 11, 1 + round, 2)) });
    const problems = await Promise.all(pair.map((person) => claims(shift, person)));
    expect(problems.sort((a, b) => a.length - b.length)).toEqual([[], ["EXCLUDED_PAIR"]]);
    expect(await one.sql("select taken from shift where id = $1", [shift])).toEqual([{ taken: 1 }]);
  }
});

test("no rule and no lock is needed for the database to refuse such a pair", async () => {
  const [first, second] = await twoWhoMayNeverMeet();
  const shift = await aSeat(one, { site, places: 3, startsAt: new Date("2026-12-08T02:00:00Z") });
  expect(await claims(shift, first)).toEqual([]);
  const insert = one.sql(
    `insert into assignment (id, person_id, shift_id, district_id, state, source, made_at)
     values (gen_random_uuid(), $1, $2, 105, 'confirmed', 'claimed', now())`,
    [second, shift],
  );
  await expect(insert).rejects.toMatchObject({ constraint: "assignment_excluded_pair" });
});

test("a shift with children asks for a second adult at the site throughout", async () => {
  const school = await aSite(one, { kind: "school" });
  const tutor = await aPerson(one, { credentials: [{ kind: "background_check", from: "2026-09-01" }] });
  const bare = { site: school, skill: null, credentials: [], minimumCover: 1, places: 2 };
  const lesson = await aSeat(one, bare);
  await one.sql("update shift set with_minors = true where id = $1", [lesson]);
  expect(await reasonsFor(lesson, tutor)).toEqual(["CHILD_SAFEGUARDS_MISSING"]);
  // A supervisor for half of it leaves the children alone with one adult for the rest.
  await aSeat(one, { ...bare, role: "supervisor", hours: 1 });
  expect(await reasonsFor(lesson, tutor)).toEqual(["CHILD_SAFEGUARDS_MISSING"]);
  await aSeat(one, { ...bare, role: "supervisor", hours: 2 });
  expect(await reasonsFor(lesson, tutor)).toEqual([]);
});

test("between two sites there has to be time to get there; within one, duties may touch", async () => {
  const gate = await aSite(one, { kind: "gate" });
  const far = await aSite(one, { kind: "gate", district: 108 });
  const guard = await aPerson(one);
  await one.sql("update person set districts = '{105,108}' where id = $1", [guard]);
  const aPost = async (at: string, where: string, district = 105) => {
    const id = await aSeat(one, {
      site: where,
      district,
      skill: null,
      credentials: [],
      startsAt: new Date(at),
      role: "post",
    });
    await one.sql("update shift set mode = 'on_site' where id = $1", [id]);
    return id;
  };
  expect(await claims(await aPost("2026-11-28T02:00:00Z", gate), guard)).toEqual([]);
  expect(await reasonsFor(await aPost("2026-11-28T04:00:00Z", gate), guard)).toEqual([]);
  expect(await reasonsFor(await aPost("2026-11-28T04:00:00Z", far, 108), guard)).toEqual(["TRAVEL_TIME_TOO_SHORT"]);
  expect(await reasonsFor(await aPost("2026-11-28T06:00:00Z", far, 108), guard)).toEqual([]);
});

test("whoever knows the site is named before a new face", async () => {
  const hotline = await aSite(one);
  const [known, fresh] = [await aCounsellor(one), await aCounsellor(one)];
  const past = await aSeat(one, { site: hotline, startsAt: new Date("2026-11-20T02:00:00Z") });
  await one.sql(
    `insert into assignment (id, person_id, shift_id, district_id, state, source, made_at) values (gen_random_uuid(), $1, $2, 105, 'completed', 'claimed', now())`,
    [known, past],
  );
  const { candidates } = await one.get(
    `query ($shift: ID!) { candidates(shift: $shift) { list { person { id } parts { code units } } } }`,
    { shift: await aSeat(one, { site: hotline, startsAt: new Date("2026-11-29T02:00:00Z") }) },
    { as: coordinator },
  );
  const unitsOf = (id: string) =>
    candidates.list
      .find((one: { person: { id: string } }) => one.person.id === id)
      ?.parts.find(({ code }: { code: string }) => code === "continuity")?.units;
  expect([unitsOf(known), unitsOf(fresh)]).toEqual([0, 1]);
});

const watch = `subscription ($board: String!, $after: Int!) {
  boardEvents(board: $board, after: $after) {
    board seq kind summary subjectId subject { __typename ... on Assignment { id state person { name } } } shift { id assignments { id } }
  }
}`;

test("who was asked is known to them and their coordinators; to other volunteers it is not there", async () => {
  const [asked, other] = [await aCounsellor(one, { name: "林静", weekly: "{[0,10080)}" }), await aCounsellor(one)];
  const shift = await aSeat(one, { site, places: 2, startsAt: new Date("2026-12-10T02:00:00Z") });
  const made = await anOffer(one, coordinator, { shift, person: asked });
  const seenBy = async (as: string) => {
    const stream = follow(one.socket(as), watch, { board: `site/${site}`, after: 0 });
    const { summary, subject, shift: work } = await stream.until(({ subjectId }) => subjectId === made.id);
    stream.stop();
    return { summary, subject, asked: work.assignments.map(({ id }: { id: string }) => id) };
  };
  const what = "invited to Thu 10 Dec, 10:00 Hotline A seat";
  const whole = { __typename: "Assignment", id: made.id, state: "OFFERED", person: { name: "林静" } };
  expect(await seenBy(coordinator)).toEqual({ summary: `林静 ${what}`, subject: whole, asked: [made.id] });
  expect(await seenBy(await one.tokenOf(asked))).toEqual({ summary: `林静 ${what}`, subject: whole, asked: [made.id] });
  expect(await seenBy(await one.tokenOf(other))).toEqual({ summary: `A volunteer ${what}`, subject: null, asked: [] });
});
