import { fits } from "../../../engine/fitness/fit.ts";
import type { PersonFacts } from "../../../engine/fitness/person.ts";
import type { WorkFacts } from "../../../engine/fitness/work.ts";
import type { Instant } from "../../../kernel/interval.ts";

/** What the rules say of pairs as they stand before the run, each asked once. */
export class Verdicts {
  readonly #now: Instant;
  readonly #byWork = new Map<string, Map<string, boolean>>();

  constructor(now: Instant) {
    this.#now = now;
  }

  ask(person: PersonFacts, work: WorkFacts): boolean {
    const known = this.#byWork.get(work.id) ?? new Map<string, boolean>();
    this.#byWork.set(work.id, known);
    const verdict = known.get(person.id) ?? fits(person, work, this.#now, "matcher");
    known.set(person.id, verdict);
    return verdict;
  }

  /** People whom the rules have turned away from this work so far. */
  isRefused(personId: string, workId: string): boolean {
    return this.#byWork.get(workId)?.get(personId) === false;
  }
}
