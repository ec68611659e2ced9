import type { PersonFacts } from "../../../engine/fitness/person.ts";
import type { Interval } from "../../../kernel/interval.ts";
import type { Context } from "../../../platform/context.ts";
import { factsInBulk, type Glimpse, glimpsesInBulk } from "./facts-in-bulk.ts";

/** How many people one statement brings. */
const batchSize = 10_000;

/** Everybody whom the run has met, read once. */
export class People {
  readonly #glimpsed = new Map<string, Glimpse>();
  readonly #known = new Map<string, PersonFacts>();
  readonly #ctx: Context;
  readonly #span: Interval;

  /** `span`: from the first moment of any work to the last. */
  constructor(ctx: Context, span: Interval) {
    this.#ctx = ctx;
    this.#span = span;
  }

  /** People looked at. */
  get count(): number {
    return this.#glimpsed.size;
  }

  get(id: string): PersonFacts {
    const person = this.#known.get(id);
    if (!person) throw new RangeError("A person was asked for who has not been read.");
    return person;
  }

  versionOf(id: string): number {
    return this.#glimpsed.get(id)!.version;
  }

  /** Undefined where a glimpse was enough. */
  find(id: string): PersonFacts | undefined {
    return this.#known.get(id);
  }

  /** Reads all about those whom a glimpse does not rule out. */
  async read(ids: Iterable<string>, mayCome: (glimpse: Glimpse) => boolean = () => true): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.#known.has(id));
    for (const batch of batches(wanted.filter((id) => !this.#glimpsed.has(id))))
      for (const glimpse of await glimpsesInBulk(this.#ctx, batch, this.#span)) this.#glimpsed.set(glimpse.id, glimpse);
    const missing = wanted.map((id) => this.#glimpsed.get(id)).filter((glimpse) => glimpse !== undefined);
    for (const batch of batches(missing.filter(mayCome)))
      for (const person of await factsInBulk(this.#ctx, batch, this.#span)) this.#known.set(person.id, person);
  }
}

function* batches<T>(list: readonly T[]): Iterable<readonly T[]> {
  for (let from = 0; from < list.length; from += batchSize) yield list.slice(from, from + batchSize);
}
