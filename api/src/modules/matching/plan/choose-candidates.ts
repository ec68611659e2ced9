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
 * Picks at most `most` people who may fit for each of a pool's requests. Each begins to look where the one before it
 * stopped, so that requests that want the same do not all queue for the same few; where to begin is the seed's choice.
 */
export function chooseCandidates(
  pool: Pool,
  requests: readonly OpenRequest[],
  people: People,
  most: number,
  seed: number,
  now: Instant,
): Considered[] {
  const all = [...pool.ids].map((id) => people.get(id));
  let at = all.length === 0 ? 0 : seed % all.length;
  return requests.map((request) => {
    const wanted = most + forFurtherPlace * (request.work.placesFree - 1);
    const personIds: string[] = [];
    let looked = 0;
    for (; looked < all.length && personIds.length < wanted; looked++) {
      const person = all[at]!;
      at = at + 1 === all.length ? 0 : at + 1;
      if (mayFit(person, request.work, now)) personIds.push(person.id);
    }
    return { request, personIds, capped: looked < all.length || !isExhausted(pool) };
  });
}
