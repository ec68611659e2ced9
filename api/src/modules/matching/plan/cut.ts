import type { Plan } from "../../../engine/matching/plan.ts";
import { BARRED, type Problem } from "../../../engine/matching/problem.ts";

/** Requests that compete for the same people, all of whom are taken. */
export interface Cut {
  readonly requests: number;
  readonly people: number;
}

/** More than this many say the same: "very many". */
const mostRequests = 2_000;

/**
 * Why a request stays open although people fit it: everybody who could come is taken by requests, whose every other
 * candidate is taken too, and so on. Null when nobody fits it at all. `holders`: the requests of each person in the plan.
 */
export function cutAround(
  request: number,
  problem: Problem,
  holders: ReadonlyMap<number, readonly number[]>,
): Cut | null {
  const requests = new Set([request]);
  const people = new Set<number>();
  for (const r of requests) {
    for (let e = problem.edgeStart[r]!; e < problem.edgeStart[r + 1]!; e++) {
      const person = problem.edgePerson[e]!;
      if (problem.hold[e] === BARRED || people.has(person)) continue;
      people.add(person);
      for (const holder of holders.get(person) ?? []) requests.add(holder);
    }
    if (requests.size >= mostRequests) break;
  }
  return people.size === 0 ? null : { requests: requests.size, people: people.size };
}

/** The requests that each person is given to. */
export function holdersOf({ edgePerson }: Problem, { assigned }: Plan, requestOf: Int32Array): Map<number, number[]> {
  const holders = new Map<number, number[]>();
  for (const edge of assigned) {
    const person = edgePerson[edge]!;
    const held = holders.get(person);
    if (held) held.push(requestOf[edge]!);
    else holders.set(person, [requestOf[edge]!]);
  }
  return holders;
}
