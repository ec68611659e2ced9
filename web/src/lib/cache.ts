import { type Cache, InMemoryCache, type InMemoryCacheConfig } from "@apollo/client/cache";
import type { Reference, StoreObject } from "@apollo/client/utilities";

/**
 * A cache that never goes back in time. Answers over HTTP and events over the socket race; an entity that carries a `version`
 * older than the one we hold keeps what we hold (fields we did not know yet are still taken).
 */
export class VersionedCache extends InMemoryCache {
  private readonly newest = new Map<string, number>();
  /** Called after each change, however small. */
  onChange: () => void = () => {};

  constructor(config?: InMemoryCacheConfig) {
    super(config);
  }

  override write<Data = unknown, Variables extends Record<string, unknown> = Record<string, unknown>>(
    options: Cache.WriteOptions<Data, Variables>,
  ): Reference | undefined {
    const stale = new Set<string>();
    for (const entity of entitiesIn(options.result)) {
      const id = this.identify(entity);
      if (!id) continue;
      const known = this.newest.get(id) ?? 0;
      if (entity.version < known) stale.add(id);
      else this.newest.set(id, entity.version);
    }
    if (stale.size === 0) return super.write(options);
    const held = this.extract(true);
    let written: Reference | undefined;
    this.batch({
      update: () => {
        written = super.write(options);
        for (const id of stale) this.putBack(id, held[id]);
      },
    });
    return written;
  }

  protected override broadcastWatches(options?: object): void {
    super.broadcastWatches(options);
    this.onChange?.();
  }

  override evict(options: Cache.EvictOptions): boolean {
    if (options.id && !options.fieldName) this.newest.delete(options.id);
    return super.evict(options);
  }

  override reset(options?: Cache.ResetOptions): Promise<void> {
    this.newest.clear();
    return super.reset(options);
  }

  private putBack(id: string, held: StoreObject | undefined): void {
    if (!held) return;
    this.modify({
      id,
      fields: (value: unknown, { storeFieldName }: { storeFieldName: string }) =>
        storeFieldName in held ? held[storeFieldName] : value,
    });
  }
}

type Versioned = StoreObject & { version: number };

function* entitiesIn(value: unknown): Generator<Versioned> {
  if (Array.isArray(value)) {
    for (const item of value) yield* entitiesIn(item);
  } else if (value && typeof value === "object") {
    if (isVersioned(value)) yield value;
    for (const inner of Object.values(value)) if (inner && typeof inner === "object") yield* entitiesIn(inner);
  }
}

function isVersioned(value: object): value is Versioned {
  return "__typename" in value && "id" in value && "version" in value && typeof value.version === "number";
}
