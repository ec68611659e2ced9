import { setImmediate as turn } from "node:timers/promises";
import type { People } from "./people.ts";
import type { Pool } from "./pool.ts";

/** People who are on their way while those of the group before are looked at. */
const peopleAhead = 5_000;

/**
 * The pools one after the other, each with its people read and the share of all pools that it ends. While one group is looked at,
 * the database reads the next; the event loop turns after each pool, or its answers would have to wait.
 */
export async function* readAhead(
  people: People,
  pools: readonly Pool[],
): AsyncGenerator<readonly [pool: Pool, share: number]> {
  const groups = groupsOf(pools);
  let reading = people.read(idsOf(groups[0] ?? []));
  let done = 0;
  for (const [n, group] of groups.entries()) {
    await reading;
    reading = people.read(idsOf(groups[n + 1] ?? []));
    for (const pool of group) {
      yield [pool, ++done / pools.length];
      await turn();
    }
  }
}

function groupsOf(pools: readonly Pool[]): Pool[][] {
  const groups: Pool[][] = [];
  let size = peopleAhead;
  for (const pool of pools) {
    if (size >= peopleAhead) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)!.push(pool);
    size += pool.ids.size;
  }
  return groups;
}

function* idsOf(pools: readonly Pool[]): Iterable<string> {
  for (const { ids } of pools) yield* ids;
}
