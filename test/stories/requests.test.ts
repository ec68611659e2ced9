import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../api/src/kernel/id.ts";
import { aCity, aPerson } from "../given/city.ts";
import { aFamily, aRequest, lessons, submit } from "../given/requests.ts";
import { noon, openProduct, type Product } from "../harness/product.ts";

let one: Product;

beforeAll(async () => {
  one = await openProduct();
  await aCity(one);
}, 60_000);
afterAll(() => one.close());

const post = async (as: string, key: string, given: object = {}) =>
  (await one.get(submit, { input: { ...lessons, ...given, idempotencyKey: key } }, { as })).submitRequest;
const count = async (table: string) => (await one.sql(`select count(*)::int as n from ${table}`))[0].n;

test("a request that is not right says so by place, and leaves nothing behind", async () => {
  const family = await aFamily(one);
  const before = [await count("request"), await count("event"), await count("consent"), await count("idempotency_key")];
  const wrong = await post(family.as, "wrong-input", { consent: false, weekly: [], note: "电话 13800138000" });
  expect(wrong).toMatchObject({
    request: null,
    problems: [
      { code: "CONSENT_MISSING", path: ["consent"] },
      { code: "WINDOWS_MISSING", path: ["weekly"] },
      { code: "NOTE_HAS_CONTACT", path: ["note"] },
    ],
  });
  for (const [given, path] of [
    [{ district: "999" }, "district"],
    [{ district: "105 or 1=1" }, "district"],
    [{ skill: "99" }, "skill"],
    [{ skill: "1" }, "subjects"],
    [{ subjects: ["77"] }, "subjects"],
  ] as const)
    expect((await post(family.as, "wrong-choice", given)).problems).toMatchObject([
      { code: "CHOICE_INVALID", path: [path] },
    ]);
  expect([
    await count("request"),
    await count("event"),
    await count("consent"),
    await count("idempotency_key"),
  ]).toEqual(before);
});

test("the same key gives the same request; another input under it is refused", async () => {
  const family = await aFamily(one);
  const first = await post(family.as, "same-request");
  expect((await post(family.as, "same-request")).request).toEqual(first.request);
  expect((await post(family.as, "same-request", { urgency: 2 })).problems).toMatchObject([{ code: "KEY_REUSED" }]);
  expect(await one.sql("select count(*)::int as n from request where requester_id = $1", [family.id])).toEqual([
    { n: 1 },
  ]);
});

test("a sixth live request is refused until one is closed; only families ask", async () => {
  const family = await aFamily(one);
  for (let i = 0; i < 5; i++) await aRequest(one, family.as);
  expect((await post(family.as, "one-too-many")).problems).toMatchObject([{ code: "TOO_MANY_REQUESTS", path: [] }]);
  const volunteer = await one.ask(
    submit,
    { input: { ...lessons, idempotencyKey: "a-volunteer" } },
    { as: await one.tokenOf(await aPerson(one)) },
  );
  expect(volunteer.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test("the note is sealed: its words are nowhere in the database", async () => {
  const family = await aFamily(one);
  const { id } = await aRequest(one, family.as, { note: "喜欢恐龙和折纸" });
  const [row] = await one.sql("select to_jsonb(request)::text as all, note_sealed from request where id = $1", [id]);
  expect(row.note_sealed.includes(Buffer.from("恐龙"))).toBe(false);
  expect(row.all).not.toContain("恐龙");
  const read = await one.get(
    "query ($id: ID!) { request(id: $id) { note board subjects { name } skill { code } weekly { weekday fromMinute toMinute } } }",
    { id },
    { as: family.as },
  );
  expect(read.request).toEqual({
    note: "喜欢恐龙和折纸",
    board: `request/${id}`,
    subjects: [{ name: "Maths, junior 2" }],
    skill: { code: "tutoring" },
    weekly: [{ weekday: 6, fromMinute: 540, toMinute: 720 }],
  });
});

test("my requests are mine, newest first, page by page", async () => {
  const family = await aFamily(one);
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) {
    one.clock.advance(1_000);
    ids.unshift((await aRequest(one, family.as)).id);
  }
  one.clock.set(noon);
  const page = `query ($after: String) { myRequests(first: 2, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
  const first = (await one.get(page, {}, { as: family.as })).myRequests;
  const second = (await one.get(page, { after: first.pageInfo.endCursor }, { as: family.as })).myRequests;
  expect([...first.edges, ...second.edges].map(({ node }: { node: { id: string } }) => node.id)).toEqual(ids);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
});

test("a draft is kept sealed, is never overwritten by an older window, and goes when it is submitted", async () => {
  const family = await aFamily(one);
  const save = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { problems { code path } draft { id version savedAt answers { grade note subjects weekly { weekday } } } } }`;
  const put = async (grade: string, expectedVersion: number | null) =>
    (
      await one.get(
        save,
        { input: { answers: { grade, note: "折纸", subjects: ["1"], weekly: lessons.weekly }, expectedVersion } },
        { as: family.as },
      )
    ).saveDraft;
  expect(await one.get("{ myDraft { id } }", {}, { as: family.as })).toEqual({ myDraft: null });
  const first = await put("junior1", null);
  expect(first).toMatchObject({
    problems: [],
    draft: { version: 1, answers: { grade: "junior1", note: "折纸", subjects: ["1"], weekly: [{ weekday: 6 }] } },
  });
  expect((await put("junior2", 1)).draft).toMatchObject({
    id: first.draft.id,
    version: 2,
    answers: { grade: "junior2" },
  });
  expect((await put("junior3", 1)).problems).toEqual([{ code: "VERSION_STALE", path: ["expectedVersion"] }]);
  expect((await put("junior3", null)).problems).toEqual([{ code: "VERSION_STALE", path: ["expectedVersion"] }]);
  expect((await one.get("{ myDraft { answers { grade } } }", {}, { as: family.as })).myDraft.answers.grade).toBe(
    "junior2",
  );
  const [row] = await one.sql(
    "select to_jsonb(request_draft)::text as all, answers_sealed from request_draft where person_id = $1",
    [family.id],
  );
  expect(row.answers_sealed.includes(Buffer.from("折纸"))).toBe(false);
  await aRequest(one, family.as);
  expect(await one.get("{ myDraft { id } }", {}, { as: family.as })).toEqual({ myDraft: null });
});

const expected = `query ($subject: ID, $district: ID) { expectedWait(kind: TUTORING, subject: $subject, district: $district) { medianMinutes shortMinutes longMinutes basis } }`;

test("the expected wait is read from what was matched lately, widened when that is little, and says how much it knows", async () => {
  const fresh = await openProduct();
  try {
    await aCity(fresh);
    const family = await aFamily(fresh);
    const ask = async (subject: string | null, district: string | null) =>
      (await fresh.get(expected, { subject, district }, { as: family.as })).expectedWait;
    expect(await ask("1", "105")).toEqual({ medianMinutes: 0, shortMinutes: 0, longMinutes: 0, basis: 0 });
    const matched = (minutes: number, subject: number, district: number, daysAgo = 1) => {
      const at = new Date(noon.getTime() - daysAgo * 86_400_000);
      return fresh.sql(
        `insert into request (id, requester_id, kind, state, for_whom, district_id, mode, skill_id, specialisms, weekly, submitted_at, matched_at, made_at)
         values ($1, $2, 'tutoring', 'active', 'resident', $3, 'online', 2, array[$4]::smallint[], '{[0,60)}', $5, $6, $5)`,
        [newId(), family.id, district, subject, new Date(at.getTime() - minutes * 60_000), at],
      );
    };
    for (const minutes of [100, 200, 300, 400, 500]) await matched(minutes, 1, 105);
    for (const minutes of [1_000, 1_000]) await matched(minutes, 1, 108);
    for (const minutes of [9_000, 9_000, 9_000]) await matched(minutes, 3, 108);
    await matched(1, 1, 105, 31);
    expect(await ask("1", "105")).toEqual({ medianMinutes: 300, shortMinutes: 140, longMinutes: 460, basis: 5 });
    expect(await ask("1", "108")).toEqual({ medianMinutes: 400, shortMinutes: 160, longMinutes: 1_000, basis: 7 });
    expect(await ask("3", "105")).toMatchObject({ medianMinutes: 750, basis: 10 });
    expect(await ask(null, null)).toMatchObject({ medianMinutes: 750, basis: 10 });
  } finally {
    await fresh.close();
  }
});
