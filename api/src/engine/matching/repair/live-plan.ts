import { MOVED } from "../edges-of-people.ts";
import {
  BARRED_EDGE,
  EDGES,
  EDGES_END,
  givePlace,
  IN_PLAN,
  isPlanned,
  know,
  type Network,
  OPEN,
  OPEN_EDGE,
  PERSON_SHIFT,
  PINNED_EDGE,
  PRICE,
  RECORD_SHIFT,
  slotOf,
  takePlace,
  USED,
} from "../network.ts";
import type { Plan } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { ProblemError } from "../problem-error.ts";
import { Pull } from "../pull.ts";
import { Search } from "../search.ts";
import { checkChange, checkNewPerson, checkNewRequest } from "./check-event.ts";
import { LiveCity } from "./live-city.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";

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

/**
 * A plan that stays optimal while the city changes: each event costs a search or two among the neighbours and leaves the
 * plan, with its proof, as a solve from scratch would have made it. Requests and people keep the numbers of the problem;
 * those that arrive get the next ones.
 */
export class LivePlan {
  readonly #city: LiveCity;
  readonly #net: Network;
  readonly #search: Search;
  readonly #pull: Pull;

  /** Continues from a plan of this problem; the problem itself is never written to. Takes time in proportion to the city. */
  constructor(problem: Problem, plan: Plan) {
    this.#city = new LiveCity(problem, plan, () => {
      this.#search.fit();
      this.#pull.fit();
    });
    this.#net = this.#city.net;
    this.#search = new Search(this.#net);
    this.#pull = new Pull(this.#net, this.#city.edges);
  }

  get requests(): number {
    return this.#city.requests;
  }

  get people(): number {
    return this.#city.people;
  }

  requestArrives(arrival: NewRequest): number {
    checkNewRequest(arrival, this.requests);
    const { need, urgency, unfilledCost, people } = arrival;
    const candidates = people.map(({ to, cost }) => ({ p: this.#city.personAt(to), cost }));
    const number = this.#city.addRequest(urgency, unfilledCost, candidates);
    this.requestGrows(number, need);
    return number;
  }

  requestGrows(number: number, by: number): void {
    const at = this.#city.requestAt(number);
    checkChange("need", by, this.#city.need[at]!, { request: number });
    this.#city.need[at]! += by;
    this.#city.addPlaces(by);
    for (let unit = 0; unit < by; unit++) this.#search.place(at << RECORD_SHIFT);
  }

  requestShrinks(number: number, by: number): void {
    const at = this.#city.requestAt(number);
    const { need } = this.#city;
    if (!(by >= 0 && by <= need[at]! - this.#city.pinsOf(at))) throw new ProblemError("need", { request: number }, by);
    need[at]! -= by;
    this.#city.addPlaces(-by);
    for (let unit = 0; unit < by; unit++) this.#dropUnit(at << RECORD_SHIFT);
  }

  /** Pins of a request end with it. */
  requestWithdrawn(number: number): void {
    const at = this.#city.requestAt(number);
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
    this.#city.addPlaces(-this.#city.need[at]!);
    this.#city.need[at] = 0;
    request[r + OPEN] = 0;
    request[r + PRICE] = 0;
    for (const p of freed) this.#pull.offer(p);
  }

  personArrives(arrival: NewPerson): number {
    checkNewPerson(arrival, this.people);
    const { capacity, requests } = arrival;
    const candidates = requests.map(({ to, cost }) => ({ r: this.#city.requestAt(to) << RECORD_SHIFT, cost }));
    const p = this.#city.addPerson(capacity);
    let price = 0;
    for (const { r, cost } of candidates) price = Math.max(price, this.#net.request[r + PRICE]! - cost);
    this.#net.personPrice[p] = price;
    for (const { r, cost } of candidates) this.#city.addEdge(r, p, cost);
    this.#pull.offer(p);
    return p;
  }

  personGains(number: number, by: number): void {
    const p = this.#city.personAt(number);
    checkChange("capacity", by, this.#net.capacity[p]!, { person: number });
    this.#net.capacity[p]! += by;
    this.#pull.offer(p);
  }

  personLoses(number: number, by: number): void {
    const p = this.#city.personAt(number);
    if (!(by >= 0 && by <= this.#net.capacity[p]!)) throw new ProblemError("capacity", { person: number }, by);
    this.#net.capacity[p]! -= by;
    this.#displaceBeyondCapacity(p);
  }

  /** Pins on a person who cancels end with it. */
  personCancels(number: number): void {
    const p = this.#city.personAt(number);
    const { shut } = this.#net;
    const { first, next, request } = this.#city.edges;
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
    const { e, at, p, r } = this.#city.pair(request, person);
    const { shut, capacity } = this.#net;
    if (shut[e] === PINNED_EDGE) return;
    if (shut[e] === BARRED_EDGE) throw new ProblemError("hold", { request, person }, e);
    if (capacity[p] === 0 || this.#city.pinsOf(at) === this.#city.need[at])
      throw new ProblemError("pin", { request, person }, e);
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
    const { e, p, r } = this.#city.pair(request, person);
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
    const { e, p, r } = this.#city.pair(request, person);
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
    const { e, p, r } = this.#city.pair(request, person);
    if (this.#net.shut[e] !== BARRED_EDGE) return;
    this.#net.shut[e] = OPEN_EDGE;
    this.#admit(r, p, e);
  }

  /** Whether the pair is in the plan now, pinned or chosen. */
  has(request: number, person: number): boolean {
    return isPlanned(this.#net.shut[this.#city.pair(request, person).e]!);
  }

  openPlaces(request: number): number {
    return this.#net.request[(this.#city.requestAt(request) << RECORD_SHIFT) + OPEN]!;
  }

  /** Places filled that are not pinned. */
  filledPlaces(request: number): number {
    const at = this.#city.requestAt(request);
    return this.#city.need[at]! - this.openPlaces(request) - this.#city.pinsOf(at);
  }

  /** Places of a person that are not pinned, taken or not. */
  placesOf(person: number): number {
    return this.#net.capacity[this.#city.personAt(person)]!;
  }

  /** The problem as it is now, and the plan with its prices. Takes time in proportion to the city. */
  snapshot(): Snapshot {
    return snapshotOf(this.#city);
  }

  #dropUnit(r: number): void {
    if (this.#net.request[r + OPEN]! > 0) this.#net.request[r + OPEN]! -= 1;
    else this.#pull.release(r);
  }

  #displaceBeyondCapacity(p: number): void {
    const { person, capacity, known } = this.#net;
    know(known, p);
    while (person[(p << PERSON_SHIFT) + USED]! > capacity[p]!) this.#search.displace(p);
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
}
