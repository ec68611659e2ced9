import type { PersonFacts } from "../../../engine/fitness/person.ts";
import type { Interval } from "../../../kernel/interval.ts";
import type { Context } from "../../../platform/context.ts";
import { factsInBulk } from "./facts-in-bulk.ts";

/** How many people one statement brings. */
const batchSize = 10_000;

/** Everybody whom the run has met, read once. */
export class People {
  readonly #known = new Map<string, PersonFacts>();
  readonly #ctx: Context;
  readonly #span: Interval;

  /** `span`: from the first moment of any work to the last. */
  constructor(ctx: Context, span: Interval) {
    this.#ctx = ctx;
    this.#span = span;
  }

  get count(): number {
    return this.#known.size;
  }

  get(id: string): PersonFacts {
    const person = this.#known.get(id);
    if (!person) throw new RangeError("A person was asked for who has not been read.");
    return person;
  }

  async read(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#known.has(id));
    for (let from = 0; from < missing.length; from += batchSize) {
      const found = await factsInBulk(this.#ctx, missing.slice(from, from + batchSize), this.#span);
      for (const person of found) this.#known.set(person.id, person);
    }
  }
}
