import type { Facts, Locale } from "../../kernel/reason.ts";
import type { Case } from "./case.ts";
import type { Speech } from "./speech.ts";

type Words<F> = Readonly<Record<Locale, (facts: F, say: Speech) => string>>;

/** What a rule asks about; the funnel of `whyNobody` counts by it. `open` is about the work alone. */
export type Stage = "open" | "person" | "skill" | "credential" | "free" | "rest" | "load" | "reach" | "wish";

/** One hard rule. No obstacle means that the rule has nothing against it. */
export interface Rule<C extends string = string, F extends Facts = Facts> {
  readonly code: C;
  readonly stage: Stage;
  /**
   * May a coordinator set it aside with a written reason? Wishes, load and rest yes;
   * overlap, credentials, exposure and whatever protects a minor never.
   */
  readonly overridable: boolean;
  readonly obstacle: (c: Case) => F | null;
  /** Full sentence: what stands in the way and what to do next. */
  readonly sentence: Words<F>;
  /** For a slot's cell: at most 10 characters in Chinese, 24 in English. */
  readonly short: Words<F>;
}

/** Checks the words of a rule against its own facts, then forgets their type, so that rules can stand in one list. */
export const rule = <const C extends string, F extends Facts>(it: Rule<C, F>): Rule<C> => it as unknown as Rule<C>;
