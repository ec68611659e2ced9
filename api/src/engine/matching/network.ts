/**
 * The residual network that the searches walk, in records of 32-bit numbers: a request or person fills half a cache line.
 * Nodes are named by the offset of their record, so that no multiplication is needed on the way.
 */
export interface Network {
  readonly requests: number;
  readonly people: number;
  readonly request: Int32Array;
  readonly person: Int32Array;
  /** Pairs in the problem's order for each request: person offset (its complement when assigned or held), cost. */
  readonly edge: Int32Array;
  /** Pairs: request offset, edge offset. Those of one person are together, the taken ones first. */
  readonly slot: Int32Array;
  /** Number in the problem of each request and person of the network. */
  readonly requestNumber: Int32Array;
  readonly personNumber: Int32Array;
}

/** Words of a record. */
export const RECORD = 8;

export const PRICE = 0;
/** Distance in the search under way, FAR outside of one. */
export const DISTANCE = 1;
/** Where the search came from: a request's person and slot, a person's request and edge. */
export const PARENT = 2;
export const PARENT_LINK = 3;

/** Of a request: cost of an open place, open places, edges from and to. */
export const OPEN_COST = 4;
export const OPEN = 5;
export const EDGES = 6;
export const EDGES_END = 7;

/** Of a person: places left, places taken, where the slots begin. */
export const PLACES = 4;
export const TAKEN = 5;
export const SLOTS = 6;

export const FAR = 0x7fffffff;
