import { MAX_UNFILLED_COST } from "../../../engine/matching/problem.ts";
import type { Interval } from "../../../kernel/interval.ts";
import type { Context } from "../../../platform/context.ts";
import { horizonOf } from "../../assignments/work.ts";
import type { RunPolicy, RunStats } from "../match-run.ts";
import { type Considered, chooseCandidates } from "./choose-candidates.ts";
import { explainOpen } from "./explain-open.ts";
import { type OpenRequest, openRequests } from "./open-requests.ts";
import { People } from "./people.ts";
import { fill, type Pool, poolsOf } from "./pool.ts";
import { type Draft, propose } from "./propose.ts";
import { type Solved, solveWithinRules } from "./solve-within-rules.ts";
import { weigh } from "./weigh.ts";

export interface PlanInput {
  /** Null: the whole city. */
  readonly districtId: number | null;
  readonly seed: number;
  readonly policy: RunPolicy;
  /** ms */
  readonly now: number;
}

export interface Planned {
  readonly drafts: readonly Draft[];
  /** Cost units; the same, or the result would have been refused. */
  readonly objective: number;
  readonly dual: number;
  readonly stats: Omit<RunStats, "seconds">;
}

/** Percent done, at the end of each stage. */
const stages = { requests: 8, candidates: 20, people: 55, weighing: 65, solving: 80, explaining: 95 } as const;
type Stage = keyof typeof stages;

/** People that are read for each place, and for each pool beyond that. */
const spread = 4;
/** How often people are added for requests that stayed open although there are more to look at. */
const mostWidenings = 3;
const widenedBy = 4;

/** Reads, weighs, solves and explains: the best plan for everything open in a district or the city. */
export async function planRun(ctx: Context, input: PlanInput, told: (percent: number) => void): Promise<Planned> {
  const { now, policy, seed } = input;
  const spent: Record<string, number> = {};
  let began = performance.now();
  const done = (stage: Stage) => {
    spent[stage] = (spent[stage] ?? 0) + Math.round(performance.now() - began);
    began = performance.now();
    told(stages[stage]);
  };

  const open = await openRequests(ctx, input.districtId, now);
  const requests = new Map(open.map((request) => [request.row.id, request]));
  const pools = poolsOf(open);
  const people = new People(ctx, spanOf(open, now));
  done("requests");

  const broken = new Set<string>();
  const considered = new Map<Pool, Considered[]>();
  let solved: Solution;
  // The first look is narrow; it widens only for requests that stay open although there is more to look at.
  for (let widening = 0, short: readonly Pool[] = pools; ; widening++) {
    const factor = widenedBy ** widening;
    await fill(ctx, short, (pool) => factor * sizeOf(pool, policy));
    done("candidates");
    await people.read(idsOf(short), (share) => told(mix(stages.candidates, stages.people, share)));
    done("people");
    for (const pool of short)
      considered.set(pool, chooseCandidates(pool, people, factor * policy.candidates, seed, now));
    const named = weigh([...considered.values()].flat(), people, policy.weights, now, broken);
    done("weighing");
    solved = { named, ...solveWithinRules(named, requests, people, now, seed, broken) };
    done("solving");
    short = pools.filter((pool) =>
      considered.get(pool)!.some((one) => one.capped && openPlaces(solved, one.request) > 0),
    );
    if (widening === mostWidenings || short.length === 0) break;
  }
  const { named, plan } = solved;
  const drafts = propose(named, plan, requests, people, policy.weights, now);
  const weighed = [...considered.values()].flat();
  const unfilled = await explainOpen(ctx, pools, people, solved, now);
  done("explaining");
  return {
    drafts: [...drafts, ...unfilled],
    objective: plan.objective,
    dual: plan.dual,
    stats: {
      requests: open.length,
      people: people.count,
      edges: named.problem.edgePerson.length,
      added: drafts.length,
      moved: 0,
      unfilled: unfilled.length,
      capped: weighed.filter(({ capped }) => capped).length,
      cappedUnfilled: weighed.filter(({ capped, request }) => capped && openPlaces(solved, request) > 0).length,
      openPlace: named.problem.unfilledCost.reduce((least, cost) => Math.min(least, cost), MAX_UNFILLED_COST),
      clashes: solved.clashes,
      rounds: solved.rounds,
      spent,
    },
  };
}

const mix = (from: number, to: number, share: number): number => Math.round(from + (to - from) * share);

const sizeOf = (pool: Pool, { candidates }: RunPolicy): number =>
  2 * candidates + spread * pool.requests.reduce((sum, { work }) => sum + work.placesFree, 0);

function spanOf(open: readonly OpenRequest[], now: number): Interval {
  const spans = open.map(({ work }) => horizonOf(work, now));
  return spans.reduce(
    (all, one) => ({ startsAt: Math.min(all.startsAt, one.startsAt), endsAt: Math.max(all.endsAt, one.endsAt) }),
    { startsAt: now, endsAt: now },
  );
}

function* idsOf(pools: readonly Pool[]): Iterable<string> {
  for (const { ids } of pools) yield* ids;
}

type Solution = Solved & { readonly named: ReturnType<typeof weigh> };

const openPlaces = ({ named, plan }: Solution, { row }: OpenRequest): number =>
  plan.unfilled[named.requestNumber.get(row.id)!]!;
