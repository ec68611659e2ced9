import type { NamedProblem } from "../../../engine/matching/build.ts";
import type { Plan } from "../../../engine/matching/plan.ts";
import type { Instant } from "../../../kernel/interval.ts";
import type { Context } from "../../../platform/context.ts";
import { skilled } from "./candidates.ts";
import { cutAround, holdersOf } from "./cut.ts";
import { explain } from "./explain.ts";
import type { OpenRequest } from "./open-requests.ts";
import type { People } from "./people.ts";
import type { Pool } from "./pool.ts";
import type { Draft } from "./propose.ts";
import { edgeRequests } from "./solve-within-rules.ts";

/** People whom one explanation looks at: while there is time, and after that. */
const lookedAt = { most: 200, least: 20 };
/** People who are read for explanations alone. */
const mostRead = 10_000;
/** After so many ms explanations look at fewer people: a plan is waited for. */
const patience = 400;

/** Why places stay open, for each request that has some, in the order of the pools. */
export async function explainOpen(
  ctx: Context,
  pools: readonly Pool[],
  people: People,
  { named, plan }: { readonly named: NamedProblem; readonly plan: Plan },
  now: Instant,
): Promise<Draft[]> {
  const openPlaces = ({ row }: OpenRequest) => plan.unfilled[named.requestNumber.get(row.id)!]!;
  const short = pools.filter(({ requests }) => requests.some((request) => openPlaces(request) > 0));
  const looked = Math.max(lookedAt.least, Math.min(lookedAt.most, Math.floor(mostRead / Math.max(1, short.length))));
  const found = await skilled(
    ctx,
    short.map(({ wanted }, n) => ({ ...wanted, n, skip: 0, most: looked })),
  );
  await people.read([...found.values()].flat());

  const requestOf = edgeRequests(named.problem.edgeStart, named.problem.edgePerson.length);
  const holders = holdersOf(named.problem, plan, requestOf);
  const busy = new Set<string>();
  for (const [person, held] of holders)
    if (held.length >= named.problem.capacity[person]!) busy.add(named.personIds[person]!);
  const began = performance.now();
  return short.flatMap(({ requests }, n) => {
    const ids = found.get(n) ?? [];
    return requests
      .filter((request) => openPlaces(request) > 0)
      .map((request): Draft => {
        const number = named.requestNumber.get(request.row.id)!;
        // Whoever the plan gives to this very request is not what it lacks.
        const others = ids.filter((id) => !holders.get(named.personNumber.get(id) ?? -1)?.includes(number));
        const some = performance.now() - began > patience ? others.slice(0, lookedAt.least) : others;
        const explanation = explain(
          openPlaces(request),
          request.work,
          some.map((id) => people.get(id)),
          ids.length === looked || some.length < others.length,
          now,
          busy,
          cutAround(number, named.problem, holders),
        );
        return { ...nobody, requestId: request.row.id, workVersion: request.row.version, explanation };
      });
  });
}

const nobody = { personId: null, personVersion: null, weekly: [], cost: null, parts: [], price: null };
