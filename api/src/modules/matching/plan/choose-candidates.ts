import type { Instant } from "../../../kernel/interval.ts";
import type { OpenRequest } from "./open-requests.ts";
import type { People } from "./people.ts";
import { isExhausted, type Pool } from "./pool.ts";
import { mayFit } from "./screen.ts";

/** Who is weighed for a request. */
export interface Considered {
  readonly request: OpenRequest;
  readonly personIds: readonly string[];
  /** There are more who were not looked at. */
  readonly capped: boolean;
}

/** Each further place of a request brings this many more candidates. */
const forFurtherPlace = 4;

/**
 * Picks at most `most` people who may fit for each request of a pool. Each begins to look where the one before it
 * stopped, so that requests that want the same do not all queue for the same few; where to begin is the seed's choice.
 */
export function chooseCandidates(pool: Pool, people: People, most: number, seed: number, now: Instant): Considered[] {
  const ids = [...pool.ids];
  let at = ids.length === 0 ? 0 : seed % ids.length;
  return pool.requests.map((request) => {
    const wanted = most + forFurtherPlace * (request.work.placesFree - 1);
    const chosen: string[] = [];
    let looked = 0;
    for (; looked < ids.length && chosen.length < wanted; looked++) {
      const id = ids[at]!;
      at = (at + 1) % ids.length;
      if (mayFit(people.get(id), request.work, now)) chosen.push(id);
    }
    return { request, personIds: chosen, capped: looked < ids.length || !isExhausted(pool) };
  });
}
