import { continuity } from "./continuity.ts";
import { distance } from "./distance.ts";
import { fairness } from "./fairness.ts";
import { response } from "./response.ts";
import { specialism } from "./specialism.ts";
import { waiting } from "./waiting.ts";
import { wish } from "./wish.ts";

/** Everything that a pair is weighed by, in the order in which it is told. */
export const parts = [specialism, wish, continuity, distance, fairness, response, waiting] as const;

export type PartName = (typeof parts)[number]["name"];
