import { EdgesOfPeople } from "../edges-of-people.ts";
import { type Network, networkOf, PRICE, RECORD_SHIFT, resume } from "../network.ts";
import type { Plan } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { ProblemError } from "../problem-error.ts";
import { type Cut, cutOf } from "./cut.ts";
import { Probe } from "./probe.ts";

/** Somebody who would fit a request if one rule were relaxed. */
export interface Relaxed {
  /** Number in the problem; left out for somebody who is a candidate of no request in it, and so is free. */
  readonly person?: number;
  /** What the pair would cost, in cost units. */
  readonly cost: number;
}

export interface Relaxation<Rule> {
  readonly rule: Rule;
  /** How many people would serve the city better here than the place stays open. */
  readonly fits: number;
  /** What the cheapest of them would cost the city, whoever else has to move included. */
  readonly cost: number;
  /** What the city gains by it: the price of the open place less that cost. */
  readonly gain: number;
}

/** Answers questions about a plan, exactly and without changing it. Building it takes time in proportion to the city. */
export class Explanation {
  readonly #problem: Problem;
  readonly #net: Network;
  readonly #edges: EdgesOfPeople;
  readonly #probe: Probe;

  constructor(problem: Problem, plan: Plan) {
    this.#problem = problem;
    this.#net = networkOf(problem);
    resume(this.#net, problem, plan);
    this.#edges = new EdgesOfPeople(this.#net);
    this.#probe = new Probe(this.#net, this.#edges);
  }

  /** What one more place of this person is worth to the city, at most, in cost units: 0 when nobody contests them. */
  contested(person: number): number {
    return this.#net.personPrice[person]!;
  }

  /** What forcing the pair would cost at least, read from the prices: the reduced cost, 0 for a pair in the plan. */
  leastPriceOf(request: number, person: number): number {
    return Math.max(0, this.#reducedCost(request, person, this.#edgeBetween(request, person)));
  }

  /**
   * What forcing the pair would cost exactly: the cost of the best plan with it less that of the best plan. Infinity when the
   * request has no place or the person none.
   */
  priceOf(request: number, person: number): number {
    const e = this.#edgeBetween(request, person);
    const reduced = this.#reducedCost(request, person, e);
    if (reduced <= 0 && this.#isPlanned(e)) return 0;
    const back = this.#probe.toRequest(request);
    const { toEnd, toRequest } = this.#probe.fromPerson(person, request, back);
    return reduced + Math.min(toRequest, toEnd + back);
  }

  /** Why a place of the request stays open: who shares whom, all of them full. */
  cut(request: number): Cut {
    return cutOf(this.#net, this.#problem, request);
  }

  /** Which rule, relaxed, would fill a place of the request at the least cost to the city; the best first. */
  relaxations<Rule>(request: number, byRule: ReadonlyMap<Rule, readonly Relaxed[]>): Relaxation<Rule>[] {
    const price = this.#net.request[(request << RECORD_SHIFT) + PRICE]!;
    const found: Relaxation<Rule>[] = [];
    for (const [rule, people] of byRule) {
      const costs = people.map((one) => this.#costOf(one)).filter((cost) => cost < price);
      if (costs.length === 0) continue;
      const cost = Math.min(...costs);
      found.push({ rule, fits: costs.length, cost, gain: price - cost });
    }
    return found.sort((a, b) => a.cost - b.cost || b.fits - a.fits);
  }

  #costOf({ person, cost }: Relaxed): number {
    if (person === undefined) return cost;
    return cost + this.#net.personPrice[person]! + this.#probe.fromPerson(person).toEnd;
  }

  #reducedCost(request: number, person: number, e: number): number {
    const { edgeCost, personPrice, request: records } = this.#net;
    return edgeCost[e]! + personPrice[person]! - records[(request << RECORD_SHIFT) + PRICE]!;
  }

  #isPlanned(e: number): boolean {
    return this.#net.shut[e] !== 0;
  }

  #edgeBetween(request: number, person: number): number {
    const { edgeStart, edgePerson, need } = this.#problem;
    if (!(request >= 0 && request < need.length)) throw new ProblemError("unknown-request", { request }, request);
    for (let e = edgeStart[request]!; e < edgeStart[request + 1]!; e++) if (edgePerson[e] === person) return e;
    throw new ProblemError("unknown-edge", { request, person }, Number.NaN);
  }
}
