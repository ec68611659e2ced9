import { type CostPart, cost } from "../../../engine/cost/cost.ts";
import type { Weights } from "../../../engine/cost/weights.ts";
import { openCase } from "../../../engine/fitness/open-case.ts";
import type { PersonFacts } from "../../../engine/fitness/person.ts";
import type { NamedProblem } from "../../../engine/matching/build.ts";
import type { Plan } from "../../../engine/matching/plan.ts";
import type { Instant } from "../../../kernel/interval.ts";
import type { Range } from "../../../kernel/ranges.ts";
import type { Explanation } from "./explain.ts";
import type { OpenRequest } from "./open-requests.ts";
import type { People } from "./people.ts";
import { edgeRequests } from "./solve-within-rules.ts";
import { taking } from "./taking.ts";

/** What a run proposes for one place, or why it proposes nobody. */
export interface Draft {
  readonly requestId: string;
  readonly workVersion: number;
  readonly personId: string | null;
  /** The version of the person that the run saw. */
  readonly personVersion: number | null;
  /** Weekly times, in minutes of the week. */
  readonly weekly: readonly Range[];
  readonly cost: number | null;
  readonly parts: readonly CostPart[];
  readonly price: number | null;
  readonly explanation: Explanation | null;
}

/** The pairs of a plan, with the times that were chosen and what each costs. */
export function propose(
  { problem, requestIds, personIds }: NamedProblem,
  plan: Plan,
  requests: ReadonlyMap<string, OpenRequest>,
  people: People,
  weights: Weights,
  now: Instant,
): Draft[] {
  const requestOf = edgeRequests(problem.edgeStart, problem.edgePerson.length);
  const byUrgency = [...plan.assigned].sort(
    (a, b) => problem.urgency[requestOf[b]!]! - problem.urgency[requestOf[a]!]! || a - b,
  );
  // Who has been given more than one thing: the second is timed around the first.
  const taken = new Map<number, PersonFacts>();
  return byUrgency.map((edge): Draft => {
    const number = problem.edgePerson[edge]!;
    const { row, work } = requests.get(requestIds[requestOf[edge]!]!)!;
    const person = people.get(personIds[number]!);
    const c = openCase(taken.get(number) ?? person, work, now, "matcher");
    taken.set(number, taking(c));
    const { total, parts } = cost(person, work, now, weights);
    return {
      requestId: row.id,
      workVersion: row.version,
      personId: person.id,
      personVersion: people.versionOf(person.id),
      weekly: c.standing?.sessions ?? [],
      cost: total,
      parts,
      price: plan.personPrice[number]!,
      explanation: null,
    };
  });
}
