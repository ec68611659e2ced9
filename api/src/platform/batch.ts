import DataLoader from "dataloader";
import type { Context } from "./context.ts";

type Load<Key, Value> = (ctx: Context, keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>;

const loaders = new WeakMap<object, Map<unknown, DataLoader<never, never>>>();

function loaderOf<Key, Value>(ctx: Context, load: Load<Key, Value>): DataLoader<Key, Value | undefined> {
  const mine = loaders.get(ctx) ?? new Map<unknown, DataLoader<never, never>>();
  loaders.set(ctx, mine);
  const found = mine.get(load) as DataLoader<Key, Value | undefined> | undefined;
  if (found) return found;
  const made = new DataLoader<Key, Value | undefined>(async (keys) => {
    const values = await load(ctx, keys);
    return keys.map((key) => values.get(key));
  });
  mine.set(load, made as DataLoader<never, never>);
  return made;
}

/** Asks for one, loads for all: calls made in the same tick of one request become one statement. */
export const batch = <Key, Value>(ctx: Context, load: Load<Key, Value>, key: Key): Promise<Value | undefined> =>
  loaderOf(ctx, load).load(key);

/** Puts a row that is already here where `batch` would look, so that answering a mutation reads nothing again. */
export function prime<Key, Value>(ctx: Context, load: Load<Key, Value>, key: Key, value: Value): void {
  loaderOf(ctx, load).clear(key).prime(key, value);
}

/** Forgets what was read before a change, so that the answer shows what is now. */
export const forgetReads = (ctx: Context): void => void loaders.delete(ctx);
