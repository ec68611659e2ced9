import { standardWeights } from "../../engine/cost/weights.ts";
import type { RunPolicy } from "./match-run.ts";

export const standardRunPolicy: RunPolicy = { weights: standardWeights, candidates: 12 };
