import { newId } from "../../../kernel/id.ts";
import { inThread, type Reader } from "../../../platform/in-thread.ts";
import { writeRanges } from "../../../platform/ranges.ts";
import { standardRunPolicy } from "../run-policy.ts";
import { type PlanInput, type Planned, planRun } from "./plan-run.ts";
import type { Draft } from "./propose.ts";

export type RunInput = PlanInput & { readonly runId: string };

/** The plan as it leaves the thread: proposals as JSON rows, a page of them a text, which is handed over without being read. */
export type Computed = Omit<Planned, "drafts"> & { readonly pages: readonly string[] };

const proposalsOnPage = 500;

async function work(input: RunInput, read: (now: Date) => Reader, tell: (told: number) => void): Promise<Computed> {
  const { drafts, ...planned } = await planRun(read(new Date(input.now)), input, tell);
  const pages: string[] = [];
  for (let at = 0; at < drafts.length; at += proposalsOnPage) {
    const page = drafts.slice(at, at + proposalsOnPage).map((draft, n) => rowOf(draft, at + n, input));
    pages.push(JSON.stringify(page));
  }
  return { ...planned, pages };
}

/** Requests of a rehearsal: enough for the engine to compile what a run does a million times, and over within a second. */
const rehearsed = 400;

const rehearse = (read: (now: Date) => Reader): Promise<unknown> => {
  const now = new Date();
  const input = { districtId: null, seed: 1, policy: standardRunPolicy, now: now.getTime(), atMost: rehearsed };
  return planRun(read(now), input, () => {});
};

inThread<RunInput, number, Computed>({ work, rehearse });

function rowOf(draft: Draft, position: number, { runId, now }: RunInput) {
  return {
    id: newId(now),
    run_id: runId,
    position,
    kind: draft.personId === null ? "unfilled" : "added",
    request_id: draft.requestId,
    person_id: draft.personId,
    work_version: draft.workVersion,
    weekly: draft.weekly.length === 0 ? null : writeRanges(draft.weekly),
    cost: draft.cost,
    parts: draft.parts,
    price: draft.price,
    explanation: draft.explanation,
  };
}
