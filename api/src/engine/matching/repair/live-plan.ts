import { EdgesOfPeople, MOVED } from "../edges-of-people.ts";
import {
  BARRED_EDGE,
  EDGE,
  EDGES,
  EDGES_END,
  givePlace,
  IN_PLAN,
  know,
  NEXT,
  type Network,
  NONE,
  networkOf,
  OPEN,
  OPEN_COST,
  OPEN_EDGE,
  PINNED_EDGE,
  PRICE,
  RECORD,
  RECORD_SHIFT,
  resume,
  SLOT_RECORD,
  SLOTS,
  slotOf,
  takePlace,
  USED,
  wordsOfBits,
} from "../network.ts";
import type { Plan } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { ProblemError } from "../problem-error.ts";
import { Pull } from "../pull.ts";
import { inverse, renumber, renumberPlan } from "../renumber.ts";
import { Search } from "../search.ts";
import { grown } from "./grown.ts";

/** A candidate of a request or person that arrives: the number at the other end, and the cost. */
export interface NewEdge {
  readonly to: number;
  readonly cost: number;
}

export interface NewRequest {
  readonly need: number;
  readonly urgency: number;
  readonly unfilledCost: number;
  readonly people: readonly NewEdge[];
}

export interface NewPerson {
  readonly capacity: number;
  readonly requests: readonly NewEdge[];
}

export interface Snapshot {
  readonly problem: Problem;
  /** Edges of that problem, rising. */
  readonly assigned: Int32Array;
  readonly unfilled: Int32Array;
  readonly requestPrice: Int32Array;
  readonly personPrice: Int32Array;
}

/** Room for what arrives in a day, so that no event has to wait while arrays are copied. */
function withHeadroom(count: number): number {
  return Math.ceil(count * 1.2) + 64;
}

/**
 * A plan that stays optimal while the city changes: each event costs a search or two among the neighbours and leaves the
 * plan, with its proof, as a solve from scratch would have made it. Requests and people keep the numbers of the problem;
 * those that arrive get the next ones.
 */
export class LivePlan {
  readonly #net: Network;
  readonly #search: Search;
  readonly #pull: Pull;
  readonly #edges: EdgesOfPeople;
  /** Neighbours stand together inside: where each request and person of the problem stands. Those who arrived stand at their number. */
  readonly #requestAt: Int32Array;
  readonly #personAt: Int32Array;
  readonly #personNumber: Int32Array;
  #need: Int32Array;
  #urgency: Uint8Array;
  /** Sum of all needs. */
  #places: number;
  #requests: number;
  #people: number;
  #edgeEnd: number;

  /** Continues from a plan of this problem; the problem itself is never written to. Takes time in proportion to the city. */
  constructor(original: Problem, plan: Plan) {
    const near = renumber(original, 0);
    const problem = near.problem;
    const net = networkOf(problem);
    this.#net = net;
    this.#requestAt = inverse(near.requestNumber);
    this.#personAt = inverse(near.personNumber);
    this.#personNumber = near.personNumber;
    resume(net, problem, renumberPlan(plan, original, near));
    const edges = withHeadroom(problem.edgePerson.length);
    const people = withHeadroom(problem.capacity.length);
    net.edgePerson = grown(net.edgePerson, edges, edges);
    net.edgeCost = grown(net.edgeCost, edges, edges);
    net.shut = grown(net.shut, edges, edges);
    net.capacity = grown(net.capacity, people, people);
    net.known = grown(net.known, wordsOfBits(people), wordsOfBits(people));
    net.personPrice = grown(net.personPrice, people, people);
    net.person = grown(net.person, people * RECORD, people * RECORD);
    const requests = withHeadroom(problem.need.length);
    net.request = grown(net.request, requests * RECORD, requests * RECORD);
    this.#need = grown(problem.need, requests, requests);
    this.#urgency = grown(problem.urgency, requests, requests);
    this.#places = problem.need.reduce((sum, need) => sum + need, 0);
    this.#fitSlots();
    this.#requests = problem.need.length;
    this.#people = problem.capacity.length;
    this.#edgeEnd = problem.edgePerson.length;
    this.#edges = new EdgesOfPeople(net);
    this.#search = new Search(net);
    this.#pull = new Pull(net, this.#edges);
  }

  get requests(): number {
    return this.#requests;
  }

  get people(): number {
    return this.#people;
  }

  requestArrives({ need, urgency, unfilledCost, people }: NewRequest): number {
    const number = this.#requests;
    const candidates = people.map(({ to, cost }) => ({ p: this.#personIndex(to), cost }));
    this.#requests++;
    this.#fitRequests();
    const r = number << RECORD_SHIFT;
    this.#need[number] = 0;
    this.#urgency[number] = urgency;
    this.#net.request[r + OPEN_COST] = unfilledCost;
    this.#net.request[r + EDGES] = this.#edgeEnd;
    this.#net.request[r + EDGES_END] = this.#edgeEnd;
    for (const { p, cost } of candidates) this.#appendEdge(r, p, cost, OPEN_EDGE);
    this.requestGrows(number, need);
    return number;
  }

  requestGrows(number: number, by: number): void {
    const at = this.#requestIndex(number);
    this.#need[at]! += by;
    this.#places += by;
    this.#fitSlots();
    for (let unit = 0; unit < by; unit++) this.#search.place(at << RECORD_SHIFT);
  }

  requestShrinks(number: number, by: number): void {
    const at = this.#requestIndex(number);
    if (by > this.#need[at]! - this.#pinsOf(at)) throw new ProblemError("need", { request: number }, by);
    this.#need[at]! -= by;
    this.#places -= by;
    for (let unit = 0; unit < by; unit++) this.#dropUnit(at << RECORD_SHIFT);
  }

  /** Pins of a request end with it. */
  requestWithdrawn(number: number): void {
    const at = this.#requestIndex(number);
    const { request, edgePerson, shut, capacity } = this.#net;
    const r = at << RECORD_SHIFT;
    const freed: number[] = [];
    for (let e = request[r + EDGES]!; e < request[r + EDGES_END]!; e++) {
      const p = edgePerson[e]!;
      if (shut[e] === PINNED_EDGE) {
        shut[e] = OPEN_EDGE;
        capacity[p]! += 1;
        freed.push(p);
      } else if (shut[e] === IN_PLAN) {
        givePlace(this.#net, slotOf(this.#net, p, e));
        freed.push(p);
      }
    }
    this.#places -= this.#need[at]!;
    this.#need[at] = 0;
    request[r + OPEN] = 0;
    request[r + PRICE] = 0;
    for (const p of freed) this.#pull.offer(p);
  }

  personArrives({ capacity, requests }: NewPerson): number {
    const p = this.#people;
    const candidates = requests.map(({ to, cost }) => ({ r: this.#requestIndex(to) << RECORD_SHIFT, cost }));
    this.#people++;
    this.#fitPeople();
    this.#net.capacity[p] = capacity;
    know(this.#net.known, p);
    let price = 0;
    for (const { r, cost } of candidates) price = Math.max(price, this.#net.request[r + PRICE]! - cost);
    this.#net.personPrice[p] = price;
    for (const { r, cost } of candidates) this.#addEdge(r, p, cost);
    this.#pull.offer(p);
    return p;
  }

  personGains(number: number, by: number): void {
    const p = this.#personIndex(number);
    this.#net.capacity[p]! += by;
    this.#pull.offer(p);
  }

  personLoses(number: number, by: number): void {
    const p = this.#personIndex(number);
    if (by > this.#net.capacity[p]!) throw new ProblemError("capacity", { person: number }, by);
    this.#net.capacity[p]! -= by;
    this.#displaceBeyondCapacity(p);
  }

  /** Pins on a person who cancels end with it. */
  personCancels(number: number): void {
    const p = this.#personIndex(number);
    const { shut } = this.#net;
    const { first, next, request } = this.#edges;
    const left: number[] = [];
    for (let e = first[p]!; e >= 0; e = next[e]!) {
      if (request[e] === MOVED || shut[e] !== PINNED_EDGE) continue;
      shut[e] = BARRED_EDGE;
      left.push(request[e]!);
    }
    this.#net.capacity[p] = 0;
    this.#displaceBeyondCapacity(p);
    for (const r of left) this.#search.place(r);
  }

  /** From now on the pair is in every plan. Refused when the request or the person has no place that is not pinned already. */
  pin(request: number, person: number): void {
    const { e, at, p, r } = this.#pair(request, person);
    const { shut, capacity } = this.#net;
    if (shut[e] === PINNED_EDGE) return;
    if (shut[e] === BARRED_EDGE) throw new ProblemError("hold", { request, person }, e);
    if (capacity[p] === 0 || this.#pinsOf(at) === this.#need[at]) throw new ProblemError("pin", { request, person }, e);
    const planned = shut[e] === IN_PLAN;
    if (planned) givePlace(this.#net, slotOf(this.#net, p, e));
    shut[e] = PINNED_EDGE;
    capacity[p]! -= 1;
    know(this.#net.known, p);
    if (planned) return;
    this.#displaceBeyondCapacity(p);
    this.#dropUnit(r);
  }

  unpin(request: number, person: number): void {
    const { e, p, r } = this.#pair(request, person);
    const { shut, capacity } = this.#net;
    if (shut[e] !== PINNED_EDGE) return;
    capacity[p]! += 1;
    shut[e] = OPEN_EDGE;
    if (this.#reducedCost(r, p, e) <= 0) {
      takePlace(this.#net, p, r, e);
      return;
    }
    this.#search.place(r);
    this.#pull.offer(p);
  }

  /** From now on the pair is in no plan. */
  bar(request: number, person: number): void {
    const { e, p, r } = this.#pair(request, person);
    const { shut } = this.#net;
    if (shut[e] === BARRED_EDGE) return;
    if (shut[e] === PINNED_EDGE) this.unpin(request, person);
    const planned = shut[e] === IN_PLAN;
    if (planned) givePlace(this.#net, slotOf(this.#net, p, e));
    shut[e] = BARRED_EDGE;
    if (!planned) return;
    this.#search.place(r);
    this.#pull.offer(p);
  }

  unbar(request: number, person: number): void {
    const { e, p, r } = this.#pair(request, person);
    if (this.#net.shut[e] !== BARRED_EDGE) return;
    this.#net.shut[e] = OPEN_EDGE;
    this.#admit(r, p, e);
  }

  /** Whether the pair is in the plan now, pinned or chosen. */
  has(request: number, person: number): boolean {
    const state = this.#net.shut[this.#pair(request, person).e];
    return state === IN_PLAN || state === PINNED_EDGE;
  }

  openPlaces(request: number): number {
    return this.#net.request[(this.#requestIndex(request) << RECORD_SHIFT) + OPEN]!;
  }

  /** Places filled that are not pinned. */
  filledPlaces(request: number): number {
    const at = this.#requestIndex(request);
    return this.#need[at]! - this.openPlaces(request) - this.#pinsOf(at);
  }

  /** Places of a person that are not pinned, taken or not. */
  placesOf(person: number): number {
    return this.#net.capacity[this.#personIndex(person)]!;
  }

  /** The problem as it is now, and the plan with its prices. Takes time in proportion to the city. */
  snapshot(): Snapshot {
    const { request, edgePerson, edgeCost, shut, capacity, personPrice } = this.#net;
    const numbers = Int32Array.from({ length: this.#requests }, (_, number) => this.#requestIndex(number));
    const people = Int32Array.from({ length: this.#people }, (_, number) => this.#personIndex(number));
    const ofRequest = (word: number) => numbers.map((at) => request[(at << RECORD_SHIFT) + word]!);
    const edgeStart = new Int32Array(this.#requests + 1);
    const edges: number[] = [];
    const places = people.map((p) => capacity[p]!);
    for (const [number, at] of numbers.entries()) {
      for (let e = request[(at << RECORD_SHIFT) + EDGES]!; e < request[(at << RECORD_SHIFT) + EDGES_END]!; e++) {
        edges.push(e);
        if (shut[e] === PINNED_EDGE) places[this.#personOf(edgePerson[e]!)]! += 1;
      }
      edgeStart[number + 1] = edges.length;
    }
    const problem: Problem = {
      need: numbers.map((at) => this.#need[at]!),
      urgency: Uint8Array.from(numbers, (at) => this.#urgency[at]!),
      unfilledCost: ofRequest(OPEN_COST),
      capacity: places,
      edgeStart,
      edgePerson: Int32Array.from(edges, (e) => this.#personOf(edgePerson[e]!)),
      edgeCost: Int32Array.from(edges, (e) => edgeCost[e]!),
      hold: Uint8Array.from(edges, (e) => Math.max(0, shut[e]! - 1)),
    };
    const inPlan = (e: number) => shut[e] === IN_PLAN || shut[e] === PINNED_EDGE;
    const assigned = Int32Array.from([...edges.keys()].filter((at) => inPlan(edges[at]!)));
    const personPrices = people.map((p) => personPrice[p]!);
    return { problem, assigned, unfilled: ofRequest(OPEN), requestPrice: ofRequest(PRICE), personPrice: personPrices };
  }

  #dropUnit(r: number): void {
    if (this.#net.request[r + OPEN]! > 0) this.#net.request[r + OPEN]! -= 1;
    else this.#pull.release(r);
  }

  #displaceBeyondCapacity(p: number): void {
    const { person, capacity, known } = this.#net;
    know(known, p);
    while (person[(p << RECORD_SHIFT) + USED]! > capacity[p]!) this.#search.displace(p);
  }

  #reducedCost(r: number, p: number, e: number): number {
    return this.#net.edgeCost[e]! + this.#net.personPrice[p]! - this.#net.request[r + PRICE]!;
  }

  /** Takes a new edge in: one that prices would have used is used, and whoever is now too many moves on. */
  #admit(r: number, p: number, e: number): void {
    if (this.#reducedCost(r, p, e) >= 0) return;
    takePlace(this.#net, p, r, e);
    this.#dropUnit(r);
    this.#displaceBeyondCapacity(p);
  }

  #pinsOf(number: number): number {
    const { request, shut } = this.#net;
    const r = number << RECORD_SHIFT;
    let pins = 0;
    for (let e = request[r + EDGES]!; e < request[r + EDGES_END]!; e++) if (shut[e] === PINNED_EDGE) pins++;
    return pins;
  }

  #pair(request: number, person: number): { at: number; r: number; p: number; e: number } {
    const at = this.#requestIndex(request);
    const p = this.#personIndex(person);
    const r = at << RECORD_SHIFT;
    const end = this.#net.request[r + EDGES_END]!;
    for (let e = this.#net.request[r + EDGES]!; e < end; e++) if (this.#net.edgePerson[e] === p) return { at, r, p, e };
    throw new ProblemError("unknown-edge", { request, person }, Number.NaN);
  }

  #requestIndex(number: number): number {
    if (!(number >= 0 && number < this.#requests))
      throw new ProblemError("unknown-request", { request: number }, number);
    return number < this.#requestAt.length ? this.#requestAt[number]! : number;
  }

  #personIndex(number: number): number {
    if (!(number >= 0 && number < this.#people)) throw new ProblemError("unknown-person", { person: number }, number);
    return number < this.#personAt.length ? this.#personAt[number]! : number;
  }

  #personOf(p: number): number {
    return p < this.#personNumber.length ? this.#personNumber[p]! : p;
  }

  /** Adds an edge to a request whose edges do not stand last: all of them move to the end first. */
  #addEdge(r: number, p: number, cost: number): void {
    const { request } = this.#net;
    if (request[r + EDGES_END] !== this.#edgeEnd) this.#moveEdges(r);
    this.#appendEdge(r, p, cost, OPEN_EDGE);
  }

  #moveEdges(r: number): void {
    const { request, person, slot } = this.#net;
    const from = request[r + EDGES]!;
    const to = request[r + EDGES_END]!;
    request[r + EDGES] = this.#edgeEnd;
    request[r + EDGES_END] = this.#edgeEnd;
    for (let e = from; e < to; e++) {
      const p = this.#net.edgePerson[e]!;
      const state = this.#net.shut[e]!;
      this.#edges.request[e] = MOVED;
      this.#appendEdge(r, p, this.#net.edgeCost[e]!, state);
      if (state !== IN_PLAN) continue;
      let s = person[(p << RECORD_SHIFT) + SLOTS]!;
      while (s !== NONE && slot[s + EDGE] !== e) s = slot[s + NEXT]!;
      slot[s + EDGE] = this.#edgeEnd - 1;
    }
  }

  #appendEdge(r: number, p: number, cost: number, state: number): void {
    const e = this.#edgeEnd++;
    const net = this.#net;
    if (e === net.edgePerson.length) {
      net.edgePerson = grown(net.edgePerson, e + 1);
      net.edgeCost = grown(net.edgeCost, e + 1);
      net.shut = grown(net.shut, e + 1);
      this.#edges.request = grown(this.#edges.request, e + 1);
      this.#edges.next = grown(this.#edges.next, e + 1);
    }
    net.edgePerson[e] = p;
    net.edgeCost[e] = cost;
    net.shut[e] = state;
    net.request[r + EDGES_END] = e + 1;
    this.#edges.add(p, r, e);
  }

  #fitRequests(): void {
    if (this.#requests * RECORD <= this.#net.request.length) return;
    this.#need = grown(this.#need, this.#requests);
    this.#urgency = grown(this.#urgency, this.#requests, this.#need.length);
    this.#net.request = grown(this.#net.request, this.#requests * RECORD, this.#need.length * RECORD);
    this.#search.fit();
    this.#pull.fit();
  }

  #fitPeople(): void {
    if (this.#people <= this.#net.capacity.length) return;
    const net = this.#net;
    net.capacity = grown(net.capacity, this.#people);
    net.known = grown(net.known, wordsOfBits(net.capacity.length));
    net.personPrice = grown(net.personPrice, net.capacity.length, net.capacity.length);
    net.person = grown(net.person, net.capacity.length * RECORD, net.capacity.length * RECORD);
    this.#edges.first = grown(this.#edges.first, net.capacity.length, net.capacity.length);
    this.#edges.first.fill(-1, this.#people - 1);
    this.#search.fit();
    this.#pull.fit();
  }

  /** Every place asked for may be taken, and one more for a moment while an edge is admitted. */
  #fitSlots(): void {
    const wanted = (this.#places + 2) * SLOT_RECORD;
    if (wanted > this.#net.slot.length) this.#net.slot = grown(this.#net.slot, wanted);
  }
}
