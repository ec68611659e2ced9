import type { Case } from "../../../engine/fitness/case.ts";
import { isClear } from "../../../engine/fitness/fit.ts";
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
import { taking } from "./taking.ts";
import type { Verdicts } from "./verdicts.ts";

export interface Solved {
  readonly plan: Plan;
  readonly rounds: number;
  /** Pairs given up because another new assignment of the same person is in the way. */
  readonly clashes: number;
  /**
   * The cost of the best plan before any pair was given up: no plan without clashes costs less. What giving up pairs has
   * cost is at most the difference to `plan.objective`; where they are equal, nothing.
   */
  readonly bound: number;
}

/**
 * A plan in which every pair keeps every rule. The rules are asked only about pairs that a plan would use; where one
 * is broken, all candidates of that request are asked, those that fail are barred (`verdicts` remembers), and
 * the problem is solved anew. What no plan wanted was never asked, and that is sound: the best of *more* plans, if it
 * is allowed, is the best of those that are. It ends because each round bars at least one pair.
 *
 * Two new assignments of one person that clash are no matter of single pairs, and no flow can tell. Of those the less urgent
 * one is barred for the rest of the run, which may be a mistake; `bound` says how dear a one at most.
 */
export function solveWithinRules(
  named: NamedProblem,
  requests: ReadonlyMap<string, OpenRequest>,
  people: People,
  now: Instant,
  seed: number,
  verdicts: Verdicts,
): Solved {
  const pairs = new PlannedPairs(named, requests, people, now, verdicts);
  let clashes = 0;
  let bound: number | undefined;
  for (let rounds = 1; ; rounds++) {
    const plan = solve(named.problem, { seed });
    let failed = 0;
    for (const edge of plan.assigned) if (!pairs.allow(edge)) failed++;
    if (failed > 0) continue;
    bound ??= plan.objective;
    const clashing = pairs.clashes(plan.assigned);
    if (clashing.length === 0) {
      if (!plan.inUrgencyOrder) throw new Error("A plan came out that leaves open what is more urgent.");
      return { plan, rounds, clashes, bound };
    }
    for (const edge of clashing) named.problem.hold[edge] = BARRED;
    clashes += clashing.length;
  }
}

/** What the rules say of the pairs of a plan, each asked once. */
class PlannedPairs {
  readonly #named: NamedProblem;
  readonly #requests: ReadonlyMap<string, OpenRequest>;
  readonly #people: People;
  readonly #now: Instant;
  readonly #verdicts: Verdicts;
  readonly #requestOf: Int32Array;
  readonly #allowed: Uint8Array;
  /** Pairs of a person that go together, by person: most plans of a run give a person the same as the one before. */
  readonly #together = new Map<number, string>();

  constructor(
    named: NamedProblem,
    requests: ReadonlyMap<string, OpenRequest>,
    people: People,
    now: Instant,
    verdicts: Verdicts,
  ) {
    this.#named = named;
    this.#requests = requests;
    this.#people = people;
    this.#now = now;
    this.#verdicts = verdicts;
    this.#requestOf = edgeRequests(named.problem.edgeStart, named.problem.edgePerson.length);
    this.#allowed = new Uint8Array(this.#requestOf.length);
  }

  /** Where the pair breaks a rule, it and every other such pair of the request are barred. */
  allow(edge: number): boolean {
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
    const verdict = this.#verdicts.ask(person, work);
    if (verdict) this.#allowed[edge] = 1;
    else hold[edge] = BARRED;
    return verdict;
  }

  /** Pairs that would do alone, but not together with what else the same person is given. The more urgent one stays. */
  clashes(assigned: Int32Array): number[] {
    const { edgePerson, urgency } = this.#named.problem;
    const clashing: number[] = [];
    for (const [person, edges] of Map.groupBy(assigned, (edge) => edgePerson[edge]!)) {
      if (edges.length === 1) continue;
      const together = edges.join();
      if (this.#together.get(person) === together) continue;
      edges.sort((a, b) => urgency[this.#requestOf[b]!]! - urgency[this.#requestOf[a]!]! || a - b);
      const tooMany = this.#tooMany(edges);
      if (tooMany.length === 0) this.#together.set(person, together);
      clashing.push(...tooMany);
    }
    return clashing;
  }

  /** Those of a person's pairs, in this order, that the ones before them leave no room for. */
  #tooMany(edges: readonly number[]): number[] {
    const [first, ...others] = edges;
    let person = taking(this.#case(first!));
    const tooMany: number[] = [];
    for (const edge of others) {
      const c = this.#case(edge, person);
      if (isClear(c)) person = taking(c);
      else tooMany.push(edge);
    }
    return tooMany;
  }

  #case(edge: number, person = this.#pair(edge).person): Case {
    return openCase(person, this.#pair(edge).work, this.#now, "matcher");
  }

  #pair(edge: number): { work: WorkFacts; person: PersonFacts } {
    const { problem, requestIds, personIds } = this.#named;
    const { work } = this.#requests.get(requestIds[this.#requestOf[edge]!]!)!;
    return { work, person: this.#people.get(personIds[problem.edgePerson[edge]!]!) };
  }
}

export function edgeRequests(edgeStart: Int32Array, edges: number): Int32Array {
  const request = new Int32Array(edges);
  for (let r = 0; r + 1 < edgeStart.length; r++) request.fill(r, edgeStart[r]!, edgeStart[r + 1]!);
  return request;
}
