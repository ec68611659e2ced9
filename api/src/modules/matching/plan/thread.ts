import { newId } from "../../../kernel/id.ts";
import { inThread, type Reader } from "../../../platform/in-thread.ts";
import { writeRanges } from "../../../platform/ranges.ts";
import { standardRunPolicy } from "../run-policy.ts";
import { type PlanInput, type Planned, planRun } from "./plan-run.ts";
import type { Draft } from "./propose.ts";

export type RunInput = PlanInput & { readonly runId: string };

/** Proposals as JSON rows, a page of them a text, which is handed over without being read. */
type Pages = readonly string[];

/** How far the thread is, in percent, or what it proposes; why places stay open comes with the answer. */
export type Told = { readonly percent: number } | { readonly added: Pages };

export type Computed = Omit<Planned, "unfilled"> & { readonly unfilled: Pages };

async function work(input: RunInput, read: (now: Date) => Reader, tell: (told: Told) => void): Promise<Computed> {
  let added = 0;
  const { unfilled, ...planned } = await planRun(read(new Date(input.now)), input, {
    reached: (percent) => tell({ percent }),
    proposed(drafts) {
      added = drafts.length;
      tell({ added: pagesOf(drafts, 0, input) });
    },
  });
  return { ...planned, unfilled: pagesOf(unfilled, added, input) };
}

/** Requests of a rehearsal: enough for the engine to compile what a run does a million times, and over within a second. */
const rehearsed = 400;

const rehearse = (read: (now: Date) => Reader): Promise<unknown> => {
  const now = new Date();
  const input = { districtId: null, seed: 1, policy: standardRunPolicy, now: now.getTime(), atMost: rehearsed };
  return planRun(read(now), input, { reached() {}, proposed() {} });
};

inThread<RunInput, Told, Computed>({ work, rehearse });

const proposalsOnPage = 500;

/** `first`: the position of the first of them among all of the run. */
function pagesOf(drafts: readonly Draft[], first: number, input: RunInput): string[] {
  const pages: string[] = [];
  for (let at = 0; at < drafts.length; at += proposalsOnPage) {
    const page = drafts.slice(at, at + proposalsOnPage).map((draft, n) => rowOf(draft, first + at + n, input));
    pages.push(JSON.stringify(page));
  }
  return pages;
}

function rowOf(draft: Draft, position: number, { runId, now }: RunInput) {
  return {
    id: newId(now),
    run_id: runId,
    position,
    kind: draft.personId === null ? "unfilled" : "added",
    request_id: draft.requestId,
    person_id: draft.personId,
    work_version: draft.workVersion,
    person_version: draft.personVersion,
    weekly: draft.weekly.length === 0 ? null : writeRanges(draft.weekly),
    cost: draft.cost,
    parts: draft.parts,
    price: draft.price,
    explanation: draft.explanation,
  };
}
