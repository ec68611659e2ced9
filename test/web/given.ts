import { type DocumentNode, print } from "graphql";
import type { APIRequestContext } from "playwright-core";
import { lessons, submit } from "../given/requests.ts";
import { eventually } from "../harness/eventually.ts";

/** What the screens show: ids in the demonstration city, made through the API by its own people. */
export interface Given {
  /** A request that nobody has taken, and one whose helper waits for the family. */
  readonly open: string;
  readonly matched: string;
  /** One that the family has closed again. */
  readonly closed: string;
  readonly run: string;
  readonly proposal: string;
  /** The counsellor's public number: what she has handed in is verified. */
  readonly counsellorNumber: string;
  /** A day of next week, in Beijing. */
  readonly nextWeek: string;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are used, not typed
type Any = any;

/** What asks as somebody: a browser's page or context in which they are signed in. */
export type Asker = { readonly request: APIRequestContext };

/** A refusal is an error. */
export async function ask({ request }: Asker, document: string | DocumentNode, variables: object = {}): Promise<Any> {
  const query = typeof document === "string" ? document : print(document);
  const response = await request.post("/graphql", { data: { query, variables } });
  const { data, errors } = await response.json();
  const problems = Object.values(data ?? {}).flatMap((answer) => (answer as { problems?: object[] })?.problems ?? []);
  if (errors || problems.length > 0) throw new Error(JSON.stringify(errors ?? problems));
  return data;
}

const week = 7 * 24 * 3_600_000;
const dayOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

/** Requests in three states, an offer, two claimed slots, and a match run to review. */
export async function somethingToSee(
  people: Record<"counsellor" | "family" | "volunteer" | "coordinator", Asker>,
): Promise<Given> {
  const { counsellor, family, volunteer, coordinator } = people;
  const nextWeek = dayOf(Date.now() + week);
  await claimTwo(counsellor);
  const { skills } = await ask(coordinator, "{ skills { id code specialisms { id code } } }");
  const tutoring = skills.find(({ code }: { code: string }) => code === "tutoring");
  const maths = tutoring.specialisms.find(({ code }: { code: string }) => code === "math/junior2");
  const [open, matched, offered, closed] = await inTurn([1, 2, 3, 4], async (n) => {
    const own = { skill: tutoring.id, subjects: [maths.id], urgency: 2, weekly: [evening(n === 2 ? 4 : 2)] };
    const input = { ...lessons, ...own, idempotencyKey: `seen-request-${n}` };
    return (await ask(family, submit, { input })).submitRequest.request.id as string;
  });
  await ask(family, cancel, { request: closed });
  const draft = { answers: { ...answered, subjects: [maths.id] }, expectedVersion: null };
  await ask(family, "mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { problems { message } } }", {
    input: draft,
  });
  const { viewer } = await ask(volunteer, "{ viewer { person { id } } }");
  const [taken] = await inTurn([matched, offered], async (request) => {
    const input = { person: viewer.person.id, request, idempotencyKey: `seen-offer-${request}` };
    const query =
      "mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { problems { message } assignment { id } } }";
    return (await ask(coordinator, query, { input })).makeOffer.assignment.id as string;
  });
  await ask(volunteer, accept, { assignment: taken });
  const her = await ask(counsellor, "{ viewer { person { number } } }");
  const { startMatchRun } = await ask(coordinator, start);
  const { run, proposal } = await whenReady(coordinator, startMatchRun.matchRun.id);
  return {
    open: open!,
    matched: matched!,
    closed: closed!,
    run,
    proposal,
    nextWeek,
    counsellorNumber: her.viewer.person.number,
  };
}

/** A wizard half way filled in. */
const answered = {
  kind: "TUTORING",
  forWhom: "MEDIC_FAMILY",
  grade: "junior2",
  district: "105",
  mode: "ONLINE",
  urgency: 1,
  sessionsPerWeek: 2,
  sessionMinutes: 60,
  weekly: [{ weekday: 2, fromMinute: 1_140, toMinute: 1_260 }],
  note: "",
};
const evening = (weekday: number) => ({ weekday, fromMinute: 1_140, toMinute: 1_260 });
const accept = `mutation ($assignment: ID!) {
  acceptOffer(input: { assignment: $assignment, idempotencyKey: "seen-accept" }) { problems { message } }
}`;
const cancel = `mutation ($request: ID!) {
  cancelRequest(input: { request: $request, expectedVersion: 1, reason: FOUND_ELSEWHERE }) { problems { message } }
}`;
const start = `mutation {
  startMatchRun(input: { district: "105", idempotencyKey: "seen-run" }) { problems { message } matchRun { id } }
}`;

async function claimTwo(counsellor: Asker): Promise<void> {
  const { sites } = await ask(counsellor, "{ sites(kind: HOTLINE) { id district { id } } }");
  const [from, to] = [new Date(Date.now() + week).toISOString(), new Date(Date.now() + 2 * week).toISOString()];
  const { shifts } = await ask(
    counsellor,
    `query ($site: ID!, $from: DateTime!, $to: DateTime!) {
      shifts(site: $site, from: $from, to: $to, role: SEAT, first: 100) { edges { node { id picking eligibility { allowed } } } }
    }`,
    { site: sites.find(({ district }: Any) => district.id === "105").id, from, to },
  );
  const free = shifts.edges.filter(({ node }: Any) => node.eligibility.allowed && node.picking === "CLAIM");
  await inTurn([free[0], free.at(-1)], ({ node }: Any) =>
    ask(
      counsellor,
      `mutation ($shift: ID!, $key: String!) { claimShift(input: { shift: $shift, idempotencyKey: $key }) { problems { message } } }`,
      { shift: node.id, key: `seen-claim-${node.id}` },
    ),
  );
}

/** The job runs in another process: its state is asked for until it has an end. */
async function whenReady(coordinator: Asker, id: string): Promise<{ run: string; proposal: string }> {
  const query = `query ($id: ID!) { matchRun(id: $id) { state proposals(kind: ADDED, first: 1) { edges { node { id } } } } }`;
  let proposal = "";
  await eventually(async () => {
    const { matchRun } = await ask(coordinator, query, { id });
    if (matchRun.state === "FAILED") throw new Error("the match run failed");
    proposal = matchRun.proposals.edges[0]?.node.id ?? "";
    return matchRun.state === "READY";
  }, "the match run has no end");
  return { run: id, proposal };
}

async function inTurn<In, Out>(all: readonly In[], work: (one: In) => Promise<Out>): Promise<Out[]> {
  const done: Out[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}
