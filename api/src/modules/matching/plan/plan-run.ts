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
import { readAhead } from "./read-ahead.ts";
import { type Solved, solveWithinRules } from "./solve-within-rules.ts";
import { Verdicts } from "./verdicts.ts";
import { weigh } from "./weigh.ts";

export interface PlanInput {
  /** Null: the whole city. */
  readonly districtId: number | null;
  readonly seed: number;
  readonly policy: RunPolicy;
  /** ms */
  readonly now: number;
  /** Looks only at so many requests. */
  readonly atMost?: number;
}

/** Hears of a plan while it is made. */
export interface Follower {
  readonly reached: (percent: number) => void;
  /** Who is given what, the most urgent first: before it is worked out why the rest stays open. */
  readonly proposed: (drafts: readonly Draft[]) => void;
}

export interface Planned {
  /** Why places stay open: these follow the proposals. */
  readonly unfilled: readonly Draft[];
  /** Cost units; the same, or the result would have been refused. */
  readonly objective: number;
  readonly dual: number;
  readonly stats: Omit<RunStats, "seconds">;
}

/** Percent done, at the end of each stage. */
const stages = { requests: 8, candidates: 20, people: 55, weighing: 65, solving: 80, explaining: 95 } as const;
type Stage = keyof typeof stages;

/** People who are read for each place, beyond twice as many as are weighed. */
const spread = 3;
/** How often, and for how many people in all, the look widens for requests that stayed open although there are more. */
const mostWidenings = 1;
const widenedBy = 4;
const mostPeopleMore = 20_000;

/** Reads, weighs, solves and explains: the best plan for everything open in a district or the city. */
export async function planRun(ctx: Context, input: PlanInput, follower: Follower): Promise<Planned> {
  const { now, policy, seed } = input;
  const spent: Record<string, number> = {};
  let began = performance.now();
  let percent = 0;
  const reached = (now: number) => {
    if (now > percent) follower.reached(now);
    percent = Math.max(percent, now);
  };
  const done = (stage: Stage) => {
    spent[stage] = (spent[stage] ?? 0) + Math.round(performance.now() - began);
    began = performance.now();
    reached(stages[stage]);
  };

  const open = await openRequests(ctx, input, now);
  const requests = new Map(open.map((request) => [request.row.id, request]));
  const pools = poolsOf(open);
  const people = new People(ctx, spanOf(open, now));
  done("requests");

  const verdicts = new Verdicts(now);
  const considered = new Map<OpenRequest, Considered>();
  let solved: Solution | undefined;
  // The first look is narrow; it widens only for requests that stay open although there is more to look at.
  for (let widening = 0, short: readonly Pool[] = pools; ; widening++) {
    const looking = (pool: Pool) => pool.requests.filter((request) => !isSettled(considered.get(request), solved));
    const most =
      widening === 0 ? policy.candidates : mostMore(short.map(looking), widenedBy ** widening * policy.candidates);
    await fill(ctx, new Map(short.map((pool) => [pool, sizeFor(pool, looking(pool), most)])));
    done("candidates");
    const looks = short.map((pool) => ({ pool, requests: looking(pool) }));
    for await (const [look, share] of readAhead(people, looks)) {
      for (const one of chooseCandidates(look, people, most, seed, now)) considered.set(one.request, one);
      reached(mix(stages.candidates, stages.people, share));
    }
    done("people");
    const named = weigh(considered.values(), people, policy.weights, verdicts);
    done("weighing");
    solved = { named, ...solveWithinRules(named, requests, people, now, seed, verdicts) };
    done("solving");
    short = pools.filter((pool) => looking(pool).length > 0);
    if (widening === mostWidenings || short.length === 0) break;
  }
  const { named, plan } = solved!;
  const drafts = propose(named, plan, requests, people, policy.weights, now);
  follower.proposed(drafts);
  const weighed = [...considered.values()];
  const unfilled = await explainOpen(ctx, pools, people, solved, now);
  done("explaining");
  return {
    unfilled,
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
      lossAtMost: plan.objective - solved.bound,
      rounds: solved.rounds,
      spent,
    },
  };
}

const mix = (from: number, to: number, share: number): number => Math.round(from + (to - from) * share);

/** The first time people for everybody; then so many more as the requests that are still open may look at. */
const sizeFor = (pool: Pool, looking: readonly OpenRequest[], most: number): number =>
  pool.ids.size + 2 * most + spread * looking.reduce((sum, { work }) => sum + work.placesFree, 0);

/** A wider look, but never so wide for so many that a plan would not come in time. By count, not by the clock: the same again. */
const mostMore = (looking: readonly (readonly OpenRequest[])[], wished: number): number =>
  Math.min(wished, Math.ceil(mostPeopleMore / looking.reduce((sum, { length }) => sum + length, 1)));

/** There is nobody further to look at for it, or no need to. */
const isSettled = (one: Considered | undefined, solved: Solution | undefined): boolean =>
  one !== undefined && solved !== undefined && (!one.capped || openPlaces(solved, one.request) === 0);

function spanOf(open: readonly OpenRequest[], now: number): Interval {
  const spans = open.map(({ work }) => horizonOf(work, now));
  return spans.reduce(
    (all, one) => ({ startsAt: Math.min(all.startsAt, one.startsAt), endsAt: Math.max(all.endsAt, one.endsAt) }),
    { startsAt: now, endsAt: now },
  );
}

type Solution = Solved & { readonly named: ReturnType<typeof weigh> };

const openPlaces = ({ named, plan }: Solution, { row }: OpenRequest): number =>
  plan.unfilled[named.requestNumber.get(row.id)!]!;
