import type { Plan } from "../../../api/src/engine/matching/plan.ts";
import type { Problem } from "../../../api/src/engine/matching/problem.ts";
import { SolverThreads } from "../../../api/src/platform/solver/solver-threads.ts";

export interface SplitTimes {
  /** Parts of the graph that share nobody, and the share of all edges that the largest has. */
  readonly components: number;
  readonly largest: number;
  /** Seconds by the clock, the best of some runs: finding the parts and copying them out, and everything until the last part is solved. */
  readonly splitting: number;
  readonly split: number;
  /** The whole, handed to one thread and copied there too. */
  readonly whole: number;
}

/**
 * Times the other way of solving: by components on two threads, where parts that share nobody are solved apart, so that the sum
 * of their plans is the best plan of the whole.
 */
export async function timeSplit(problem: Problem, runs: number): Promise<SplitTimes> {
  const threads = new SolverThreads(2);
  const solved = (parts: readonly Problem[]) => Promise.all(parts.map((part) => threads.solve({ problem: part })));
  const cost = (plans: readonly Plan[]) => plans.reduce((sum, { objective }) => sum + objective, 0);
  let best = { splitting: Infinity, split: Infinity, whole: Infinity };
  const component = componentOf(problem);
  try {
    for (let run = 0; run < runs; run++) {
      const began = performance.now();
      const parts = partsOf(problem, componentOf(problem), 2);
      const splitting = (performance.now() - began) / 1000;
      const apart = await solved(parts);
      const split = (performance.now() - began) / 1000;
      const beganWhole = performance.now();
      const together = await solved([problem]);
      const whole = (performance.now() - beganWhole) / 1000;
      if (cost(apart) !== cost(together)) throw new Error("the parts cost something else than the whole");
      best = {
        splitting: Math.min(best.splitting, splitting),
        split: Math.min(best.split, split),
        whole: Math.min(best.whole, whole),
      };
    }
  } finally {
    await threads.close();
  }
  const sizes = edgesByComponent(problem, component);
  const largest = Math.max(...sizes.values()) / problem.edgePerson.length;
  return { components: sizes.size, largest: Number(largest.toFixed(3)), ...best };
}

/** The component of each request: the number of one of its requests. */
function componentOf({ need, capacity, edgeStart, edgePerson }: Problem): Int32Array {
  const parent = Int32Array.from(need, (_, r) => r);
  const root = (r: number): number => {
    let at = r;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const namedBy = new Int32Array(capacity.length).fill(-1);
  for (let r = 0; r < need.length; r++) {
    for (let e = edgeStart[r]!; e < edgeStart[r + 1]!; e++) {
      const other = namedBy[edgePerson[e]!]!;
      if (other < 0) namedBy[edgePerson[e]!] = r;
      else parent[root(r)] = root(other);
    }
  }
  return parent.map((_, r) => root(r));
}

function edgesByComponent({ edgeStart }: Problem, component: Int32Array): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const [r, of] of component.entries()) sizes.set(of, (sizes.get(of) ?? 0) + edgeStart[r + 1]! - edgeStart[r]!);
  return sizes;
}

/** As many problems of about the same size, each of whole components: the largest first, always to the smallest part. */
function partsOf(problem: Problem, component: Int32Array, count: number): Problem[] {
  const sizes = [...edgesByComponent(problem, component)].sort((a, b) => b[1] - a[1]);
  const filled = new Array<number>(count).fill(0);
  const partOf = new Map<number, number>();
  for (const [of, size] of sizes) {
    const part = filled.indexOf(Math.min(...filled));
    filled[part]! += size;
    partOf.set(of, part);
  }
  const requests = Array.from({ length: count }, (): number[] => []);
  for (const [r, of] of component.entries()) requests[partOf.get(of)!]!.push(r);
  return requests.map((numbers, part) => copied(problem, numbers, filled[part]!));
}

function copied(problem: Problem, requests: readonly number[], edges: number): Problem {
  const { need, urgency, unfilledCost, capacity, edgeStart, edgePerson, edgeCost, hold } = problem;
  const numberOf = new Int32Array(capacity.length).fill(-1);
  const places: number[] = [];
  const part = {
    need: Int32Array.from(requests, (r) => need[r]!),
    urgency: Uint8Array.from(requests, (r) => urgency[r]!),
    unfilledCost: Int32Array.from(requests, (r) => unfilledCost[r]!),
    edgeStart: new Int32Array(requests.length + 1),
    edgePerson: new Int32Array(edges),
    edgeCost: new Int32Array(edges),
    hold: new Uint8Array(edges),
  };
  let end = 0;
  for (const [at, r] of requests.entries()) {
    for (let e = edgeStart[r]!; e < edgeStart[r + 1]!; e++, end++) {
      const person = edgePerson[e]!;
      if (numberOf[person]! < 0) {
        numberOf[person] = places.length;
        places.push(capacity[person]!);
      }
      part.edgePerson[end] = numberOf[person]!;
      part.edgeCost[end] = edgeCost[e]!;
      part.hold[end] = hold[e]!;
    }
    part.edgeStart[at + 1] = end;
  }
  return { ...part, capacity: Int32Array.from(places) };
}
