import { openCase } from "../../../engine/fitness/open-case.ts";
import { fits } from "../../../engine/fitness/fit.ts";
import type { PersonFacts } from "../../../engine/fitness/person.ts";
import type { WorkFacts } from "../../../engine/fitness/work.ts";
import type { NamedProblem } from "../../../engine/matching/build.ts";
import type { Plan } from "../../../engine/matching/plan.ts";
import { BARRED } from "../../../engine/matching/problem.ts";
import { solve } from "../../../engine/matching/solve.ts";
import type { Instant } from "../../../kernel/interval.ts";
import type { OpenRequest } from "./open-requests.ts";
import type { People } from "./people.ts";
import { pairKey } from "./weigh.ts";

export interface Solved {
  readonly plan: Plan;
  readonly rounds: number;
  /** Pairs given up because another new assignment of the same person is in the way. */
  readonly clashes: number;
}

/** Far more than any city has needed; each round takes out at least one pair, so an end is certain. */
const mostRounds = 200;

/**
 * The best plan in which every pair keeps every rule. The rules are asked only of pairs that a plan would use: a pair that
 * breaks one is barred (and remembered in `broken`) and the problem is solved anew. What no plan wanted was
 * never asked, and that is sound: the best of *more* plans, if it is allowed, is the best of those that are.
 * Asking every pair first takes 20 times as long.
 */
export function solveWithinRules(
  { problem, requestIds, personIds }: NamedProblem,
  requests: ReadonlyMap<string, OpenRequest>,
  people: People,
  now: Instant,
  seed: number,
  broken: Set<string>,
): Solved {
  const allowed = new Set<number>();
  const requestOf = edgeRequests(problem.edgeStart, problem.edgePerson.length);
  let clashes = 0;
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    const plan = solve(problem, { seed });
    let barred = 0;
    const byPerson = Map.groupBy(plan.assigned, (edge) => problem.edgePerson[edge]!);
    for (const [number, edges] of byPerson) {
      let person = people.get(personIds[number]!);
      // The most urgent first: what comes after it gives way.
      edges.sort((a, b) => problem.urgency[requestOf[b]!]! - problem.urgency[requestOf[a]!]! || a - b);
      for (const edge of edges) {
        const { row, work } = requests.get(requestIds[requestOf[edge]!]!)!;
        const alone = edges.length === 1;
        if (alone && allowed.has(edge)) continue;
        if (!fits(person, work, now, "matcher")) {
          problem.hold[edge] = BARRED;
          barred++;
          if (!alone && fits(people.get(person.id), work, now, "matcher")) clashes++;
          else broken.add(pairKey(row.id, person.id));
          continue;
        }
        if (alone) allowed.add(edge);
        else person = bound(person, work, now);
      }
    }
    if (barred === 0) return { plan, rounds, clashes };
  }
  throw new Error(`No plan kept every rule after ${mostRounds} rounds.`);
}

/** The person as they would be after taking this on as well. */
export function bound(person: PersonFacts, work: WorkFacts, now: Instant): PersonFacts {
  const { spans } = openCase(person, work, now, "matcher");
  const taken = spans.map((span) => ({
    ...span,
    assignmentId: work.id,
    workId: work.id,
    exposure: work.exposure,
    place: work.place,
  }));
  return {
    ...person,
    assignments: [...person.assignments, { workId: work.id, standing: work.time.kind !== "dated" }],
    commitments: [...person.commitments, ...taken].sort((a, b) => a.startsAt - b.startsAt),
  };
}

export function edgeRequests(edgeStart: Int32Array, edges: number): Int32Array {
  const request = new Int32Array(edges);
  for (let r = 0; r + 1 < edgeStart.length; r++) request.fill(r, edgeStart[r]!, edgeStart[r + 1]!);
  return request;
}
