import type { Reason } from "../../kernel/reason.ts";
import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { type FitFact, fitFacts } from "../assignments/fit-facts.ts";
import { personFacts } from "../assignments/person-facts.ts";
import { requestWorkById, workOfRequest } from "../assignments/request-work.ts";
import { atSessions } from "../assignments/sessions.ts";
import { horizonOf } from "../assignments/work.ts";
import { requestsById } from "../requests/store.ts";
import type { ProposalRow } from "./proposal.ts";
import type { ProposalState } from "./states.ts";
import { proposalsById } from "./store.ts";

export interface Standing {
  readonly state: ProposalState;
  readonly reasons: readonly Reason[];
}

/** How a proposal stands now: one that is open is stale as soon as its request has changed since the run looked. */
export async function standingOf(ctx: Context, proposal: ProposalRow): Promise<Standing> {
  if (proposal.state !== "open") return { state: proposal.state, reasons: readReasons(proposal.staleReason) };
  const request = proposal.requestId ? await batch(ctx, requestsById, proposal.requestId) : undefined;
  return request?.version === proposal.workVersion
    ? { state: "open", reasons: [] }
    : { state: "stale", reasons: [changedSince] };
}

export const changedSince: Reason = { code: "VERSION_STALE", facts: {} };

export const writeReasons = (reasons: readonly Reason[]): string =>
  JSON.stringify(reasons.map(({ code, facts }) => ({ code, facts })));

const readReasons = (text: string | null | undefined): Reason[] => (text ? (JSON.parse(text) as Reason[]) : []);

/** What speaks for and against each proposed pair now. Five statements for any number. */
export async function fitByProposal(ctx: Context, ids: readonly string[]): Promise<Map<string, FitFact[]>> {
  const proposals = [...(await proposalsById(ctx, ids)).values()].filter(({ personId }) => personId != null);
  if (proposals.length === 0) return new Map();
  const works = await requestWorkById(
    ctx,
    proposals.map(({ requestId }) => requestId!),
  );
  const now = ctx.now().getTime();
  const pairs = proposals.flatMap((proposal) => {
    const request = works.get(proposal.requestId!);
    return request ? [{ proposal, work: atSessions(workOfRequest(request, now), proposal.weekly) }] : [];
  });
  const spans = pairs.map(({ work }) => horizonOf(work, now));
  const people = await personFacts(ctx, [...new Set(proposals.map(({ personId }) => personId!))], {
    startsAt: Math.min(...spans.map(({ startsAt }) => startsAt)),
    endsAt: Math.max(...spans.map(({ endsAt }) => endsAt)),
  });
  return new Map(
    pairs.map(({ proposal, work }) => {
      const person = people.get(proposal.personId!)!;
      return [proposal.id, fitFacts(person, work, now, "matcher", ctx.locale)];
    }),
  );
}
