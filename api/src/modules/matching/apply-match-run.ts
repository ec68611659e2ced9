import { fits } from "../../engine/fitness/fit.ts";
import { isId } from "../../kernel/id.ts";
import type { Reason } from "../../kernel/reason.ts";
import { Refusal, refuse } from "../../kernel/refusal.ts";
import type { Signed } from "../../platform/context.ts";
import { once } from "../../platform/idempotency.ts";
import type { Tx } from "../../platform/transaction.ts";
import { type Choice, choose, offer } from "../assignments/make-offer.ts";
import { atSessions } from "../assignments/sessions.ts";
import { requestsById } from "../requests/store.ts";
import { MatchRunApplied } from "./events.ts";
import { holdRun } from "./hold-run.ts";
import type { MatchRunRow } from "./match-run.ts";
import type { ProposalRow } from "./proposal.ts";
import { changedSince, writeReasons } from "./proposal-now.ts";
import { lockWorkAndPeople, moveRun, proposalsById, runsById, type Settled, settleProposals } from "./store.ts";
import { tellRun } from "./tell-run.ts";

export interface ApplyMatchRun {
  readonly idempotencyKey: string;
  readonly matchRun: string;
  readonly proposals: readonly string[];
}

export interface Applied {
  readonly matchRun: MatchRunRow;
  readonly applied: number;
  /** What has gone stale since the run looked at it, with the reason. */
  readonly skipped: readonly ProposalRow[];
}

/** So many offers are one transaction; whoever wants more runs the matcher by district. */
export const mostApplied = 2_000;

/**
 * Makes an offer of each proposal, by the same guarded path as a coordinator's own. One operation: whatever no longer
 * holds is left out and reported, the rest goes out, and what was not asked for is put away with the run.
 */
export async function applyMatchRun(ctx: Signed, input: ApplyMatchRun): Promise<Applied> {
  const { idempotencyKey, matchRun } = input;
  const ids = [...new Set(input.proposals.map((id) => id.toLowerCase()))].sort();
  if (ids.length === 0) return refuse("REQUIRED", ["proposals"]);
  if (ids.length > mostApplied) return refuse("OUT_OF_RANGE", ["proposals"], { least: 1, most: mostApplied });
  if (!ids.every(isId)) return refuse("PROPOSAL_UNKNOWN", ["proposals"]);
  return once(ctx, {
    operation: "applyMatchRun",
    key: idempotencyKey,
    input: { matchRun, proposals: ids },
    work: (tx) => apply(tx, matchRun, ids),
    keep: ({ matchRun: run, applied, skipped }) => ({
      matchRun: run.id,
      applied,
      skipped: skipped.map(({ id }) => id),
    }),
    again: async (tx, kept) => ({
      matchRun: (await runsById(tx, [kept.matchRun])).get(kept.matchRun) ?? refuse("NOT_FOUND", ["matchRun"]),
      applied: kept.applied,
      skipped: [...(await proposalsById(tx, kept.skipped)).values()].sort(byPosition),
    }),
  });
}

async function apply(tx: Signed & Tx, runId: string, ids: readonly string[]): Promise<Applied> {
  const run = await holdRun(tx, runId, "applied");
  const proposals = [...(await proposalsById(tx, ids)).values()].sort(byPosition);
  if (proposals.length !== ids.length || proposals.some((one) => one.runId !== run.id || one.kind === "unfilled"))
    return refuse("PROPOSAL_UNKNOWN", ["proposals"]);
  await lockWorkAndPeople(tx, proposals);
  const seen = await requestsById(tx, [...new Set(proposals.map(({ requestId }) => requestId!))]);
  const settled: Settled[] = [];
  // One after the other: each has to see what the ones before it took.
  for (const proposal of proposals)
    settled.push(await settle(tx, proposal, seen.get(proposal.requestId!)?.version ?? 0));
  await settleProposals(tx, run.id, settled);
  const applied = await moveRun(tx, run.id, "applied");
  tellRun(tx, MatchRunApplied, applied);
  const outcome = new Map(settled.map((one) => [one.id, one]));
  const skipped = proposals
    .map((proposal) => ({ ...proposal, ...outcome.get(proposal.id)! }))
    .filter(({ state }) => state === "stale");
  return { matchRun: applied, applied: settled.length - skipped.length, skipped };
}

/** Somebody's later decision comes first: what was changed since the run looked, or breaks a rule now, is left alone. */
async function settle(tx: Signed & Tx, proposal: ProposalRow, version: number): Promise<Settled> {
  const { id, requestId, personId, runId, workVersion } = proposal;
  if (version !== workVersion) return stale(id, [changedSince]);
  try {
    const choice = await choose(tx, { requestId: requestId!, personId: personId!, overrideReason: null });
    const assignment = await offer(tx, atProposedTimes(choice, proposal, tx.now().getTime()), "matched", runId);
    return { id, state: "applied", staleReason: null, assignmentId: assignment.id };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return stale(id, error.problems);
  }
}

const stale = (id: string, reasons: readonly Reason[]): Settled => ({
  id,
  state: "stale",
  staleReason: writeReasons(reasons),
  assignmentId: null,
});

/** The times that were reviewed; other ones only where those are no longer free. */
function atProposedTimes(choice: Choice, { weekly }: ProposalRow, now: number): Choice {
  const facts = atSessions(choice.facts, weekly);
  return fits(choice.person, facts, now, "matcher") ? { ...choice, facts } : choice;
}

const byPosition = (a: ProposalRow, b: ProposalRow): number => a.position - b.position;
