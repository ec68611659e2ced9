import type { Problem } from "../../../api/src/engine/matching/problem.ts";
import { OPEN_STEP } from "./city.ts";
import { randomFrom, whole } from "./random.ts";

export interface RandomGraphSize {
  readonly requests: number;
  readonly people: number;
  readonly candidates: number;
  readonly need: number;
}

/**
 * No geography at all: each request names people at random, at costs from 1 to 10,000. Everybody takes one place and need is close
 * to capacity, so that searches get long. Where need equals capacity exactly a perfect matching is hidden in it:
 * request i names person i.
 */
export function randomGraph(size: RandomGraphSize, seed: number): Problem {
  const random = randomFrom(seed);
  const edges = size.requests * size.candidates;
  const edgePerson = new Int32Array(edges);
  for (let r = 0; r < size.requests; r++) {
    const named = new Set<number>();
    if (size.requests === size.people) named.add(r);
    while (named.size < size.candidates) named.add(whole(random, 0, size.people - 1));
    edgePerson.set(
      [...named].sort((a, b) => a - b),
      r * size.candidates,
    );
  }
  return {
    need: new Int32Array(size.requests).fill(size.need),
    urgency: new Uint8Array(size.requests),
    unfilledCost: new Int32Array(size.requests).fill(OPEN_STEP),
    capacity: new Int32Array(size.people).fill(1),
    edgeStart: Int32Array.from({ length: size.requests + 1 }, (_, r) => r * size.candidates),
    edgePerson,
    edgeCost: Int32Array.from({ length: edges }, () => whole(random, 1, 10_000)),
    hold: new Uint8Array(edges),
  };
}
