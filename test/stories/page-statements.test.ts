import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aCity, aCounsellor, aPerson, aSeat, aSite, hours, type PersonGiven } from "../given/city.ts";
import { accept, aFamily, anOffer, aRequest, aTutor } from "../given/requests.ts";
import { openProduct, type Product } from "../harness/product.ts";
import { webQueries } from "../harness/web-documents.ts";

// What each query of the web client costs the database: the very documents that the screens send, over HTTP, the session's
// statement included. The number may not grow with the rows.

const day = { from: "2026-11-24T16:00:00Z", to: "2026-11-25T16:00:00Z" };
const fourWeeks = { from: "2026-11-24T16:00:00Z", to: "2026-12-22T16:00:00Z" };

/** Whose tokens and which ids the questions are about. */
type Given = Record<
  | "checker"
  | "coordinator"
  | "counsellor"
  | "family"
  | "tutor"
  | "site"
  | "shift"
  | "request"
  | "run"
  | "credential"
  | "holderNumber",
  string
>;

type Question = { as?: keyof Given; variables?: (given: Given) => object; most: number };

/** `most`: statements, whatever the number of rows. */
const questions: Record<string, Question> = {
  AskViewer: { as: "counsellor", most: 3 },
  SignInDoor: { most: 1 },
  CityToday: { most: 0 },
  RegisterForm: { most: 1 },
  CredentialQueue: { as: "checker", variables: () => ({ first: 20 }), most: 4 },
  CredentialsOf: { as: "checker", variables: ({ holderNumber }) => ({ number: holderNumber }), most: 7 },
  CredentialById: { as: "checker", variables: ({ credential }) => ({ id: credential }), most: 6 },
  MyCredentials: { as: "counsellor", most: 3 },
  CredentialKinds: { as: "counsellor", most: 1 },
  BoardScope: { as: "coordinator", most: 3 },
  Board: { as: "coordinator", variables: () => ({ district: "105", day: "2026-11-25", ...day }), most: 6 },
  BoardPulse: {
    as: "coordinator",
    variables: () => ({ district: "105", day: "2026-11-25", ...day, lanes: true }),
    most: 6,
  },
  FindRequests: { as: "family", most: 2 },
  FindHotlines: { as: "counsellor", most: 2 },
  FindDistricts: { as: "coordinator", most: 3 },
  FindTasks: { as: "coordinator", variables: () => ({ district: "105" }), most: 2 },
  FillShift: { as: "coordinator", variables: ({ shift }) => ({ shift }), most: 9 },
  FillRequest: { as: "coordinator", variables: ({ request }) => ({ request }), most: 8 },
  MatchRuns: { as: "coordinator", variables: () => ({ district: "105" }), most: 4 },
  MatchDistricts: { as: "coordinator", most: 2 },
  MatchRunPage: { as: "coordinator", variables: ({ run }) => ({ id: run }), most: 4 },
  MatchPicks: { as: "coordinator", variables: ({ run }) => ({ id: run }), most: 4 },
  MatchProposals: {
    as: "coordinator",
    variables: ({ run }) => ({ id: run, kind: "ADDED", first: 50 }),
    most: 10,
  },
  SlotSites: { as: "counsellor", most: 4 },
  SlotWeek: { as: "counsellor", variables: ({ site }) => ({ site, ...fourWeeks }), most: 6 },
  MyWeek: { as: "counsellor", variables: () => fourWeeks, most: 5 },
  VolunteerHome: { as: "tutor", variables: () => fourWeeks, most: 6 },
  Schedule: { as: "tutor", variables: () => fourWeeks, most: 2 },
  Inbox: { as: "tutor", most: 3 },
  Availability: { as: "tutor", most: 3 },
  MySkills: { as: "tutor", most: 5 },
  MyRequests: { as: "family", most: 6 },
  RequestById: { as: "family", variables: ({ request }) => ({ id: request }), most: 5 },
  RequestWizard: { as: "family", most: 7 },
  MyRequestDraft: { as: "family", most: 2 },
  ExpectedWait: { as: "family", variables: () => ({ subject: "1", district: "105" }), most: 2 },
};

let one: Product;
let given: Given;
let documents: Map<string, string>;
const few = new Map<string, number>();
const many = new Map<string, number>();

beforeAll(async () => {
  one = await openProduct();
  documents = await webQueries();
  await aCity(one);
  given = await somebodyOfEach();
  await moreOfEverything(2);
  await countAll(few);
  await moreOfEverything(24);
  await countAll(many);
}, 120_000);

afterAll(async () => {
  const table = Object.keys(questions).map((name) => `${name.padEnd(16)} ${few.get(name)} ${many.get(name)}`);
  console.log(["statements of each query, with few rows and with many:", ...table].join("\n"));
  await one.close();
});

test("each query of the web client is counted here", () => {
  expect([...documents.keys()].toSorted()).toEqual(Object.keys(questions).toSorted());
});

describe.each(Object.entries(questions))("%s", (name, { most }) => {
  test(`takes at most ${most} statements, and no more for many rows than for few`, () => {
    // What everybody may see of today is kept for a while; everything else asks at least who is asking.
    expect(many.get(name)).toBeGreaterThanOrEqual(Math.min(most, 1));
    expect(many.get(name)).toBeLessThanOrEqual(most);
    expect(many.get(name)).toBe(few.get(name));
  });
});

const everyEvening = "{[1080,1320),[2520,2760),[3960,4200),[5400,5640),[6840,7080),[7740,7920),[9180,9360)}";

async function somebodyOfEach(): Promise<Given> {
  const tokenOf = async (person: PersonGiven) => one.tokenOf(await aPerson(one, person));
  const coordinator = await tokenOf({ roles: [{ role: "coordinator", district: 105 }] });
  const checker = await tokenOf({ roles: [{ role: "checker" }] });
  const counsellor = await one.tokenOf(await aCounsellor(one, { weekly: everyEvening }));
  const family = await aFamily(one);
  const tutor = await aTutor(one);
  await one.sql("update person set max_assignments = 20");
  const site = await aSite(one, { kind: "hotline" });
  const credential = (await one.sql("select id from credential limit 1"))[0].id as string;
  const holderNumber = (
    await one.sql("select p.number from credential c join person p on p.id = c.person_id limit 1")
  )[0].number as string;
  const shift = await aSeat(one, { site, startsAt: new Date("2026-11-25T12:00:00Z"), places: 2, minimumCover: 2 });
  const request = (await aRequest(one, family.as)).id;
  const { startMatchRun } = await one.get(
    `mutation { startMatchRun(input: { district: "105", idempotencyKey: "counted-run" }) { matchRun { id } } }`,
    {},
    { as: coordinator },
  );
  return {
    checker,
    coordinator,
    counsellor,
    family: family.as,
    tutor: tutor.as,
    site,
    shift,
    request,
    run: startMatchRun.matchRun.id,
    credential,
    holderNumber,
  };
}

let made = 0;
/** Shifts with people on them, families with requests, offers out and taken, and a run over what is open. */
async function moreOfEverything(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const n = ++made;
    const startsAt = new Date(Date.parse("2026-11-25T05:00:00Z") + hours(24 * (n % 7)));
    const shift = await aSeat(one, { site: given.site, startsAt, places: 3, minimumCover: 3 });
    const seen = await aSeat(one, { site: given.site, startsAt: new Date("2026-11-25T06:00:00Z"), places: 3 });
    for (const [of, key] of [
      [shift, `one-${n}`],
      [seen, `two-${n}`],
    ] as const)
      await one.get(claim, { shift: of, key: `claim-${key}` }, { as: await one.tokenOf(await aCounsellor(one)) });
    const tutor = await aTutor(one);
    // A family may have five requests at once.
    const request = await aRequest(one, [1, 4, 7].includes(n) ? given.family : (await aFamily(one)).as);
    const { id } = await anOffer(one, given.coordinator, { person: tutor.id, request: request.id });
    if (n % 3 === 0) await one.get(accept, { assignment: id, key: `accept-${n}` }, { as: tutor.as });
  }
  await one.work();
}

const claim = `mutation ($shift: ID!, $key: String!) {
  claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { code message } }
}`;

async function countAll(counts: Map<string, number>): Promise<void> {
  for (const [name, { as, variables }] of Object.entries(questions)) {
    const ask = () => one.get(documents.get(name)!, variables?.(given) ?? {}, { as: as && given[as] });
    await ask();
    const { statements } = await one.statementsOf(ask);
    counts.set(name, statements.length);
  }
}
