import type { Instant, Interval } from "../../kernel/interval.ts";
import type { Room } from "./flexible.ts";
import type { Commitment, PersonFacts } from "./person.ts";
import type { Policy } from "./policy.ts";
import type { Standing } from "./standing.ts";
import type { WorkFacts } from "./work.ts";

/**
 * Who asks. Somebody who picks for *herself* is bound by the sign-up window but not by her own weekly pattern,
 * which is only a wish; a *coordinator* and the *matcher* are bound by the pattern but not by the window.
 */
export type Ask = "self" | "coordinator" | "matcher";

/** One person before one piece of work: all that a rule looks at. Derived times are worked out when first asked for. */
export interface Case {
  readonly person: PersonFacts;
  readonly work: WorkFacts;
  readonly now: Instant;
  readonly ask: Ask;
  readonly policy: Policy;
  /** From the first moment of the work to the last. */
  readonly period: Interval;
  /** Does the person's own pattern count? */
  readonly bindsAvailability: boolean;
  /** Null unless the work is weekly. */
  readonly standing: Standing | null;
  /** Null unless the work is flexible. */
  readonly room: Room | null;
  /** The spans that would bind the person, in order of start; none where the time is still to be agreed. */
  readonly spans: readonly Interval[];
  /** Commitments to any other work. */
  readonly others: readonly Commitment[];
}
