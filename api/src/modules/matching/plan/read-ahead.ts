import { setImmediate as turn } from "node:timers/promises";
import type { Glimpse } from "./facts-in-bulk.ts";
import type { OpenRequest } from "./open-requests.ts";
import type { People } from "./people.ts";
import type { Pool } from "./pool.ts";
import { mayCome } from "./screen.ts";

/** A pool, and those of its requests that candidates are looked for. */
export interface Look {
  readonly pool: Pool;
  readonly requests: readonly OpenRequest[];
}

/** People who are on their way while those of the group before are looked at. */
const peopleAhead = 5_000;

/**
 * The looks one after the other, each with its people read, and the share of all that it ends. While one group is looked at,
 * the database reads the next; the event loop turns after each pool, or its answers would have to wait.
 */
export async function* readAhead(
  people: People,
  looks: readonly Look[],
): AsyncGenerator<readonly [look: Look, share: number]> {
  const groups = groupsOf(looks);
  const read = (group: readonly Look[]) => people.read(idsOf(group), whoMayCome(group));
  let reading = read(groups[0] ?? []);
  let done = 0;
  for (const [n, group] of groups.entries()) {
    await reading;
    reading = read(groups[n + 1] ?? []);
    for (const look of group) {
      yield [look, ++done / looks.length];
      await turn();
    }
  }
}

function groupsOf(looks: readonly Look[]): Look[][] {
  const groups: Look[][] = [];
  let size = peopleAhead;
  for (const look of looks) {
    if (size >= peopleAhead) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)!.push(look);
    size += look.pool.ids.size;
  }
  return groups;
}

function* idsOf(looks: readonly Look[]): Iterable<string> {
  for (const { pool } of looks) yield* pool.ids;
}

/** Whether somebody comes into question for any request of the looks that found them. */
function whoMayCome(looks: readonly Look[]): (glimpse: Glimpse) => boolean {
  const foundBy = new Map<string, Look[]>();
  for (const look of looks) {
    for (const id of look.pool.ids) {
      const others = foundBy.get(id);
      if (others) others.push(look);
      else foundBy.set(id, [look]);
    }
  }
  return (glimpse) =>
    foundBy.get(glimpse.id)!.some(({ requests }) => requests.some(({ work }) => mayCome(glimpse, work)));
}
