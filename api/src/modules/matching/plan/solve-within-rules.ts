import { fits } from "../../../engine/fitness/fit.ts";
import { openCase } from "../../../engine/fitness/open-case.ts";
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

/**
 * The best plan in which every pair keeps every rule. The rules are asked only about pairs that a plan would use; where one
 * is broken, all candidates of that request are asked, those that fail are barred (and remembered in `broken`), and
 * the problem is solved anew. What no plan wanted was never asked, and that is sound: the best of *more* plans, if it
 * is allowed, is the best of those that are. It ends because each round bars at least one pair.
 */
export function solveWithinRules(
  named: NamedProblem,
  requests: ReadonlyMap<string, OpenRequest>,
  people: People,
  now: Instant,
  seed: number,
  broken: Set<string>,
): Solved {
  const rules = new Verdicts(named, requests, people, now, broken);
  let clashes = 0;
  for (let rounds = 1; ; rounds++) {
    const plan = solve(named.problem, { seed });
    let failed = 0;
    for (const edge of plan.assigned) if (!rules.allow(edge)) failed++;
    if (failed === 0) {
      const clashing = rules.clashes(plan.assigned);
      if (clashing.length === 0) return { plan, rounds, clashes };
      for (const edge of clashing) named.problem.hold[edge] = BARRED;
      clashes += clashing.length;
    }
  }
}

/** What the rules say of pairs, each asked once. */
class Verdicts {
  readonly #named: NamedProblem;
  readonly #requests: ReadonlyMap<string, OpenRequest>;
  readonly #people: People;
  readonly #now: Instant;
  readonly #broken: Set<string>;
  readonly #requestOf: Int32Array;
  readonly #allowed: Uint8Array;

  constructor(
    named: NamedProblem,
    requests: ReadonlyMap<string, OpenRequest>,
    people: People,
    now: Instant,
    broken: Set<string>,
  ) {
    this.#named = named;
    this.#requests = requests;
    this.#people = people;
    this.#now = now;
    this.#broken = broken;
    this.#requestOf = edgeRequests(named.problem.edgeStart, named.problem.edgePerson.length);
    this.#allowed = new Uint8Array(this.#requestOf.length);
  }

  /** Where the pair breaks a rule, it and every other such pair of the request are barred. */
  allow(edge: number): boolean {
    if (this.#allowed[edge] === 1) return true;
    if (this.#ask(edge)) return true;
    const { edgeStart } = this.#named.problem;
    const r = this.#requestOf[edge]!;
    for (let other = edgeStart[r]!; other < edgeStart[r + 1]!; other++) if (other !== edge) this.#ask(other);
    return false;
  }

  #ask(edge: number): boolean {
    const { hold } = this.#named.problem;
    if (this.#allowed[edge] === 1 || hold[edge] === BARRED) return this.#allowed[edge] === 1;
    const { work, person } = this.#pair(edge);
    if (fits(person, work, this.#now, "matcher")) {
      this.#allowed[edge] = 1;
      return true;
    }
    hold[edge] = BARRED;
    this.#broken.add(pairKey(work.id, person.id));
    return false;
  }

  /** Pairs that would do alone, but not together with what else the same person is given. The more urgent one stays. */
  clashes(assigned: Int32Array): number[] {
    const { edgePerson, urgency } = this.#named.problem;
    const clashing: number[] = [];
    for (const edges of Map.groupBy(assigned, (edge) => edgePerson[edge]!).values()) {
      if (edges.length === 1) continue;
      edges.sort((a, b) => urgency[this.#requestOf[b]!]! - urgency[this.#requestOf[a]!]! || a - b);
      let person = this.#pair(edges[0]!).person;
      for (const edge of edges) {
        const { work } = this.#pair(edge);
        if (fits(person, work, this.#now, "matcher")) person = bound(person, work, this.#now);
        else clashing.push(edge);
      }
    }
    return clashing;
  }

  #pair(edge: number): { work: WorkFacts; person: PersonFacts } {
    const { problem, requestIds, personIds } = this.#named;
    const { work } = this.#requests.get(requestIds[this.#requestOf[edge]!]!)!;
    return { work, person: this.#people.get(personIds[problem.edgePerson[edge]!]!) };
  }
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
