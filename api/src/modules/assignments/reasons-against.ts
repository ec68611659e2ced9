import type { Ask } from "../../engine/fitness/case.ts";
import { fit, type Misfit } from "../../engine/fitness/fit.ts";
import type { PersonFacts } from "../../engine/fitness/person.ts";
import { isOverridable } from "../../engine/fitness/sentence.ts";
import type { WorkFacts } from "../../engine/fitness/work.ts";
import type { Instant } from "../../kernel/interval.ts";
import { type Problem, refuse, refuseIf } from "../../kernel/refusal.ts";

/**
 * A coordinator's choice: every rule is asked; those that may be overridden give way to a stated reason. Gives the
 * reason where it was needed, so that it is kept only then.
 */
export function refuseChoice(
  person: PersonFacts,
  work: WorkFacts,
  now: Instant,
  overrideReason: string | null,
): string | null {
  const reasons = fit(person, work, now, "coordinator");
  if (reasons.length === 0) return null;
  const firm = overrideReason === null ? reasons : firmOf(reasons);
  refuseIf([
    ...(overrideReason !== null && firm.length > 0
      ? [{ code: "NOT_OVERRIDABLE", facts: {}, path: ["overrideReason"] }]
      : []),
    ...firm.map((reason) => ({ ...reason, path: ["person"] })),
  ]);
  return overrideReason;
}

/** What still stands against an offer, when its person accepts it. What was overridden when it was made stays so. */
export const reasonsAtAnswer = (
  person: PersonFacts,
  work: WorkFacts,
  now: Instant,
  overridden: boolean,
  ask: Ask = "self",
): Problem[] => {
  const reasons = fit(person, work, now, ask);
  return (overridden ? firmOf(reasons) : reasons).map((reason) => ({ ...reason, path: ["assignment"] }));
};

const firmOf = (reasons: readonly Misfit[]): Misfit[] => reasons.filter((reason) => !isOverridable(reason));

export const mostReasonCharacters = 500;

/** The written reason: trimmed; empty is none. */
export function readOverride(given: string | null | undefined): string | null {
  const text = given?.trim() ?? "";
  if (text.length > mostReasonCharacters) return refuse("TOO_LONG", ["overrideReason"], { most: mostReasonCharacters });
  return text === "" ? null : text;
}
