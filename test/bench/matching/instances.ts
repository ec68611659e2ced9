import type { Problem } from "../../../api/src/engine/matching/problem.ts";
import { city } from "./city.ts";
import { randomGraph } from "./random-graph.ts";

/** The named instances; each is made from a seed alone. */
export const INSTANCES: Readonly<Record<string, (seed: number) => Problem>> = {
  S: (seed) => city({ requests: 1_000, people: 10_000, candidates: 30, needTimes: 1 }, seed),
  M: (seed) => city({ requests: 10_000, people: 100_000, candidates: 30, needTimes: 1 }, seed),
  "M-tight": (seed) => city({ requests: 10_000, people: 100_000, candidates: 30, needTimes: 4 }, seed),
  L: (seed) => city({ requests: 100_000, people: 1_000_000, candidates: 30, needTimes: 1 }, seed),
  "L-tight": (seed) => city({ requests: 100_000, people: 1_000_000, candidates: 30, needTimes: 4 }, seed),
  RA: (seed) => randomGraph({ requests: 10_000, people: 30_000, candidates: 30, need: 3 }, seed),
  RB: (seed) => randomGraph({ requests: 20_000, people: 20_000, candidates: 30, need: 1 }, seed),
};
