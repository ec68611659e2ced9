import type { Instant, Interval } from "../../kernel/interval.ts";
import type { Range } from "../../kernel/ranges.ts";
import type { Commitment, PersonFacts } from "./person.ts";
import type { Policy } from "./policy.ts";
import type { WorkFacts } from "./work.ts";

/**
 * Who asks. Somebody who picks for *herself* is bound by the sign-up window but not by her own weekly pattern,
 * which is only a wish; a *coordinator* and the *matcher* are bound by the pattern but not by the window.
 */
export type Ask = "self" | "coordinator" | "matcher";

/** Where weekly work and a person's week meet, in minutes of the week on the work's clock (0 is Monday 00:00). */
export interface Standing {
  /** There is room for the sessions in the hours that suit both sides. */
  readonly suits: boolean;
  /** There still is after taking out the person's commitments. */
  readonly isFree: boolean;
  /** The sessions chosen, such that no rule is broken if there is a way; fewer than asked for where there is no room. */
  readonly sessions: readonly Range[];
  /** The chosen sessions as instants, week by week through the horizon. */
  readonly spans: readonly Interval[];
}

/** How much of a flexible request a person could serve, in whole minutes, counting only pieces long enough for a session. */
export interface Room {
  readonly suitedMinutes: number;
  readonly freeMinutes: number;
}

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
