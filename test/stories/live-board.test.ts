import { afterAll, beforeAll, expect, test } from "vitest";
import { aCity, aCounsellor, aPerson, aSeat, aSite } from "../given/city.ts";
import { follow, openProduct, type Product } from "../harness/product.ts";

let one: Product;
let two: Product;
let site: string;
let coordinator: string;

beforeAll(async () => {
  one = await openProduct();
  two = await openProduct({ database: one.database });
  await aCity(one);
  site = await aSite(one, { nameEn: "Hotline A" });
  coordinator = await one.tokenOf(await aPerson(one, { roles: [{ role: "coordinator", district: 105 }] }));
}, 60_000);

afterAll(async () => {
  await two.close();
  await one.close();
});

const claim = `mutation ($shift: ID!, $key: String!) {
  claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code } assignment { id } }
}`;
const watch = `subscription ($board: String!, $after: Int) {
  boardEvents(board: $board, after: $after) {
    board seq kind version subjectId summary
    subject { __typename ... on Assignment { id state person { name } } }
    shift { id free taken }
  }
}`;

test("a claim through one process reaches a watcher on the other, with names for the coordinator alone", async () => {
  const shift = await aSeat(one, { site });
  const who = await aCounsellor(one, { name: "林静" });
  const board = follow(two.socket(coordinator), watch, { board: "district/105", after: 0 });
  const other = follow(two.socket(await two.tokenOf(await aCounsellor(one))), watch, {
    board: `site/${site}`,
    after: 0,
  });
  await one.get(claim, { shift, key: "first-claim" }, { as: await one.tokenOf(who) });
  const seen = await board.until((event) => event.shift?.id === shift);
  expect(seen).toMatchObject({
    board: "district/105",
    kind: "SHIFT_CLAIMED",
    summary: "林静 took Thu 26 Nov, 10:00 Hotline A seat",
    subject: { __typename: "Assignment", state: "CONFIRMED", person: { name: "林静" } },
    shift: { free: 0, taken: 1 },
  });
  const masked = await other.until((event) => event.shift?.id === shift);
  expect(masked.subject.person.name).toBe("林*");
  expect(masked.summary).toBe("林* took Thu 26 Nov, 10:00 Hotline A seat");
});

test("numbers are contiguous: a watcher that comes back with its last number misses nothing and gets nothing twice", async () => {
  const shifts = await Promise.all(
    Array.from({ length: 6 }, (_, i) => aSeat(one, { site, startsAt: new Date(Date.UTC(2026, 10, 27 + i, 2)) })),
  );
  const people = await Promise.all(shifts.map(() => aCounsellor(one)));
  const first = follow(one.socket(coordinator), watch, { board: "district/105", after: 0 });
  const claimed = async (shift: string, i: number) =>
    [one, two][i % 2]!.get(claim, { shift, key: `claim-${i}-key` }, { as: await one.tokenOf(people[i]!) });
  await Promise.all(shifts.slice(0, 3).map(claimed));
  const seen = await first.until((event) => event.shift?.id === shifts[2]);
  first.stop();
  // Not before: whichever of six came last would leave nothing to come back for.
  await Promise.all(shifts.map((shift, i) => (i < 3 ? null : claimed(shift, i))));
  const [{ seq }] = (await one.sql<{ seq: number }>("select seq from board where key = 'district/105'")) as [
    { seq: number },
  ];
  const again = follow(two.socket(coordinator), watch, { board: "district/105", after: seen.seq });
  await again.until((event) => event.seq === seq);
  const numbers = [...first.events.filter((event) => event.seq <= seen.seq), ...again.events].map((event) => event.seq);
  expect(numbers).toEqual(Array.from({ length: seq }, (_, i) => i + 1));
});

test("a number from beyond the board is answered with a reset to where the board stands", async () => {
  const [{ seq }] = (await one.sql<{ seq: number }>("select seq from board where key = 'district/105'")) as [
    { seq: number },
  ];
  const stream = follow(one.socket(coordinator), watch, { board: "district/105", after: seq + 1_000 });
  expect(await stream.until(() => true)).toMatchObject({ kind: "RESET", seq, subject: null });
});

test("a board that is not yours looks like one that is not there", async () => {
  const stranger = await one.tokenOf(await aPerson(one));
  for (const board of [
    "district/105",
    "district/999",
    `person/${crypto.randomUUID()}`,
    `request/${crypto.randomUUID()}`,
    "nonsense",
  ]) {
    const stream = follow(one.socket(stranger), watch, { board });
    const answer = await stream.until(() => true).catch(() => stream.closed);
    expect(JSON.stringify(answer)).toContain("NOT_FOUND");
  }
});

test("whoever loses the right to watch gets no later event, and the line is closed within five seconds", async () => {
  const person = await aPerson(one, { roles: [{ role: "coordinator", district: 105 }] });
  const codes: number[] = [];
  const client = one.socket(await one.tokenOf(person), {
    on: { closed: (event) => void codes.push((event as CloseEvent).code) },
  });
  const stream = follow(client, watch, { board: "district/105", after: 0 });
  await stream.until(() => true);
  await one.sql("update role_grant set revoked_at = now() where person_id = $1", [person]);
  await stream.closed;
  expect(codes).toEqual([4403]);
}, 10_000);

test("signing out closes the person's lines with 4401", async () => {
  const token = await one.tokenOf(await aPerson(one, { roles: [{ role: "coordinator", district: 105 }] }));
  const codes: number[] = [];
  const stream = follow(
    one.socket(token, { on: { closed: (event) => void codes.push((event as CloseEvent).code) } }),
    watch,
    { board: "district/105", after: 0 },
  );
  await stream.until(() => true);
  await one.get("mutation { signOut { problems { code } } }", {}, { as: token });
  await stream.closed;
  expect(codes).toEqual([4401]);
}, 10_000);
