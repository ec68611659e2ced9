import { EdgesOfPeople, MOVED } from "../edges-of-people.ts";
import {
  EDGE,
  EDGES,
  EDGES_END,
  IN_PLAN,
  know,
  type Network,
  networkOf,
  OPEN_COST,
  OPEN_EDGE,
  PERSON_RECORD,
  PINNED_EDGE,
  RECORD,
  RECORD_SHIFT,
  resume,
  SLOT_RECORD,
  slotOf,
  wordsOfBits,
} from "../network.ts";
import type { Plan } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { ProblemError } from "../problem-error.ts";
import { inverse, renumber, renumberPlan } from "../renumber.ts";
import { grown } from "./grown.ts";

/** Room for what arrives in a day, so that no event has to wait while arrays are copied. */
function withHeadroom(count: number): number {
  return Math.ceil(count * 1.2) + 64;
}

/** A pair of request and person: where both stand, the request's offset and the edge between them. */
export interface Pair {
  readonly at: number;
  readonly r: number;
  readonly p: number;
  readonly e: number;
}

/**
 * A network that requests, people and edges are added to. To the outside they have the numbers of the problem, and those that
 * arrive the next ones; inside neighbours stand together, and those who arrived stand at their number.
 */
export class LiveCity {
  readonly net: Network;
  readonly edges: EdgesOfPeople;
  /** Where each request and person of the problem stands, and who stands there. */
  readonly #requestAt: Int32Array;
  readonly #personAt: Int32Array;
  readonly #personNumber: Int32Array;
  /** Of each request, by where it stands. */
  need: Int32Array;
  urgency: Uint8Array;
  requests: number;
  people: number;
  /** Sum of all needs. */
  #places: number;
  #edgeEnd: number;

  readonly #outgrown: () => void;

  /** The problem is never written to. Takes time in proportion to the city. `outgrown`: told when requests or people got more room. */
  constructor(original: Problem, plan: Plan, outgrown: () => void) {
    this.#outgrown = outgrown;
    const near = renumber(original, 0);
    const problem = near.problem;
    const net = networkOf(problem);
    this.net = net;
    this.#requestAt = inverse(near.requestNumber);
    this.#personAt = inverse(near.personNumber);
    this.#personNumber = near.personNumber;
    resume(net, problem, renumberPlan(plan, original, near));
    const edges = withHeadroom(problem.edgePerson.length);
    const people = withHeadroom(problem.capacity.length);
    const requests = withHeadroom(problem.need.length);
    net.edgePerson = grown(net.edgePerson, edges, edges);
    net.edgeCost = grown(net.edgeCost, edges, edges);
    net.shut = grown(net.shut, edges, edges);
    net.capacity = grown(net.capacity, people, people);
    net.known = grown(net.known, wordsOfBits(people), wordsOfBits(people));
    net.personPrice = grown(net.personPrice, people, people);
    net.person = grown(net.person, people * PERSON_RECORD, people * PERSON_RECORD);
    net.request = grown(net.request, requests * RECORD, requests * RECORD);
    this.need = grown(problem.need, requests, requests);
    this.urgency = grown(problem.urgency, requests, requests);
    this.requests = problem.need.length;
    this.people = problem.capacity.length;
    this.#places = problem.need.reduce((sum, need) => sum + need, 0);
    this.#edgeEnd = problem.edgePerson.length;
    this.addPlaces(0);
    this.edges = new EdgesOfPeople(net);
  }

  /** A request that needs nobody yet, with its candidates. */
  addRequest(urgency: number, unfilledCost: number, candidates: readonly { p: number; cost: number }[]): number {
    const number = this.requests++;
    this.#fitRequests();
    const r = number << RECORD_SHIFT;
    this.need[number] = 0;
    this.urgency[number] = urgency;
    this.net.request[r + OPEN_COST] = unfilledCost;
    this.net.request[r + EDGES] = this.#edgeEnd;
    this.net.request[r + EDGES_END] = this.#edgeEnd;
    for (const { p, cost } of candidates) this.#appendEdge(r, p, cost, OPEN_EDGE);
    return number;
  }

  /** Somebody without edges yet. */
  addPerson(capacity: number): number {
    const p = this.people++;
    this.#fitPeople();
    this.net.capacity[p] = capacity;
    know(this.net.known, p);
    return p;
  }

  /** Every place asked for may be taken, and one more for a moment while an edge is admitted. */
  addPlaces(by: number): void {
    this.#places += by;
    const wanted = (this.#places + 2) * SLOT_RECORD;
    if (wanted > this.net.slot.length) this.net.slot = grown(this.net.slot, wanted);
  }

  pinsOf(at: number): number {
    const { request, shut } = this.net;
    const r = at << RECORD_SHIFT;
    let pins = 0;
    for (let e = request[r + EDGES]!; e < request[r + EDGES_END]!; e++) if (shut[e] === PINNED_EDGE) pins++;
    return pins;
  }

  pair(request: number, person: number): Pair {
    const at = this.requestAt(request);
    const p = this.personAt(person);
    const r = at << RECORD_SHIFT;
    const end = this.net.request[r + EDGES_END]!;
    for (let e = this.net.request[r + EDGES]!; e < end; e++) if (this.net.edgePerson[e] === p) return { at, r, p, e };
    throw new ProblemError("unknown-edge", { request, person }, Number.NaN);
  }

  requestAt(number: number): number {
    if (!(number >= 0 && number < this.requests))
      throw new ProblemError("unknown-request", { request: number }, number);
    return number < this.#requestAt.length ? this.#requestAt[number]! : number;
  }

  personAt(number: number): number {
    if (!(number >= 0 && number < this.people)) throw new ProblemError("unknown-person", { person: number }, number);
    return number < this.#personAt.length ? this.#personAt[number]! : number;
  }

  personNumber(p: number): number {
    return p < this.#personNumber.length ? this.#personNumber[p]! : p;
  }

  /** Adds an edge to a request whose edges do not stand last: all of them move to the end first. */
  addEdge(r: number, p: number, cost: number): void {
    const { request } = this.net;
    if (request[r + EDGES_END] !== this.#edgeEnd) this.#moveEdges(r);
    this.#appendEdge(r, p, cost, OPEN_EDGE);
  }

  #moveEdges(r: number): void {
    const { request, slot } = this.net;
    const from = request[r + EDGES]!;
    const to = request[r + EDGES_END]!;
    request[r + EDGES] = this.#edgeEnd;
    request[r + EDGES_END] = this.#edgeEnd;
    for (let e = from; e < to; e++) {
      const p = this.net.edgePerson[e]!;
      const state = this.net.shut[e]!;
      this.edges.request[e] = MOVED;
      this.#appendEdge(r, p, this.net.edgeCost[e]!, state);
      if (state !== IN_PLAN) continue;
      slot[slotOf(this.net, p, e) + EDGE] = this.#edgeEnd - 1;
    }
  }

  #appendEdge(r: number, p: number, cost: number, state: number): void {
    const e = this.#edgeEnd++;
    const net = this.net;
    if (e === net.edgePerson.length) {
      net.edgePerson = grown(net.edgePerson, e + 1);
      net.edgeCost = grown(net.edgeCost, e + 1);
      net.shut = grown(net.shut, e + 1);
      this.edges.request = grown(this.edges.request, e + 1);
      this.edges.next = grown(this.edges.next, e + 1);
    }
    net.edgePerson[e] = p;
    net.edgeCost[e] = cost;
    net.shut[e] = state;
    net.request[r + EDGES_END] = e + 1;
    this.edges.add(p, r, e);
  }

  #fitRequests(): void {
    if (this.requests * RECORD <= this.net.request.length) return;
    this.need = grown(this.need, this.requests);
    this.urgency = grown(this.urgency, this.requests, this.need.length);
    this.net.request = grown(this.net.request, this.requests * RECORD, this.need.length * RECORD);
    this.#outgrown();
  }

  #fitPeople(): void {
    if (this.people <= this.net.capacity.length) return;
    const net = this.net;
    net.capacity = grown(net.capacity, this.people);
    net.known = grown(net.known, wordsOfBits(net.capacity.length));
    net.personPrice = grown(net.personPrice, net.capacity.length, net.capacity.length);
    net.person = grown(net.person, net.capacity.length * PERSON_RECORD, net.capacity.length * PERSON_RECORD);
    this.edges.first = grown(this.edges.first, net.capacity.length, net.capacity.length);
    this.edges.first.fill(-1, this.people - 1);
    this.#outgrown();
  }
}
