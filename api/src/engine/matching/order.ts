import type { Order } from "./network.ts";
import type { Problem } from "./problem.ts";

/**
 * Puts requests that share people next to each other, and people in the order in which those requests name them
 * (breadth first). A search then stays within a few pages of memory. The seed chooses where the walk begins, and with it
 * which of several equally good plans is found.
 */
export function nearbyOrder(problem: Problem, seed: number): Order {
  const { need, capacity, edgeStart, edgePerson } = problem;
  const requests = need.length;
  const lastNaming = new Int32Array(capacity.length).fill(-1);
  const sameBefore = new Int32Array(edgePerson.length);
  const requestOf = new Int32Array(edgePerson.length);
  for (let r = 0; r < requests; r++) {
    for (let e = edgeStart[r]!; e < edgeStart[r + 1]!; e++) {
      const p = edgePerson[e]!;
      sameBefore[e] = lastNaming[p]!;
      lastNaming[p] = e;
      requestOf[e] = r;
    }
  }
  const queue = new Int32Array(requests);
  const people = new Int32Array(capacity.length);
  const queued = new Uint8Array(requests);
  const placed = new Uint8Array(capacity.length);
  let queueEnd = 0;
  let peopleEnd = 0;
  const first = requests > 0 ? startOf(seed, requests) : 0;
  for (let next = 0, step = 0; next < requests; next++) {
    if (next === queueEnd) {
      while (queued[(first + step) % requests]) step++;
      const r = (first + step) % requests;
      queued[r] = 1;
      queue[queueEnd++] = r;
    }
    const r = queue[next]!;
    for (let e = edgeStart[r]!; e < edgeStart[r + 1]!; e++) {
      const p = edgePerson[e]!;
      if (placed[p]) continue;
      placed[p] = 1;
      people[peopleEnd++] = p;
      for (let f = lastNaming[p]!; f >= 0; f = sameBefore[f]!) {
        const other = requestOf[f]!;
        if (queued[other]) continue;
        queued[other] = 1;
        queue[queueEnd++] = other;
      }
    }
  }
  for (let p = 0; p < capacity.length; p++) if (!placed[p]) people[peopleEnd++] = p;
  return { requests: queue, people };
}

/** A request chosen by the seed: a 32-bit integer hash, so that neighbouring seeds begin far apart. */
function startOf(seed: number, requests: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % requests;
}
