import type { Instant } from "../../kernel/interval.ts";
import type { Facts, Locale } from "../../kernel/reason.ts";
import type { PersonFacts } from "../fitness/person.ts";
import type { WorkFacts } from "../fitness/work.ts";

/** One thing that makes a pair better or worse, measured in whole units of its own from 0 (best) to `maxUnits`. */
export interface Part<N extends string = string> {
  readonly name: N;
  readonly maxUnits: number;
  readonly units: (person: PersonFacts, work: WorkFacts, now: Instant) => number;
  /** The figures behind the units that a reader wants to see. */
  readonly facts: (person: PersonFacts, work: WorkFacts, now: Instant) => Facts;
  readonly words: Readonly<Record<Locale, (facts: Facts) => string>>;
}

export const part = <const N extends string>(it: Part<N>): Part<N> => it;

/** Whole, and within 0..max: a cost never runs out of the range that the solver was promised. */
export const bounded = (units: number, max: number): number => Math.min(max, Math.max(0, Math.floor(units)));
