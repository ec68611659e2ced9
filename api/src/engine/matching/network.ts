import { pinsOf } from "./pins.ts";
import type { Plan } from "./plan.ts";
import { BARRED, FREE, PINNED, type Problem } from "./problem.ts";

/**
 * The residual network that the searches walk. A request or a person is a record of 32-bit words, half a cache line, named
 * by its offset or its number; prices of people stand apart because nearly every edge that is looked at is
 * refused by price alone. A zeroed record is a person whom no search has met, so people cost nothing until then.
 */
export interface Network {
  request: Int32Array;
  /** Records of people. */
  person: Int32Array;
  personPrice: Int32Array;
  capacity: Int32Array;
  /**
   * One bit a person: their record is worth reading. Without it the person has a place left and costs nothing, as nearly
   * everybody does where people are plenty; a million bits stay in the near cache, a million prices do not.
   */
  known: Int32Array;
  edgePerson: Int32Array;
  edgeCost: Int32Array;
  /** Whether a search may enter an edge: OPEN_EDGE, IN_PLAN, PINNED_EDGE or BARRED_EDGE. */
  shut: Uint8Array;
  /** One for each place taken; those of a person are chained. The first is never used: offset 0 means none. */
  slot: Int32Array;
  slotEnd: number;
  /** Slots given back, chained. */
  freeSlot: number;
}

/** Words of a record; offsets are numbers shifted by RECORD_SHIFT. */
export const RECORD = 8;
export const RECORD_SHIFT = 3;

/** Distance in the search under way, counted up from NEAREST so that 0 can mean: not met. */
export const DISTANCE = 0;
export const NEAREST = -0x7fffffff;

/** Of a request: price, the slot from which the search came, cost of an open place, open places, edges from and to. */
export const PRICE = 1;
export const FROM_SLOT = 2;
export const OPEN_COST = 3;
export const OPEN = 4;
export const EDGES = 5;
export const EDGES_END = 6;

/**
 * A person's record is half as long, for most of a large city's memory is people. Its words: where the search under way keeps
 * what it knows of them (0: not met), how many places are taken, the first slot, and one to write to that nobody reads.
 */
export const PERSON_RECORD = 4;
export const PERSON_SHIFT = 2;
export const MET = 0;
export const USED = 1;
export const SLOTS = 2;
export const SPARE = 3;

/** Words of a slot: the request, its edge, the person, the person's next slot. */
export const SLOT_RECORD = 4;
export const EDGE = 1;
export const PERSON = 2;
export const NEXT = 3;

export const NONE = 0;

/** Free to enter; held, so that no search moves them; taken. The first three are the holds of the problem. */
export const OPEN_EDGE = FREE;
export const PINNED_EDGE = PINNED;
export const BARRED_EDGE = BARRED;
export const IN_PLAN = 3;

/** Pinned or taken: the odd ones. */
export const isPlanned = (state: number): boolean => (state & 1) !== 0;

/** Puts a plan's assignments and prices into a fresh network of its problem. */
export function resume(net: Network, problem: Problem, plan: Plan): void {
  net.personPrice.set(plan.personPrice);
  let next = 0;
  for (let r = 0; r < problem.need.length; r++) {
    const node = r << RECORD_SHIFT;
    net.request[node + PRICE] = plan.requestPrice[r]!;
    net.request[node + OPEN] = plan.unfilled[r]!;
    for (; next < plan.assigned.length && plan.assigned[next]! < problem.edgeStart[r + 1]!; next++) {
      const e = plan.assigned[next]!;
      if (net.shut[e] === OPEN_EDGE) takePlace(net, problem.edgePerson[e]!, node, e);
    }
  }
}

/** The network of a problem, with nothing assigned and all prices 0. Shares the problem's edges and never writes to them. */
export function networkOf(problem: Problem): Network {
  const { need, capacity, unfilledCost, edgeStart, edgePerson, edgeCost, hold } = problem;
  const pins = pinsOf(problem);
  const request = new Int32Array(need.length * RECORD);
  let places = 0;
  for (let r = 0; r < need.length; r++) {
    const node = r << RECORD_SHIFT;
    request[node + OPEN_COST] = unfilledCost[r]!;
    request[node + EDGES] = edgeStart[r]!;
    request[node + EDGES_END] = edgeStart[r + 1]!;
    places += Math.min(need[r]!, edgeStart[r + 1]! - edgeStart[r]!);
  }
  const left = pins === undefined ? capacity : capacity.map((places, p) => places - pins.ofPerson[p]!);
  const known = new Int32Array(wordsOfBits(capacity.length));
  for (let p = 0; p < left.length; p++) if (left[p] === 0) know(known, p);
  return {
    request,
    person: new Int32Array(capacity.length * PERSON_RECORD),
    // Filled although it is empty: a price is read before it is written, and a page that is read first is mapped twice.
    personPrice: new Int32Array(capacity.length).fill(0),
    capacity: left,
    known,
    edgePerson,
    edgeCost,
    shut: hold.slice(),
    slot: new Int32Array((places + 1) * SLOT_RECORD),
    slotEnd: SLOT_RECORD,
    freeSlot: NONE,
  };
}

/** Words that hold one bit for each person. */
export const wordsOfBits = (people: number): number => (people + 31) >> 5;

/** Says that a person may be full or cost something. Nothing takes it back: a record read in vain does no harm. */
export function know(known: Int32Array, p: number): void {
  known[p >> 5]! |= 1 << (p & 31);
}

export function isKnown(known: Int32Array, p: number): boolean {
  return ((known[p >> 5]! >>> (p & 31)) & 1) !== 0;
}

/** Takes a free place of person `p` for request `r` (an offset) over edge `e`. */
export function takePlace(net: Network, p: number, r: number, e: number): void {
  const { person, slot, shut } = net;
  const v = p << PERSON_SHIFT;
  let s = net.freeSlot;
  if (s === NONE) {
    s = net.slotEnd;
    net.slotEnd = s + SLOT_RECORD;
  } else {
    net.freeSlot = slot[s + NEXT]!;
  }
  slot[s] = r;
  slot[s + EDGE] = e;
  slot[s + PERSON] = p;
  slot[s + NEXT] = person[v + SLOTS]!;
  person[v + SLOTS] = s;
  const used = person[v + USED]! + 1;
  person[v + USED] = used;
  if (used >= net.capacity[p]!) know(net.known, p);
  shut[e] = IN_PLAN;
}

/** Gives a taken place back. */
export function givePlace(net: Network, s: number): void {
  const { person, slot, shut } = net;
  const v = slot[s + PERSON]! << PERSON_SHIFT;
  if (person[v + SLOTS] === s) {
    person[v + SLOTS] = slot[s + NEXT]!;
  } else {
    let before = person[v + SLOTS]!;
    while (slot[before + NEXT] !== s) before = slot[before + NEXT]!;
    slot[before + NEXT] = slot[s + NEXT]!;
  }
  person[v + USED]! -= 1;
  shut[slot[s + EDGE]!] = OPEN_EDGE;
  slot[s + NEXT] = net.freeSlot;
  net.freeSlot = s;
}

/** The slot over which person `p` is in the plan by edge `e`. */
export function slotOf(net: Network, p: number, e: number): number {
  let s = net.person[(p << PERSON_SHIFT) + SLOTS]!;
  while (s !== NONE && net.slot[s + EDGE] !== e) s = net.slot[s + NEXT]!;
  if (s === NONE) throw new Error(`edge ${e} has no slot`);
  return s;
}

export function isFull(net: Network, p: number): boolean {
  return net.person[(p << PERSON_SHIFT) + USED]! >= net.capacity[p]!;
}
