import { EDGES, EDGES_END, type Network, RECORD } from "./network.ts";

const END = -1;
/** The request of an edge that has moved elsewhere. */
export const MOVED = -1;

/** Each person's edges, chained: what a search against the direction of the edges needs. */
export class EdgesOfPeople {
  /** The request (offset) of each edge, MOVED for one that is no more. */
  request: Int32Array;
  first: Int32Array;
  next: Int32Array;

  constructor(net: Network) {
    this.request = new Int32Array(net.edgePerson.length).fill(MOVED);
    this.next = new Int32Array(net.edgePerson.length);
    this.first = new Int32Array(net.capacity.length).fill(END);
    for (let r = 0; r < net.request.length; r += RECORD) {
      for (let e = net.request[r + EDGES]!; e < net.request[r + EDGES_END]!; e++) this.add(net.edgePerson[e]!, r, e);
    }
  }

  add(p: number, r: number, e: number): void {
    this.request[e] = r;
    this.next[e] = this.first[p]!;
    this.first[p] = e;
  }
}
