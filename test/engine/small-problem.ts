import { BARRED, FREE, PINNED, type Problem } from "../../api/src/engine/matching/problem.ts";
import { randomFrom, whole } from "../bench/matching/random.ts";

/** A small problem with everything that is awkward in it: ties, zero needs and capacities, people whom nobody names, pins, empty sides. */
export function smallProblem(seed: number): Problem {
  const random = randomFrom(seed);
  const requests = random() < 0.03 ? 0 : whole(random, 1, 8);
  const people = random() < 0.03 ? 0 : whole(random, 1, 9);
  const dearest = [0, 1, 3, 20, 1000][whole(random, 0, 4)]!;
  const density = 0.15 + 0.8 * random();
  const held = random() < 0.3;
  const need = Int32Array.from({ length: requests }, () => whole(random, 0, 3));
  const capacity = Int32Array.from({ length: people }, () => whole(random, 0, random() < 0.5 ? 1 : 3));
  const urgency = Uint8Array.from({ length: requests }, () => whole(random, 0, 3));
  const edgeStart = new Int32Array(requests + 1);
  const edgePerson: number[] = [];
  const edgeCost: number[] = [];
  const hold: number[] = [];
  const needLeft = need.slice();
  const capacityLeft = capacity.slice();
  for (let r = 0; r < requests; r++) {
    for (let p = 0; p < people; p++) {
      if (random() > density) continue;
      edgePerson.push(p);
      edgeCost.push(whole(random, 0, dearest));
      const pinned = held && random() < 0.15 && needLeft[r]! > 0 && capacityLeft[p]! > 0;
      if (pinned) {
        needLeft[r]! -= 1;
        capacityLeft[p]! -= 1;
      }
      hold.push(pinned ? PINNED : held && random() < 0.1 ? BARRED : FREE);
    }
    edgeStart[r + 1] = edgePerson.length;
  }
  const step = [1, 10, 30_000][whole(random, 0, 2)]!;
  return {
    need,
    urgency,
    unfilledCost: Int32Array.from(urgency, (u) => step * (u + 1)),
    capacity,
    edgeStart,
    edgePerson: Int32Array.from(edgePerson),
    edgeCost: Int32Array.from(edgeCost),
    hold: Uint8Array.from(hold),
  };
}
