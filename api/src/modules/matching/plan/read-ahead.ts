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

/** People of one group: few at first, so that there is soon something to look at. */
const firstGroup = 1_000;
const fullGroup = 5_000;
/** Groups on their way while one is looked at: one is being read in full when the glimpses of the next are asked for. */
const groupsAhead = 2;

/**
 * The looks one after the other, each with its people read, and the share of all that it ends. While one group is looked at,
 * the database reads the next; the event loop turns after each pool, or its answers would have to wait.
 */
export async function* readAhead(
  people: People,
  looks: readonly Look[],
): AsyncGenerator<readonly [look: Look, share: number]> {
  const groups = groupsOf(looks.toSorted(byWhatIsWanted));
  const read = (group: readonly Look[] = []) => people.read(idsOf(group), whoMayCome(group));
  const reading = groups.slice(0, groupsAhead).map(read);
  let done = 0;
  for (const [n, group] of groups.entries()) {
    await reading.shift();
    reading.push(read(groups[n + groupsAhead]));
    for (const look of group) {
      yield [look, ++done / looks.length];
      await turn();
    }
  }
}

/** Pools that share people come one after the other, so that those are read once. */
function byWhatIsWanted({ pool: { wanted: a } }: Look, { pool: { wanted: b } }: Look): number {
  return a.skill - b.skill || a.district - b.district || (a.specialisms[0] ?? 0) - (b.specialisms[0] ?? 0);
}

function groupsOf(looks: readonly Look[]): Look[][] {
  const groups: Look[][] = [];
  let room = 0;
  for (const look of looks) {
    if (room <= 0) room = Math.min(fullGroup, firstGroup * 2 ** groups.push([]));
    groups.at(-1)!.push(look);
    room -= look.pool.ids.size;
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
