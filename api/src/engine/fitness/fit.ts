import type { Instant } from "../../kernel/interval.ts";
import type { Facts, Reason } from "../../kernel/reason.ts";
import type { Ask, Case } from "./case.ts";
import { openCase } from "./open-case.ts";
import type { PersonFacts } from "./person.ts";
import { type ReasonCode, rules } from "./rules.ts";
import type { WorkFacts } from "./work.ts";

/** A reason of fitness: its sentence is `sentence(reason, locale)`. */
export interface Misfit extends Reason {
  readonly code: ReasonCode;
  readonly facts: Facts;
}

/** Why this person may not do this work, all reasons at once; none means that they may. */
export function fit(person: PersonFacts, work: WorkFacts, now: Instant, ask: Ask): Misfit[] {
  const c = openCase(person, work, now, ask);
  const reasons: Misfit[] = [];
  for (const { code, obstacle } of rules) {
    const facts = obstacle(c);
    if (facts) reasons.push({ code, facts });
  }
  return reasons;
}

/** The same verdict without the reasons: stops at the first obstacle. For millions of pairs. */
export const fits = (person: PersonFacts, work: WorkFacts, now: Instant, ask: Ask): boolean =>
  isClear(openCase(person, work, now, ask));

/** Whether no rule stands against the case. */
export function isClear(c: Case): boolean {
  for (const { obstacle } of rules) if (obstacle(c)) return false;
  return true;
}
