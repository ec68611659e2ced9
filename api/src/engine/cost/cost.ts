import type { Instant } from "../../kernel/interval.ts";
import type { Facts, Locale } from "../../kernel/reason.ts";
import type { PersonFacts } from "../fitness/person.ts";
import type { WorkFacts } from "../fitness/work.ts";
import { type PartName, parts } from "./parts.ts";
import type { Weights } from "./weights.ts";

/** One part of a cost; it contributes `units × weight` points. */
export interface CostPart {
  readonly name: PartName;
  readonly units: number;
  readonly weight: number;
  readonly facts: Facts;
}

export interface Cost {
  /** Points, whole, 0 to MAX_COST where the weights passed `checkWeights`; less is better. */
  readonly total: number;
  readonly parts: readonly CostPart[];
}

/** What it costs that this person does this work, part by part. Says nothing about whether they may: that is `fit`. */
export function cost(person: PersonFacts, work: WorkFacts, now: Instant, weights: Weights): Cost {
  const told = parts.map(({ name, units, facts }) => ({
    name,
    units: units(person, work, now),
    weight: weights[name],
    facts: facts(person, work, now),
  }));
  return { total: told.reduce((sum, part) => sum + part.units * part.weight, 0), parts: told };
}

/** Units alone, without weights: what a match problem is built from. */
export function costUnits(person: PersonFacts, work: WorkFacts, now: Instant): Readonly<Record<PartName, number>> {
  const found: Partial<Record<PartName, number>> = {};
  for (const { name, units } of parts) found[name] = units(person, work, now);
  return found as Record<PartName, number>;
}

/** The total alone, for millions of pairs. */
export function totalCost(person: PersonFacts, work: WorkFacts, now: Instant, weights: Weights): number {
  let total = 0;
  for (const { name, units } of parts) if (weights[name] > 0) total += units(person, work, now) * weights[name];
  return total;
}

/** 距离约3公里 · about 3 km away */
export const partWords = ({ name, facts }: CostPart, locale: Locale): string =>
  parts.find((part) => part.name === name)!.words[locale](facts);
