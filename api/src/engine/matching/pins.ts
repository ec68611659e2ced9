import { PINNED, type Problem } from "./problem.ts";

export interface Pins {
  readonly ofRequest: Int32Array;
  readonly ofPerson: Int32Array;
}

/** How many places pins take from each request and person; undefined when there is no pin. */
export function pinsOf({ need, capacity, edgeStart, edgePerson, hold }: Problem): Pins | undefined {
  if (!hold.includes(PINNED)) return undefined;
  const ofRequest = new Int32Array(need.length);
  const ofPerson = new Int32Array(capacity.length);
  for (let r = 0; r < need.length; r++) {
    for (let e = edgeStart[r]!; e < edgeStart[r + 1]!; e++) {
      if (hold[e] !== PINNED) continue;
      ofRequest[r]! += 1;
      ofPerson[edgePerson[e]!]! += 1;
    }
  }
  return { ofRequest, ofPerson };
}
